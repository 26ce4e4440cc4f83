-- Audit rows are cut from the beginning of each chain once they are old: how many, and what the rest goes on from.
ALTER TABLE `audit_heads` ADD `cut_seq` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE `audit_heads` ADD `cut_hash` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `audit_heads` ADD `cut_until` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
-- Whoever seals by a head that was read before a cut begins anew: the text is that of a constraint on purpose.
CREATE TRIGGER `audit_heads_cut_kept` BEFORE UPDATE ON `audit_heads`
WHEN NEW.`cut_seq` < OLD.`cut_seq` BEGIN
	SELECT RAISE(ABORT, 'CHECK constraint failed: audit_heads.cut_seq');
END;
--> statement-breakpoint
DROP TRIGGER `audit_sealed_kept`;
--> statement-breakpoint
CREATE TRIGGER `audit_sealed_kept` BEFORE DELETE ON `audit`
WHEN OLD.`rowid` <= coalesce((SELECT `row` FROM `audit_cursor` WHERE `id` = 1), 0)
AND OLD.`at` >= coalesce((SELECT `cut_until` FROM `audit_heads` WHERE `organisation_id` = OLD.`organisation_id`), 0) BEGIN
	SELECT RAISE(ABORT, 'sealed audit rows are not deleted');
END;
--> statement-breakpoint
DROP TRIGGER `audit_seals_kept`;
--> statement-breakpoint
CREATE TRIGGER `audit_seals_kept` BEFORE DELETE ON `audit_seals`
WHEN OLD.`seq` > coalesce((SELECT `cut_seq` FROM `audit_heads` WHERE `organisation_id` = OLD.`organisation_id`), 0) BEGIN
	SELECT RAISE(ABORT, 'seals are not deleted');
END;
