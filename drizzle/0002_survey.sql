CREATE TABLE `campaign` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`year` integer NOT NULL,
	`reference_date` text NOT NULL,
	`state` text NOT NULL,
	`opened_at` text,
	`closes_at` text NOT NULL,
	`result` text,
	`result_digest` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `campaign_direction` (
	`campaign_id` text NOT NULL,
	`direction_id` text NOT NULL,
	`name` text NOT NULL,
	`public_key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`private_key` text,
	PRIMARY KEY(`campaign_id`, `direction_id`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `credential` (
	`campaign_id` text NOT NULL,
	`person_id` text NOT NULL,
	`blinded_digest` text NOT NULL,
	PRIMARY KEY(`campaign_id`, `person_id`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `invitation` (
	`campaign_id` text NOT NULL,
	`person_id` text NOT NULL,
	`direction_id` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`campaign_id`, `person_id`, `direction_id`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `response` (
	`campaign_id` text NOT NULL,
	`token_digest` blob NOT NULL,
	`direction_id` text NOT NULL,
	`answers` text NOT NULL,
	`prepared_message` blob NOT NULL,
	`signature` blob NOT NULL,
	PRIMARY KEY(`campaign_id`, `token_digest`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `sealed_ballot` (
	`campaign_id` text NOT NULL,
	`token_mac` blob NOT NULL,
	`sealed` blob NOT NULL,
	PRIMARY KEY(`campaign_id`, `token_mac`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
