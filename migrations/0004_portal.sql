CREATE TABLE `account_certificates` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` integer NOT NULL,
	`account_id` text NOT NULL,
	`name` text NOT NULL,
	`subject` text NOT NULL,
	`issuer` text NOT NULL,
	`serial` text NOT NULL,
	`usages` text NOT NULL,
	`fingerprint` text NOT NULL,
	`chain` text NOT NULL,
	`sealed_key` text,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `account_certificates_one` ON `account_certificates` (`account_id`,`fingerprint`);--> statement-breakpoint
CREATE TABLE `device_commands` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` integer NOT NULL,
	`account_id` text NOT NULL,
	`device_id` text NOT NULL,
	`epoch` integer NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`params` text NOT NULL,
	`result` text,
	`asked_by` text NOT NULL,
	`asked_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`delivered_at` integer,
	`finished_at` integer,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`device_id`) REFERENCES `devices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `device_commands_device` ON `device_commands` (`device_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `device_commands_open` ON `device_commands` (`ends_at`) WHERE state IN ('queued', 'delivered');--> statement-breakpoint
CREATE INDEX `device_commands_waiting` ON `device_commands` (`device_id`) WHERE state IN ('queued', 'delivered');--> statement-breakpoint
CREATE INDEX `device_commands_located` ON `device_commands` (`finished_at`) WHERE kind = 'locate' AND result IS NOT NULL;--> statement-breakpoint
CREATE TABLE `derived_credentials` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` integer NOT NULL,
	`account_id` text NOT NULL,
	`device_id` text NOT NULL,
	`epoch` integer NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`secret_hash` text,
	`secret_ends_at` integer,
	`serial` text,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	`ends_at` integer,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`device_id`) REFERENCES `devices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `derived_credentials_secret_hash_unique` ON `derived_credentials` (`secret_hash`);--> statement-breakpoint
CREATE INDEX `derived_credentials_device` ON `derived_credentials` (`device_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `derived_credentials_account` ON `derived_credentials` (`account_id`);--> statement-breakpoint
CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` integer NOT NULL,
	`name` text NOT NULL,
	`scopes` text NOT NULL,
	`hash` text NOT NULL,
	`hint` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`ends_at` integer,
	`last_used_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_hash_unique` ON `api_keys` (`hash`);--> statement-breakpoint
CREATE INDEX `api_keys_organisation` ON `api_keys` (`organisation_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `security_batches` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` integer NOT NULL,
	`account_id` text NOT NULL,
	`device_id` text NOT NULL,
	`epoch` integer NOT NULL,
	`size` integer NOT NULL,
	`used` integer DEFAULT 0 NOT NULL,
	`failures` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`voided_at` integer,
	`void_reason` text,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`device_id`) REFERENCES `devices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `security_batches_device` ON `security_batches` (`device_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `security_batches_living` ON `security_batches` (`account_id`) WHERE voided_at IS NULL;--> statement-breakpoint
CREATE TABLE `security_strings` (
	`batch_id` text NOT NULL,
	`position` integer NOT NULL,
	`mac` text NOT NULL,
	`used_at` integer,
	`used_by` text,
	PRIMARY KEY(`batch_id`, `position`),
	FOREIGN KEY (`batch_id`) REFERENCES `security_batches`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `accounts` ADD `deletion_asked_at` integer;--> statement-breakpoint
CREATE INDEX `accounts_leaving` ON `accounts` (`organisation_id`,`deletion_asked_at`,`id`) WHERE deletion_asked_at IS NOT NULL;--> statement-breakpoint
ALTER TABLE `devices` ADD `replaces_device_id` text;--> statement-breakpoint
ALTER TABLE `devices` ADD `name_given` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `devices_replaces` ON `devices` (`replaces_device_id`) WHERE replaces_device_id IS NOT NULL;--> statement-breakpoint
ALTER TABLE `service` ADD `derived_credential_secret` text;