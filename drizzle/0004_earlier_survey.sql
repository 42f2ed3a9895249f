CREATE TABLE `earlier_survey` (
	`year` integer PRIMARY KEY NOT NULL,
	`invited` integer NOT NULL,
	`responses` integer NOT NULL,
	`means` text NOT NULL
) STRICT;
