import { inD1, makePerson, seedWorld } from '../support/world.ts'

export const ACME = 1
export const OTHER = 2
const DEVICES = 6000
const OWNERS = 1500

/**
 * 6,000 devices in one statement, a twentieth of them slots. Names, times and states repeat, so that the id alone
 * tells many apart; a third of the owners has none. Gives the id of an account that asks for them.
 */
export async function seedManyDevices(): Promise<string> {
  await seedWorld()
  const manager = (await makePerson()).account.id
  await inD1(
    `INSERT INTO organisations (id, slug, site_id, name, enabled, accent, email_rule, terms_version,
       phone_required, confirmation, created_at, changed_at)
     VALUES (${OTHER}, 'other', '5711', 'Other', 1, '#123456', '', 1, 0, 'tap', 0, 0)`,
  )
  const [template] = await inD1(
    "SELECT id FROM device_templates WHERE organisation_id = 1 AND platform = 'ios'",
  )
  const [account] = await inD1('SELECT id FROM account_templates WHERE organisation_id = 1')
  await inD1(
    `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ?1 - 1)
     INSERT INTO accounts (id, organisation_id, ref, role, state, name, name_key, locale, address, template_id,
       created_at, changed_at)
     SELECT printf('acc_%05d', i), 1, 'ref_' || i, 'device_owner', 'active', 'Ada ' || (i / 100), 'ada ' || (i / 100),
       'en', printf('p%05d@acme.example', i), ?2, 1, 1 FROM n`,
    OWNERS,
    account?.id,
  )
  await inD1(
    `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ?1 - 1)
     INSERT INTO devices (id, organisation_id, account_id, ref, rev, lifecycle, platform, ownership, template_id,
       template_version, reports, check_in_seconds, claim_id, grant_id, epoch, credential_hash, registered_at, name,
       name_key, serial, last_seen_at, unresponsive_since, unresponsive_reason, changed_at)
     SELECT printf('dev_%05d', i * 7919 % ?1), 1, printf('acc_%05d', i % (?2 * 2 / 3)), 'ref', 1,
       CASE i % 20 WHEN 0 THEN 'invited' WHEN 1 THEN 'pending' WHEN 2 THEN 'deleted' WHEN 3 THEN 'retired'
         WHEN 4 THEN iif(i % 100 = 4, 'wiped', 'replaced') ELSE 'active' END,
       iif(i % 20 = 0, NULL, iif(i % 4 = 1, 'ios', iif(i % 400 = 10, 'linux', 'android'))),
       iif(i % 50 = 7, 'personal', 'company'), iif(i % 20 = 0, NULL, ?3), 1, 'agent', 3600, '', '', 1, '',
       5000 + i / 10, iif(i % 20 = 0 OR i % 300 = 5, NULL, 'Pad ' || (i / 50)),
       iif(i % 20 = 0 OR i % 300 = 5, '', 'pad ' || (i / 50)),
       iif(i % 20 = 0, NULL, iif(i % 60 = 6, 'x', 'SN') || i), iif(i % 5 = 0, NULL, 9000 + i / 10),
       iif(i % 40 = 9, 100 + i, NULL),
       iif(i % 40 = 9, iif(i % 80 = 9, '{"kind":"silent"}', '{"kind":"permissions","names":["location"]}'), NULL),
       7000 + i / 10
     FROM n`,
    DEVICES,
    OWNERS,
    template?.id,
  )
  return manager
}
