CREATE TABLE `device_views` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` integer NOT NULL,
	`account_id` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `device_views_account` ON `device_views` (`account_id`,`name`);--> statement-breakpoint
CREATE TABLE `invitation_items` (
	`id` text PRIMARY KEY NOT NULL,
	`job_id` text NOT NULL,
	`organisation_id` integer NOT NULL,
	`account_id` text NOT NULL,
	`recipient` text NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`queued_at` integer,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`job_id`) REFERENCES `invitation_jobs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `invitation_items_state` ON `invitation_items` (`job_id`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `invitation_items_queued` ON `invitation_items` (`queued_at`) WHERE state = 'queued';--> statement-breakpoint
CREATE TABLE `invitation_jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` integer NOT NULL,
	`channel` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`total` integer NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`failed` integer DEFAULT 0 NOT NULL,
	`skipped` integer DEFAULT 0 NOT NULL,
	`finished_at` integer,
	`pumped_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `invitation_jobs_organisation` ON `invitation_jobs` (`organisation_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `invitation_jobs_open` ON `invitation_jobs` (`pumped_at`) WHERE finished_at IS NULL;--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` integer NOT NULL,
	`account_id` text NOT NULL,
	`ref` text NOT NULL,
	`rev` integer NOT NULL,
	`state` text NOT NULL,
	`channel` text NOT NULL,
	`recipient` text NOT NULL,
	`job_id` text,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`valid_until` integer,
	`device_limit` integer,
	`devices` integer NOT NULL,
	`slot_device_id` text NOT NULL,
	`fetched_at` integer,
	`opened_at` integer,
	`accepted_at` integer,
	`ended_at` integer,
	`delivery` text DEFAULT 'none' NOT NULL,
	`delivery_reason` text,
	`delivered_at` integer,
	`reminders_off` integer DEFAULT false NOT NULL,
	`reminded` integer DEFAULT 0 NOT NULL,
	`remind_at` integer,
	`changed_at` integer NOT NULL,
	`status` text GENERATED ALWAYS AS (CASE WHEN state = 'revoked' THEN 'deactivated' WHEN state IN ('superseded', 'expired') THEN state WHEN accepted_at IS NOT NULL THEN 'accepted' WHEN opened_at IS NOT NULL THEN 'opened' WHEN delivery = 'failed' THEN 'delivery_failed' WHEN delivery = 'queued' THEN 'sending' ELSE 'sent' END) STORED,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `invitations_created` ON `invitations` (`organisation_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `invitations_status` ON `invitations` (`organisation_id`,`status`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `invitations_changed` ON `invitations` (`organisation_id`,`changed_at`);--> statement-breakpoint
CREATE INDEX `invitations_account` ON `invitations` (`account_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `invitations_job` ON `invitations` (`job_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `invitations_remind` ON `invitations` (`remind_at`) WHERE remind_at IS NOT NULL;--> statement-breakpoint
CREATE TABLE `message_templates` (
	`organisation_id` integer NOT NULL,
	`kind` text NOT NULL,
	`locale` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `kind`, `locale`)
);
--> statement-breakpoint
CREATE TABLE `send_counters` (
	`organisation_id` integer NOT NULL,
	`day` integer NOT NULL,
	`channel` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `day`, `channel`)
);
--> statement-breakpoint
CREATE TABLE `__new_devices` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` integer NOT NULL,
	`account_id` text NOT NULL,
	`ref` text NOT NULL,
	`rev` integer NOT NULL,
	`lifecycle` text NOT NULL,
	`platform` text,
	`ownership` text NOT NULL,
	`template_id` text,
	`template_version` integer NOT NULL,
	`reports` text NOT NULL,
	`check_in_seconds` integer NOT NULL,
	`claim_id` text NOT NULL,
	`grant_id` text NOT NULL,
	`invitation_id` text,
	`epoch` integer NOT NULL,
	`credential_hash` text NOT NULL,
	`key_thumbprint` text,
	`registered_at` integer NOT NULL,
	`delivered_at` integer,
	`confirmed_at` integer,
	`confirmed_by` text,
	`ended_at` integer,
	`ended_reason` text,
	`name` text,
	`model` text,
	`manufacturer` text,
	`os_version` text,
	`serial` text,
	`imei` text,
	`udid` text,
	`phone_number` text,
	`carrier` text,
	`agent_version` text,
	`last_seen_at` integer,
	`name_key` text DEFAULT '' NOT NULL,
	`permissions` text,
	`silent_at` integer,
	`unresponsive_since` integer,
	`unresponsive_reason` text,
	`note` text DEFAULT '' NOT NULL,
	`status` text GENERATED ALWAYS AS (CASE WHEN lifecycle = 'active' AND unresponsive_since IS NOT NULL THEN 'unresponsive' ELSE lifecycle END) STORED,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`template_id`) REFERENCES `device_templates`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_devices`(`id`, `organisation_id`, `account_id`, `ref`, `rev`, `lifecycle`, `platform`, `ownership`, `template_id`, `template_version`, `reports`, `check_in_seconds`, `claim_id`, `grant_id`, `epoch`, `credential_hash`, `key_thumbprint`, `registered_at`, `delivered_at`, `confirmed_at`, `confirmed_by`, `ended_at`, `ended_reason`, `name`, `model`, `manufacturer`, `os_version`, `serial`, `imei`, `udid`, `phone_number`, `carrier`, `agent_version`, `last_seen_at`, `changed_at`, `name_key`, `silent_at`) SELECT `id`, `organisation_id`, `account_id`, `ref`, `rev`, `lifecycle`, `platform`, `ownership`, `template_id`, `template_version`, `reports`, `check_in_seconds`, `claim_id`, `grant_id`, `epoch`, `credential_hash`, `key_thumbprint`, `registered_at`, `delivered_at`, `confirmed_at`, `confirmed_by`, `ended_at`, `ended_reason`, `name`, `model`, `manufacturer`, `os_version`, `serial`, `imei`, `udid`, `phone_number`, `carrier`, `agent_version`, `last_seen_at`, `changed_at`, lower(substr(coalesce(`name`, ''), 1, 80)), CASE WHEN `reports` = 'agent' AND `lifecycle` = 'active' THEN coalesce(`last_seen_at`, `registered_at`) + 900000 + `check_in_seconds` * 3000 END FROM `devices`;--> statement-breakpoint
DROP TABLE `devices`;--> statement-breakpoint
ALTER TABLE `__new_devices` RENAME TO `devices`;--> statement-breakpoint
CREATE INDEX `devices_organisation` ON `devices` (`organisation_id`,`changed_at`);--> statement-breakpoint
CREATE INDEX `devices_account` ON `devices` (`account_id`);--> statement-breakpoint
CREATE INDEX `devices_template` ON `devices` (`template_id`);--> statement-breakpoint
CREATE INDEX `devices_status` ON `devices` (`organisation_id`,`status`,`registered_at`,`id`);--> statement-breakpoint
CREATE INDEX `devices_platform` ON `devices` (`organisation_id`,`platform`,`registered_at`,`id`);--> statement-breakpoint
CREATE INDEX `devices_name` ON `devices` (`organisation_id`,`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `devices_seen` ON `devices` (`organisation_id`,`last_seen_at`,`id`);--> statement-breakpoint
CREATE INDEX `devices_serial` ON `devices` (`organisation_id`,`serial`) WHERE serial IS NOT NULL;--> statement-breakpoint
CREATE INDEX `devices_silent` ON `devices` (`silent_at`) WHERE lifecycle = 'active' AND unresponsive_since IS NULL AND silent_at IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `devices_living_key` ON `devices` (`key_thumbprint`) WHERE key_thumbprint IS NOT NULL AND lifecycle IN ('pending', 'active');--> statement-breakpoint
ALTER TABLE `messages` ADD `invitation_id` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `provider_id` text;--> statement-breakpoint
CREATE INDEX `messages_state` ON `messages` (`organisation_id`,`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `messages_recipient` ON `messages` (`organisation_id`,`recipient`,`created_at`);--> statement-breakpoint
CREATE INDEX `messages_account` ON `messages` (`account_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `messages_provider` ON `messages` (`provider_id`) WHERE provider_id IS NOT NULL;--> statement-breakpoint
ALTER TABLE `organisations` ADD `reminder_days` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisations` ADD `daily_messages` integer;--> statement-breakpoint
ALTER TABLE `service` ADD `daily_messages` integer;
--> statement-breakpoint
DELETE FROM `device_totals`;
--> statement-breakpoint
INSERT INTO `device_totals` SELECT `organisation_id`, coalesce(`platform`, 'any'), `lifecycle`, count(*) FROM `devices` GROUP BY 1, 2, 3;
--> statement-breakpoint
CREATE TRIGGER `device_counted` AFTER INSERT ON `devices` BEGIN
	INSERT INTO `device_totals` VALUES (new.`organisation_id`, coalesce(new.`platform`, 'any'), new.`lifecycle`, 1)
	ON CONFLICT DO UPDATE SET `count` = `count` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `device_recounted` AFTER UPDATE OF `lifecycle`, `platform` ON `devices` WHEN old.`lifecycle` <> new.`lifecycle` OR old.`platform` IS NOT new.`platform` BEGIN
	UPDATE `device_totals` SET `count` = `count` - 1 WHERE `organisation_id` = old.`organisation_id` AND `platform` = coalesce(old.`platform`, 'any') AND `lifecycle` = old.`lifecycle`;
	INSERT INTO `device_totals` VALUES (new.`organisation_id`, coalesce(new.`platform`, 'any'), new.`lifecycle`, 1)
	ON CONFLICT DO UPDATE SET `count` = `count` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `invitation_message_made` AFTER INSERT ON `messages` WHEN new.`invitation_id` IS NOT NULL BEGIN
	UPDATE `invitations` SET `delivery` = 'queued', `delivery_reason` = NULL, `changed_at` = max(`changed_at`, new.`changed_at`) WHERE `id` = new.`invitation_id`;
	UPDATE `devices` SET `changed_at` = max(`changed_at`, new.`changed_at`) WHERE `lifecycle` = 'invited' AND `id` = (SELECT `slot_device_id` FROM `invitations` WHERE `id` = new.`invitation_id`);
END;
--> statement-breakpoint
CREATE TRIGGER `invitation_message_fared` AFTER UPDATE OF `state` ON `messages` WHEN new.`invitation_id` IS NOT NULL AND new.`state` <> old.`state` BEGIN
	UPDATE `invitations` SET
		`delivery` = CASE WHEN new.`state` IN ('sent', 'queued', 'failed') THEN new.`state` ELSE `delivery` END,
		`delivery_reason` = CASE WHEN new.`state` = 'failed' THEN new.`last_error` END,
		`delivered_at` = CASE WHEN new.`state` = 'sent' THEN new.`changed_at` ELSE `delivered_at` END,
		`changed_at` = max(`changed_at`, new.`changed_at`)
	WHERE `id` = new.`invitation_id`;
	UPDATE `devices` SET `changed_at` = max(`changed_at`, new.`changed_at`) WHERE `lifecycle` = 'invited' AND `id` = (SELECT `slot_device_id` FROM `invitations` WHERE `id` = new.`invitation_id`);
END;
--> statement-breakpoint
CREATE TRIGGER `invitation_item_settled` AFTER UPDATE OF `state` ON `invitation_items` WHEN new.`state` IN ('done', 'failed', 'skipped') AND old.`state` NOT IN ('done', 'failed', 'skipped') BEGIN
	UPDATE `invitation_jobs` SET
		`done` = `done` + (new.`state` = 'done'),
		`failed` = `failed` + (new.`state` = 'failed'),
		`skipped` = `skipped` + (new.`state` = 'skipped'),
		`finished_at` = CASE WHEN `done` + `failed` + `skipped` + 1 >= `total` THEN new.`changed_at` ELSE `finished_at` END
	WHERE `id` = new.`job_id`;
END;
