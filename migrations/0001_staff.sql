CREATE TABLE `account_identities` (
	`organisation_id` integer NOT NULL,
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`account_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `issuer`, `subject`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `account_identities_account` ON `account_identities` (`account_id`);--> statement-breakpoint
CREATE TABLE `passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`organisation_id` integer NOT NULL,
	`name` text NOT NULL,
	`public_key` blob NOT NULL,
	`counter` integer NOT NULL,
	`transports` text NOT NULL,
	`backed_up` integer NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `passkeys_account` ON `passkeys` (`account_id`);--> statement-breakpoint
CREATE TABLE `recovery_links` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`organisation_id` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `recovery_links_account` ON `recovery_links` (`account_id`);--> statement-breakpoint
CREATE TABLE `spent_once` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`ends_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `spent_once_ends` ON `spent_once` (`ends_at`);--> statement-breakpoint
CREATE TABLE `daily_totals` (
	`organisation_id` integer NOT NULL,
	`day` integer NOT NULL,
	`action` text NOT NULL,
	`platform` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `day`, `action`, `platform`)
);
--> statement-breakpoint
CREATE TABLE `device_totals` (
	`organisation_id` integer NOT NULL,
	`platform` text NOT NULL,
	`lifecycle` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `platform`, `lifecycle`)
);
--> statement-breakpoint
CREATE TABLE `dead_letters` (
	`id` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`attempts` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `dead_letters_created` ON `dead_letters` (`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `email_exceptions` (
	`organisation_id` integer NOT NULL,
	`address` text NOT NULL,
	`verdict` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `address`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `organisation_oidc` (
	`organisation_id` integer PRIMARY KEY NOT NULL,
	`enabled` integer NOT NULL,
	`issuer` text NOT NULL,
	`client_id` text NOT NULL,
	`client_secret` text NOT NULL,
	`email_claim` text NOT NULL,
	`for_owners` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `waiting_outboxes` (
	`ref` text PRIMARY KEY NOT NULL,
	`organisation_id` integer NOT NULL,
	`account_id` text NOT NULL,
	`waiting` integer NOT NULL,
	`parked` integer NOT NULL,
	`reason` text NOT NULL,
	`since` integer NOT NULL,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `waiting_outboxes_since` ON `waiting_outboxes` (`since`,`ref`);--> statement-breakpoint
CREATE TABLE `device_template_versions` (
	`template_id` text NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`changed_by` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`template_id`, `version`),
	FOREIGN KEY (`template_id`) REFERENCES `device_templates`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `account_templates` ADD `permissions` text DEFAULT '["register","pin","qr","change_ownership"]' NOT NULL;--> statement-breakpoint
ALTER TABLE `account_templates` ADD `groups` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `account_templates` ADD `at_limit` text DEFAULT 'refuse' NOT NULL;--> statement-breakpoint
ALTER TABLE `account_templates` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `account_templates` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `accounts` ADD `address` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `accounts` ADD `name_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `accounts` ADD `groups` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
CREATE INDEX `accounts_created` ON `accounts` (`organisation_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `accounts_name` ON `accounts` (`organisation_id`,`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `accounts_address` ON `accounts` (`organisation_id`,`address`,`id`);--> statement-breakpoint
CREATE INDEX `accounts_state` ON `accounts` (`organisation_id`,`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `accounts_role` ON `accounts` (`organisation_id`,`role`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `accounts_template` ON `accounts` (`template_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `accounts_disabled` ON `accounts` (`organisation_id`,`disabled_at`,`id`);--> statement-breakpoint
ALTER TABLE `web_sessions` ADD `agent` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisations` ADD `setup_open` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `organisations` ADD `default_ownership` text DEFAULT 'personal' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisations` ADD `ownership_choosable` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `organisations` ADD `qr_enabled` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `organisations` ADD `approval_required` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `organisations` ADD `invitation_days` integer;--> statement-breakpoint
ALTER TABLE `organisations` ADD `invitation_device_limit` integer;--> statement-breakpoint
ALTER TABLE `service` ADD `owners_may_provision` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `service` ADD `log_device_facts` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `service` ADD `android_sms_code` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `service` ADD `derived_credential_url` text;--> statement-breakpoint
ALTER TABLE `service` ADD `helpdesk_email` text;--> statement-breakpoint
ALTER TABLE `service` ADD `helpdesk_phone` text;--> statement-breakpoint
ALTER TABLE `service` ADD `helpdesk_url` text;--> statement-breakpoint
CREATE INDEX `account_addresses_address` ON `account_addresses` (`address`);--> statement-breakpoint
CREATE INDEX `audit_action` ON `audit` (`organisation_id`,`action`,`at`);--> statement-breakpoint
CREATE INDEX `audit_device` ON `audit` (`organisation_id`,`device_id`,`at`);--> statement-breakpoint
CREATE INDEX `audit_actor` ON `audit` (`organisation_id`,`actor_id`,`at`);--> statement-breakpoint
CREATE INDEX `messages_organisation` ON `messages` (`organisation_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `messages_failed` ON `messages` (`state`,`changed_at`,`id`);--> statement-breakpoint
-- Supervisors are accounts of organisation 0. Its slug and site id have no shape that anybody can ask for.
INSERT INTO `organisations` (`id`, `slug`, `site_id`, `name`, `enabled`, `accent`, `email_rule`, `terms_version`, `phone_required`, `confirmation`, `created_at`, `changed_at`) VALUES (0, '-', '-', 'Latchkey', true, '#17559a', '', 1, false, 'tap', 0, 0);
--> statement-breakpoint
INSERT INTO `account_templates` (`id`, `organisation_id`, `name`, `device_limit`, `default_ownership`, `locale`, `permissions`, `created_at`, `changed_at`) VALUES ('act_supervisor', 0, 'Supervisor', NULL, 'inherit', 'en', '[]', 0, 0);
--> statement-breakpoint
UPDATE `accounts` SET `name_key` = lower(substr(`name`, 1, 80)), `address` = coalesce((SELECT `address` FROM `account_addresses` WHERE `account_addresses`.`account_id` = `accounts`.`id` ORDER BY `proved_at` DESC LIMIT 1), '');
--> statement-breakpoint
INSERT INTO `device_totals` SELECT `organisation_id`, `platform`, `lifecycle`, count(*) FROM `devices` GROUP BY 1, 2, 3;
--> statement-breakpoint
INSERT INTO `daily_totals` SELECT `organisation_id`, `at` / 86400000, `action`, coalesce(json_extract(`detail`, '$.platform'), ''), count(*) FROM `audit` GROUP BY 1, 2, 3, 4;
--> statement-breakpoint
CREATE TRIGGER `audit_counted` AFTER INSERT ON `audit` BEGIN
	INSERT INTO `daily_totals` VALUES (new.`organisation_id`, new.`at` / 86400000, new.`action`, coalesce(json_extract(new.`detail`, '$.platform'), ''), 1)
	ON CONFLICT DO UPDATE SET `count` = `count` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `device_counted` AFTER INSERT ON `devices` BEGIN
	INSERT INTO `device_totals` VALUES (new.`organisation_id`, new.`platform`, new.`lifecycle`, 1)
	ON CONFLICT DO UPDATE SET `count` = `count` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `device_recounted` AFTER UPDATE OF `lifecycle`, `platform` ON `devices` WHEN old.`lifecycle` <> new.`lifecycle` OR old.`platform` <> new.`platform` BEGIN
	UPDATE `device_totals` SET `count` = `count` - 1 WHERE `organisation_id` = old.`organisation_id` AND `platform` = old.`platform` AND `lifecycle` = old.`lifecycle`;
	INSERT INTO `device_totals` VALUES (new.`organisation_id`, new.`platform`, new.`lifecycle`, 1)
	ON CONFLICT DO UPDATE SET `count` = `count` + 1;
END;
