-- Seals of audit rows: a chain of hashes for each organisation, in the order in which rows were inserted.
CREATE TABLE `audit_seals` (
	`organisation_id` integer NOT NULL,
	`seq` integer NOT NULL,
	`entry_id` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`organisation_id`, `seq`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `audit_heads` (
	`organisation_id` integer PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL,
	`sealed_at` integer NOT NULL,
	`broken_seq` integer,
	`broken_at` integer,
	`mac` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit_cursor` (
	`id` integer PRIMARY KEY NOT NULL,
	`row` integer NOT NULL,
	`entry_id` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `key_rotation` (
	`id` integer PRIMARY KEY NOT NULL,
	`key_id` text NOT NULL,
	`former_id` text NOT NULL,
	`kind` text NOT NULL,
	`after` text,
	`counts` text NOT NULL,
	`began_at` integer NOT NULL,
	`finished_at` integer,
	`found` text,
	`found_at` integer
);
--> statement-breakpoint
-- What is sealed is not changed by anything of ours. Rows that wait for their seal are no different in practice.
CREATE TRIGGER `audit_sealed_kept` BEFORE DELETE ON `audit`
WHEN OLD.`rowid` <= coalesce((SELECT `row` FROM `audit_cursor` WHERE `id` = 1), 0) BEGIN
	SELECT RAISE(ABORT, 'sealed audit rows are not deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_unchanged` BEFORE UPDATE ON `audit` BEGIN
	SELECT RAISE(ABORT, 'audit rows are not changed');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_seals_unchanged` BEFORE UPDATE ON `audit_seals` BEGIN
	SELECT RAISE(ABORT, 'seals are not changed');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_seals_kept` BEFORE DELETE ON `audit_seals` BEGIN
	SELECT RAISE(ABORT, 'seals are not deleted');
END;
