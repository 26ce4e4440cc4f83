CREATE TABLE `certificate_authorities` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` integer NOT NULL,
	`generation` integer NOT NULL,
	`name` text NOT NULL,
	`pem` text NOT NULL,
	`sealed_key` text NOT NULL,
	`revocations` integer DEFAULT 0 NOT NULL,
	`crl_number` integer DEFAULT 0 NOT NULL,
	`crl` text,
	`crl_made_at` integer,
	`crl_revocations` integer,
	`created_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`retired_at` integer,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `certificate_authorities_generation` ON `certificate_authorities` (`organisation_id`,`generation`);--> statement-breakpoint
CREATE UNIQUE INDEX `certificate_authorities_issuing` ON `certificate_authorities` (`organisation_id`) WHERE retired_at IS NULL;--> statement-breakpoint
CREATE TABLE `issued_certificates` (
	`serial` text PRIMARY KEY NOT NULL,
	`organisation_id` integer NOT NULL,
	`authority_id` text NOT NULL,
	`kind` text NOT NULL,
	`account_id` text,
	`device_id` text,
	`subject` text NOT NULL,
	`pem` text NOT NULL,
	`created_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`revoked_at` integer,
	`reason` text,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`authority_id`) REFERENCES `certificate_authorities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `issued_certificates_organisation` ON `issued_certificates` (`organisation_id`,`created_at`,`serial`);--> statement-breakpoint
CREATE INDEX `issued_certificates_device` ON `issued_certificates` (`organisation_id`,`device_id`,`created_at`,`serial`);--> statement-breakpoint
CREATE INDEX `issued_certificates_ends` ON `issued_certificates` (`organisation_id`,`ends_at`,`serial`) WHERE revoked_at IS NULL;--> statement-breakpoint
CREATE INDEX `issued_certificates_revoked` ON `issued_certificates` (`organisation_id`,`revoked_at`,`serial`) WHERE revoked_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `issued_certificates_crl` ON `issued_certificates` (`authority_id`,`ends_at`) WHERE revoked_at IS NOT NULL;--> statement-breakpoint
CREATE TABLE `organisation_signers` (
	`organisation_id` integer NOT NULL,
	`source` text NOT NULL,
	`chain` text NOT NULL,
	`sealed_key` text NOT NULL,
	`serial` text NOT NULL,
	`created_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `source`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
