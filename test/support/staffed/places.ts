import type { Places } from './paths.ts'

/** What stands in the place of a path's parameters, once the world is there. */

/** A code that a manager sent: its page has no row in D1. */
export async function sendCode(
  origin: string,
  secret: string,
  db: D1Database,
): Promise<Record<string, string>> {
  const ada = db.prepare("SELECT id FROM accounts WHERE address = 'ada@acme.example'")
  const id = (await ada.first<string>('id')) ?? ''
  const path = `${origin}/manage/accounts/${id}`
  const cookie = `__Host-latchkey-staff=${secret}`
  const body = new URLSearchParams({ platform: 'agent' })
  await fetch(`${path}/reprovision`, {
    method: 'POST',
    headers: { cookie, origin },
    body,
    redirect: 'manual',
  })
  const html = await (await fetch(path, { headers: { cookie } })).text()
  const grant = /\/codes\/(grt_[\w-]+)"/.exec(html)?.[1]
  if (!grant) throw new Error('no code was sent')
  return { id, grant }
}

export async function findPlaces(db: D1Database): Promise<Places> {
  const one = async (query: string) => (await db.prepare(query).first<string>('id')) ?? ''
  const manager = await one("SELECT id FROM accounts WHERE role = 'manager'")
  const supervisor = await one("SELECT id FROM accounts WHERE role = 'supervisor'")
  const session = await one(`SELECT id FROM web_sessions WHERE account_id = '${manager}'`)
  const device = await one("SELECT id FROM devices WHERE organisation_id = 1 AND status = 'unresponsive'")
  return {
    '/account/passkeys/': { passkey: 'passkey-manager' },
    '/account/sessions/': { session },
    '/manage/accounts/disable': { '?': '?id=acc_0000000000000000000000' },
    '/manage/devices/': { device },
    '/manage/devices/views/': { view: 'view_sample' },
    '/manage/invitations/': { id: 'inv_sample_0', job: 'job_sample' },
    '/manage/devices/renew': { '?': `?id=${device}` },
    '/manage/devices/delete': { '?': `?id=${device}` },
    '/manage/accounts/': { id: await one("SELECT id FROM accounts WHERE state = 'unapproved' LIMIT 1") },
    '/manage/account-templates/': { id: 'act_contractors' },
    '/manage/device-templates/': {
      id: await one("SELECT id FROM device_templates WHERE organisation_id = 1 AND platform = 'ios'"),
      version: '1',
    },
    '/manage/certificates/': {
      authority: await one('SELECT id FROM certificate_authorities WHERE organisation_id = 1'),
      serial: await one(
        'SELECT serial AS id FROM issued_certificates WHERE organisation_id = 1 AND revoked_at IS NULL',
      ),
    },
    '/manage/setup/exceptions/': { address: 'partner@elsewhere.example' },
    '/manage/setup/keys/': { key: 'key_sample' },
    '/portal/certificates/': { certificate: 'uct_sample' },
    '/manage/messages/': { id: 'msg_sample_0', kind: 'invitation', locale: 'en' },
    '/supervise/organisations/': { id: '1', account: manager },
    '/supervise/service/': { account: supervisor },
    '/supervise/health/dead-letters/': { id: 'queue-message-1' },
    '/sign-in/oidc/': { slug: 'acme' },
  }
}
