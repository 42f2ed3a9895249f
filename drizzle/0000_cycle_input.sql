CREATE TABLE `cycle_input` (
	`year` integer PRIMARY KEY NOT NULL,
	`document` text NOT NULL
) STRICT;
