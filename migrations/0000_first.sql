CREATE TABLE `account_addresses` (
	`organisation_id` integer NOT NULL,
	`address` text NOT NULL,
	`account_id` text NOT NULL,
	`proved_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `address`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `account_addresses_account` ON `account_addresses` (`account_id`);--> statement-breakpoint
CREATE TABLE `account_templates` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` integer NOT NULL,
	`name` text NOT NULL,
	`device_limit` integer,
	`default_ownership` text NOT NULL,
	`locale` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `account_templates_organisation` ON `account_templates` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` integer NOT NULL,
	`ref` text NOT NULL,
	`role` text NOT NULL,
	`state` text NOT NULL,
	`name` text NOT NULL,
	`phone` text,
	`locale` text NOT NULL,
	`template_id` text NOT NULL,
	`terms_version` integer,
	`terms_accepted_at` integer,
	`disabled_at` integer,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`template_id`) REFERENCES `account_templates`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_ref_unique` ON `accounts` (`ref`);--> statement-breakpoint
CREATE INDEX `accounts_organisation` ON `accounts` (`organisation_id`,`changed_at`);--> statement-breakpoint
CREATE TABLE `web_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`organisation_id` integer NOT NULL,
	`address` text NOT NULL,
	`assurance` text NOT NULL,
	`created_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `web_sessions_account` ON `web_sessions` (`account_id`);--> statement-breakpoint
CREATE INDEX `web_sessions_ends` ON `web_sessions` (`ends_at`);--> statement-breakpoint
CREATE TABLE `audit` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` integer NOT NULL,
	`at` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`action` text NOT NULL,
	`account_id` text,
	`device_id` text,
	`detail` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_organisation` ON `audit` (`organisation_id`,`at`);--> statement-breakpoint
CREATE INDEX `audit_account` ON `audit` (`organisation_id`,`account_id`,`at`);--> statement-breakpoint
CREATE TABLE `devices` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` integer NOT NULL,
	`account_id` text NOT NULL,
	`ref` text NOT NULL,
	`rev` integer NOT NULL,
	`lifecycle` text NOT NULL,
	`platform` text NOT NULL,
	`ownership` text NOT NULL,
	`template_id` text NOT NULL,
	`template_version` integer NOT NULL,
	`reports` text NOT NULL,
	`check_in_seconds` integer NOT NULL,
	`claim_id` text NOT NULL,
	`grant_id` text NOT NULL,
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
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`template_id`) REFERENCES `device_templates`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `devices_organisation` ON `devices` (`organisation_id`,`changed_at`);--> statement-breakpoint
CREATE INDEX `devices_account` ON `devices` (`account_id`);--> statement-breakpoint
CREATE INDEX `devices_template` ON `devices` (`template_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `devices_living_key` ON `devices` (`key_thumbprint`) WHERE key_thumbprint IS NOT NULL AND lifecycle IN ('pending', 'active');--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` integer NOT NULL,
	`account_id` text,
	`kind` text NOT NULL,
	`channel` text NOT NULL,
	`recipient` text NOT NULL,
	`locale` text NOT NULL,
	`payload` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`last_error` text,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`queued_at` integer NOT NULL,
	`claimed_at` integer,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `messages_waiting` ON `messages` (`state`,`queued_at`);--> statement-breakpoint
CREATE TABLE `organisation_logos` (
	`organisation_id` integer PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`bytes` blob NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `organisation_platforms` (
	`organisation_id` integer NOT NULL,
	`platform` text NOT NULL,
	`device_template_id` text NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `platform`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`device_template_id`) REFERENCES `device_templates`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `organisation_platforms_template` ON `organisation_platforms` (`device_template_id`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`site_id` text NOT NULL,
	`name` text NOT NULL,
	`enabled` integer NOT NULL,
	`accent` text NOT NULL,
	`logo_version` text,
	`helpdesk_email` text,
	`helpdesk_phone` text,
	`helpdesk_url` text,
	`email_rule` text NOT NULL,
	`email_rule_hint` text,
	`terms` text,
	`terms_version` integer NOT NULL,
	`phone_required` integer NOT NULL,
	`confirmation` text NOT NULL,
	`account_template_id` text,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`account_template_id`) REFERENCES `account_templates`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_slug_unique` ON `organisations` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_site_id_unique` ON `organisations` (`site_id`);--> statement-breakpoint
CREATE TABLE `service` (
	`id` integer PRIMARY KEY NOT NULL,
	`enabled` integer NOT NULL,
	`default_organisation_id` integer,
	`provision_code_seconds` integer NOT NULL,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `device_templates` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` integer NOT NULL,
	`platform` text NOT NULL,
	`name` text NOT NULL,
	`version` integer NOT NULL,
	`settings` text NOT NULL,
	`instructions` text NOT NULL,
	`notes` text,
	`default_ownership` text NOT NULL,
	`ownership_choosable` integer NOT NULL,
	`reports` text NOT NULL,
	`check_in_seconds` integer NOT NULL,
	`archived_at` integer,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `device_templates_organisation` ON `device_templates` (`organisation_id`);