CREATE TABLE `declared_figure` (
	`year` integer NOT NULL,
	`figure` text NOT NULL,
	`subject` text NOT NULL,
	`source` text NOT NULL,
	`relation` text NOT NULL,
	`value` text NOT NULL,
	`decimals` integer,
	PRIMARY KEY(`year`, `figure`, `subject`, `source`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `justification` (
	`year` integer NOT NULL,
	`key` text NOT NULL,
	`figures` text NOT NULL,
	`reason` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	PRIMARY KEY(`year`, `key`),
	FOREIGN KEY (`by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `budget_balance` (
	`year` integer PRIMARY KEY NOT NULL,
	`achieved` integer NOT NULL,
	`waiver` integer NOT NULL,
	`source` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `payment_time` (
	`year` integer NOT NULL,
	`unit_id` text NOT NULL,
	`late` integer NOT NULL,
	`source` text,
	PRIMARY KEY(`year`, `unit_id`),
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `ranking` (
	`year` integer NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL,
	`of` integer NOT NULL,
	`source` text,
	PRIMARY KEY(`year`, `name`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `residual` (
	`year` integer NOT NULL,
	`title` text NOT NULL,
	`collected` text NOT NULL,
	`assessed` text NOT NULL,
	`source` text,
	PRIMARY KEY(`year`, `title`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `guideline` (
	`year` integer NOT NULL,
	`unit_id` text NOT NULL,
	`person_id` text NOT NULL,
	`objectives` text NOT NULL,
	`participation` text NOT NULL,
	`interaction` text NOT NULL,
	`innovation` text NOT NULL,
	`note` text,
	PRIMARY KEY(`year`, `unit_id`, `person_id`),
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `managerial_award` (
	`year` integer NOT NULL,
	`unit_id` text NOT NULL,
	`planning` text NOT NULL,
	`timeliness` text NOT NULL,
	`eq_objectives` text NOT NULL,
	`reason` text,
	PRIMARY KEY(`year`, `unit_id`),
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `import_change` (
	`import_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`kind` text NOT NULL,
	`sheet` text,
	`row` integer,
	`key` text NOT NULL,
	`before` text,
	`after` text,
	PRIMARY KEY(`import_id`, `sequence`),
	FOREIGN KEY (`import_id`) REFERENCES `import_run`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `import_fault` (
	`import_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`sheet` text,
	`row` integer,
	`column` text,
	`column_title` text,
	`fault` text NOT NULL,
	PRIMARY KEY(`import_id`, `sequence`),
	FOREIGN KEY (`import_id`) REFERENCES `import_run`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `import_mapping` (
	`list` text NOT NULL,
	`titles` text NOT NULL,
	`mapping` text NOT NULL,
	PRIMARY KEY(`list`, `titles`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `import_run` (
	`id` text PRIMARY KEY NOT NULL,
	`list` text NOT NULL,
	`year` integer,
	`file_name` text NOT NULL,
	`file_digest` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`state` text NOT NULL,
	`mapping` text,
	`removes_missing` integer NOT NULL,
	`counts` text,
	`refusal` text,
	`settled_at` text,
	`settled_by` text,
	FOREIGN KEY (`by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`settled_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `import_run_at` ON `import_run` (`at`);--> statement-breakpoint
CREATE TABLE `record_change` (
	`id` integer PRIMARY KEY NOT NULL,
	`list` text NOT NULL,
	`year` integer,
	`key` text NOT NULL,
	`at` text NOT NULL,
	`by` text,
	`import_id` text,
	`before` text,
	`after` text,
	FOREIGN KEY (`by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `record_change_record` ON `record_change` (`list`,`key`);--> statement-breakpoint
CREATE INDEX `record_change_import` ON `record_change` (`import_id`);--> statement-breakpoint
CREATE INDEX `record_change_by` ON `record_change` (`by`);--> statement-breakpoint
CREATE TABLE `objective` (
	`id` text PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`level` text NOT NULL,
	`parent_id` text,
	`title` text NOT NULL,
	`description` text,
	`unit_id` text,
	`silo_id` text,
	`kind` text,
	`weight` text,
	`assigned_at` text,
	`assigned_by` text,
	`reported` text,
	`reported_at` text,
	`reported_by` text,
	`certified` text,
	`certification_reason` text,
	`certified_at` text,
	`certified_by` text,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`silo_id`) REFERENCES `silo`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assigned_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reported_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`certified_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `objective_year` ON `objective` (`year`,`level`);--> statement-breakpoint
CREATE INDEX `objective_parent` ON `objective` (`parent_id`);--> statement-breakpoint
CREATE INDEX `objective_unit` ON `objective` (`unit_id`);--> statement-breakpoint
CREATE TABLE `objective_indicator` (
	`id` text PRIMARY KEY NOT NULL,
	`objective_id` text NOT NULL,
	`name` text NOT NULL,
	`measure` text,
	`better` text NOT NULL,
	`baseline` text,
	`target` text NOT NULL,
	`measured` text,
	`weight` text,
	FOREIGN KEY (`objective_id`) REFERENCES `objective`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `objective_indicator_objective` ON `objective_indicator` (`objective_id`);--> statement-breakpoint
CREATE TABLE `objective_owner` (
	`objective_id` text NOT NULL,
	`person_id` text NOT NULL,
	`weight` text,
	`accepted_at` text,
	`remark` text,
	PRIMARY KEY(`objective_id`, `person_id`),
	FOREIGN KEY (`objective_id`) REFERENCES `objective`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `objective_owner_person` ON `objective_owner` (`person_id`);--> statement-breakpoint
CREATE TABLE `objective_report` (
	`id` integer PRIMARY KEY NOT NULL,
	`objective_id` text NOT NULL,
	`phase` text NOT NULL,
	`remarks` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`attachment_name` text,
	`attachment_type` text,
	`attachment` blob,
	FOREIGN KEY (`objective_id`) REFERENCES `objective`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `objective_report_objective` ON `objective_report` (`objective_id`);--> statement-breakpoint
CREATE TABLE `silo` (
	`id` text PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`name` text NOT NULL,
	`achievement` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `fund` (
	`year` integer PRIMARY KEY NOT NULL,
	`executives` text NOT NULL,
	`executives_uplift` text NOT NULL,
	`first_band_amount` text,
	`eq_holders` text NOT NULL,
	`employees` text NOT NULL,
	`source` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `project` (
	`id` text PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`name` text NOT NULL,
	`funding` text NOT NULL,
	`planned` text NOT NULL,
	`reported` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `project_year` ON `project` (`year`);--> statement-breakpoint
CREATE TABLE `project_beneficiary` (
	`project_id` text NOT NULL,
	`person_id` text NOT NULL,
	`share` text,
	`amount` text,
	PRIMARY KEY(`project_id`, `person_id`),
	FOREIGN KEY (`project_id`) REFERENCES `project`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `indicator_result` (
	`indicator_id` text NOT NULL,
	`year` integer NOT NULL,
	`standard` text,
	`changed_standard` text,
	`value` text,
	`note` text,
	PRIMARY KEY(`indicator_id`, `year`),
	FOREIGN KEY (`indicator_id`) REFERENCES `service_indicator`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `indicator_result_year` ON `indicator_result` (`year`);--> statement-breakpoint
CREATE TABLE `portfolio_service` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`name` text NOT NULL,
	`area` text NOT NULL,
	`unit_id` text NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `portfolio_service_unit` ON `portfolio_service` (`unit_id`);--> statement-breakpoint
CREATE TABLE `service_indicator` (
	`id` text PRIMARY KEY NOT NULL,
	`service_id` text NOT NULL,
	`name` text NOT NULL,
	`dimension` text NOT NULL,
	`measure` text,
	`better` text NOT NULL,
	FOREIGN KEY (`service_id`) REFERENCES `portfolio_service`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `service_indicator_service` ON `service_indicator` (`service_id`);--> statement-breakpoint
CREATE TABLE `service_volume` (
	`service_id` text NOT NULL,
	`year` integer NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`value` text,
	PRIMARY KEY(`service_id`, `year`, `kind`, `name`),
	FOREIGN KEY (`service_id`) REFERENCES `portfolio_service`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `behaviours` (
	`year` integer NOT NULL,
	`person_id` text NOT NULL,
	`first` text NOT NULL,
	`second` text NOT NULL,
	`third` text NOT NULL,
	`fourth` text NOT NULL,
	`fifth` text,
	`sixth` text,
	PRIMARY KEY(`year`, `person_id`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `counted_months` (
	`year` integer NOT NULL,
	`person_id` text NOT NULL,
	`months` integer NOT NULL,
	`reason` text,
	PRIMARY KEY(`year`, `person_id`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `executive_extra` (
	`year` integer NOT NULL,
	`person_id` text NOT NULL,
	`label` text NOT NULL,
	`amount` text NOT NULL,
	PRIMARY KEY(`year`, `person_id`, `label`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `incentive_reduction` (
	`year` integer NOT NULL,
	`person_id` text NOT NULL,
	`reduction` text NOT NULL,
	`reason` text,
	PRIMARY KEY(`year`, `person_id`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `law_incentive` (
	`year` integer NOT NULL,
	`person_id` text NOT NULL,
	`label` text NOT NULL,
	`amount` text NOT NULL,
	PRIMARY KEY(`year`, `person_id`, `label`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `presence` (
	`year` integer NOT NULL,
	`person_id` text NOT NULL,
	`january` integer NOT NULL,
	`february` integer NOT NULL,
	`march` integer NOT NULL,
	`april` integer NOT NULL,
	`may` integer NOT NULL,
	`june` integer NOT NULL,
	`july` integer NOT NULL,
	`august` integer NOT NULL,
	`september` integer NOT NULL,
	`october` integer NOT NULL,
	`november` integer NOT NULL,
	`december` integer NOT NULL,
	PRIMARY KEY(`year`, `person_id`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `sanction` (
	`year` integer NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`decided_on` text NOT NULL,
	`act` text,
	PRIMARY KEY(`year`, `person_id`, `kind`, `decided_on`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `tie_break` (
	`year` integer NOT NULL,
	`person_id` text NOT NULL,
	`rank` integer NOT NULL,
	`criterion` text,
	PRIMARY KEY(`year`, `person_id`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `survey_elsewhere` (
	`year` integer NOT NULL,
	`unit_id` text NOT NULL,
	`statement` integer NOT NULL,
	`invited` integer NOT NULL,
	`one` integer NOT NULL,
	`two` integer NOT NULL,
	`three` integer NOT NULL,
	`four` integer NOT NULL,
	`five` integer NOT NULL,
	PRIMARY KEY(`year`, `unit_id`, `statement`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `training_delivery` (
	`year` integer NOT NULL,
	`unit_id` text NOT NULL,
	`degree` text NOT NULL,
	`note` text,
	PRIMARY KEY(`year`, `unit_id`),
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `training_hours` (
	`year` integer NOT NULL,
	`person_id` text NOT NULL,
	`hours` text NOT NULL,
	`days` integer,
	`exemption` text,
	PRIMARY KEY(`year`, `person_id`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `transparency_measure` (
	`year` integer NOT NULL,
	`unit_id` text NOT NULL,
	`measure` integer NOT NULL,
	`reported` integer NOT NULL,
	`findings` integer NOT NULL,
	`note` text,
	PRIMARY KEY(`year`, `unit_id`, `measure`),
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `cycle_year` (
	`year` integer PRIMARY KEY NOT NULL,
	`regulation` text NOT NULL
) STRICT;
