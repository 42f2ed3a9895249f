CREATE TABLE `mailing` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`kind` text NOT NULL,
	`ordered_at` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `mailing_campaign` ON `mailing` (`campaign_id`);--> statement-breakpoint
CREATE TABLE `outgoing_mail` (
	`mailing_id` text NOT NULL,
	`person_id` text NOT NULL,
	`address` text NOT NULL,
	`state` text NOT NULL,
	`tries` integer NOT NULL,
	`next_try` integer NOT NULL,
	`fault` text,
	`reply` integer,
	PRIMARY KEY(`mailing_id`, `person_id`),
	FOREIGN KEY (`mailing_id`) REFERENCES `mailing`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `outgoing_mail_state` ON `outgoing_mail` (`state`,`next_try`);