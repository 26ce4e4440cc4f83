CREATE TABLE `abuse_limits` (
	`organisation_id` integer PRIMARY KEY NOT NULL,
	`hourly_codes` integer,
	`daily_people` integer,
	`throw_away` text DEFAULT 'hint' NOT NULL,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `abuse_counters` (
	`organisation_id` integer NOT NULL,
	`kind` text NOT NULL,
	`hour` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `kind`, `hour`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `abuse_counters_hour` ON `abuse_counters` (`hour`,`kind`);--> statement-breakpoint
CREATE TABLE `alarm_notices` (
	`organisation_id` integer NOT NULL,
	`kind` text NOT NULL,
	`told_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `kind`)
);
--> statement-breakpoint
-- What the audit says of locked PINs and of thefts is counted by the hour, whichever way it came there.
CREATE TRIGGER `audit_alarmed` AFTER INSERT ON `audit` WHEN new.`action` IN ('pin.locked', 'theft.suspected') BEGIN
	INSERT INTO `abuse_counters` VALUES (new.`organisation_id`, CASE new.`action` WHEN 'pin.locked' THEN 'pins' ELSE 'thefts' END, new.`at` / 3600000, 1)
	ON CONFLICT DO UPDATE SET `count` = `count` + 1;
END;
