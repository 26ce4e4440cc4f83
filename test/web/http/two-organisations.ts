import { type Account, isStaff } from '../../../src/accounts/index.ts'
import { invite } from '../../support/invitations.ts'
import { copyRows } from '../../support/rows.ts'
import { makeManager, makeSupervisor } from '../../support/staff.ts'
import { makeVisitor, type Visitor, visitorOf } from '../../support/visitor.ts'
import {
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  seedWorld,
  services,
  settle,
  time,
} from '../../support/world.ts'
import { foreignOf, makeOtherOrganisation, OTHER } from './other-organisation.ts'

/** Acme with people and things in it, and beside it another organisation with the same. */

export type Role = 'nobody' | 'owner' | 'owner at sign-in' | 'manager by e-mail' | 'manager' | 'supervisor'

/** Something of Acme, and its like in the other organisation. */
export type Pair = { own: string; foreign: string }

export type World = {
  visitors: Record<Role, Visitor>
  /** By what a route's parameter means. */
  pairs: Record<
    | 'slug'
    | 'organisation'
    | 'account'
    | 'manager'
    | 'supervisor'
    | 'accountTemplate'
    | 'deviceTemplate'
    | 'device'
    | 'command'
    | 'view'
    | 'invitation'
    | 'invitationJob'
    | 'grant'
    | 'ref'
    | 'passkey'
    | 'session'
    | 'message'
    | 'sentMessage'
    | 'deadLetter'
    | 'outbox'
    | 'exception'
    | 'apiKey'
    | 'ownCertificate'
    | 'authority'
    | 'certificate'
    | 'authorityFile'
    | 'crlFile',
    Pair
  >
}

/** A certificate of a device from its organisation's authority. */
async function certify(organisationId: number, holder: { account: string; device: string; name: string }) {
  const { certificates } = services
  const organisation = { id: organisationId, name: 'Some' }
  const made = await certificates.makeIdentity({
    organisation,
    accountId: holder.account,
    deviceId: holder.device,
    subject: { subject: `CN=${holder.name}`, email: 'some@acme.example', keyUsage: ['digital_signature'] },
    now: time.now(),
  })
  if (!made.ok) throw new Error(made.error)
  const { serial } = made.value
  const { id: authority } = await certificates.ensureAuthority(organisation, time.now())
  // The list is made when it is asked for, and kept: reading it again changes nothing.
  await certificates.readCrl(authority, time.now())
  return { serial, authority }
}

async function signIn(account: Account, assurance: 'email' | 'passkey'): Promise<Visitor> {
  const visitor = makeVisitor()
  const { secret } = await services.accounts.openSession(account, { assurance, userAgent: '' }, time.now())
  visitor.cookies.set('__Host-latchkey-staff', secret)
  return visitor
}

export async function makeTwoOrganisations(): Promise<World> {
  await seedWorld()
  const manager = await makeManager()
  const colleague = await makeManager({ name: 'Hedy Lamarr' })
  const supervisor = await makeSupervisor()
  const peer = await makeSupervisor()
  const person = await makePerson()
  const code = await issueCode(person)
  const device = await makeTestDevice()
  const redeemed = await device.redeem({ code: code.code })
  const living = await issueCode(person, { platform: 'linux' })
  const invited = await invite(person)
  await settle(person.account.ref)

  if (isStaff(person.account, 'passkey')) throw new Error('the owner is no owner')

  const [session] = await inD1(
    'SELECT id FROM web_sessions WHERE account_id = ? ORDER BY rowid',
    manager.account.id,
  )
  // Not in use, so that they can be archived.
  const [accountTemplate, deviceTemplate] = ['act_AAAAAAAAAAAAAAAAAAAAAA', 'tpl_AAAAAAAAAAAAAAAAAAAAAA']
  await copyRows('account_templates', `id = '${person.account.templateId}'`, () => ({
    id: accountTemplate,
    name: 'Guests',
  }))
  const [agent] = await inD1(
    "SELECT id FROM device_templates WHERE organisation_id = 1 AND platform = 'agent'",
  )
  await copyRows('device_templates', `id = '${agent?.id}'`, () => ({
    id: deviceTemplate,
    name: 'Spare',
  }))
  await copyRows('device_template_versions', `template_id = '${agent?.id}'`, () => ({
    template_id: deviceTemplate,
  }))
  const own = {
    account: person.account.id,
    accountTemplate,
    device: String(redeemed.body.device.id),
    deviceTemplate,
    command: 'cmd_AAAAAAAAAAAAAAAAAAAAAA',
    view: 'view_AAAAAAAAAAAAAAAAAAAAAA',
    invitation: invited.invitation.id,
    invitationJob: 'job_AAAAAAAAAAAAAAAAAAAAAA',
    session: String(session?.id),
    message: 'msg_AAAAAAAAAAAAAAAAAAAAAA',
    deadLetter: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    passkey: 'pasSkeyAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    apiKey: 'key_aaaaaaaaaaaaaaaa',
    ownCertificate: 'uct_AAAAAAAAAAAAAAAAAAAAAA',
  }
  const at = time.now()
  await inD1(
    "INSERT INTO messages (id, organisation_id, account_id, kind, channel, recipient, locale, payload, state, created_at, queued_at, changed_at) VALUES (?, 1, ?, 'theft_signal', 'email', 'ada@acme.example', 'en', '{}', 'failed', ?, ?, ?)",
    ...[own.message, own.account, at, at, at],
  )
  await inD1(
    `INSERT INTO dead_letters VALUES (?, '{"kind":"message","owner":"d1","id":"msg_x"}', 3, ?)`,
    ...[own.deadLetter, at],
  )
  await inD1(
    "INSERT INTO waiting_outboxes VALUES (?, 1, ?, 2, 1, 'D1 did not answer', ?, ?)",
    ...[person.account.ref, own.account, at, at],
  )
  for (const [id, name] of [
    [own.passkey, 'Laptop'],
    ['secondkeyAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'Phone'],
  ])
    await inD1(
      "INSERT INTO passkeys VALUES (?, ?, 1, ?, X'00', 0, '[]', 0, ?, NULL)",
      ...[id, manager.account.id, name, at],
    )
  await inD1(
    "INSERT INTO device_views VALUES (?, 1, ?, 'Phones', 'platform=android', ?)",
    ...[own.view, manager.account.id, at],
  )
  await inD1(
    `INSERT INTO device_commands (id, organisation_id, account_id, device_id, epoch, kind, state, params, asked_by,
       asked_by_id, created_at, ends_at, changed_at)
     VALUES (?1, 1, ?2, ?3, 1, 'retire', 'queued', '{}', 'owner', ?2, ?4, ?4 + 86400000, ?4)`,
    ...[own.command, own.account, own.device, at],
  )
  await inD1(
    `INSERT INTO invitation_jobs (id, organisation_id, channel, created_by, created_at, total, failed, finished_at,
       pumped_at) VALUES (?1, 1, 'email', ?2, ?3, 1, 1, ?3, ?3)`,
    ...[own.invitationJob, manager.account.id, at],
  )
  await inD1(
    "INSERT INTO invitation_items VALUES (?, ?, 1, ?, 'ada@acme.example', 'failed', 'gave_up', 1, ?, ?)",
    ...[`${own.invitationJob}.0`, own.invitationJob, own.account, at, at],
  )
  await inD1("INSERT INTO email_exceptions VALUES (1, 'guest@elsewhere.example', 'accept', ?)", at)

  await inD1(
    `INSERT INTO api_keys VALUES (?, 1, 'VPN gateway', '["security_strings"]', 'hash', 'AbCd', ?, ?, NULL, NULL, NULL)`,
    ...[own.apiKey, manager.account.id, at],
  )

  await inD1(
    `INSERT INTO account_certificates VALUES (?1, 1, ?2, 'Mail', 'CN=Ada', 'CN=Root', '1f', '[]', 'aa', '[]', NULL, ?3,
       ?3 + 86400000, ?3)`,
    ...[own.ownCertificate, own.account, at],
  )

  await makeOtherOrganisation(own, colleague.account.id, at)

  const certified = {
    own: await certify(1, { ...own, name: 'Ada' }),
    foreign: await certify(OTHER, {
      account: foreignOf(own.account),
      device: foreignOf(own.device),
      name: 'Eve Foreign',
    }),
  }
  const certifiedPair = (tell: (one: typeof certified.own) => string): Pair => ({
    own: tell(certified.own),
    foreign: tell(certified.foreign),
  })
  const pairOf = (id: string): Pair => ({ own: id, foreign: foreignOf(id) })
  return {
    visitors: {
      nobody: makeVisitor(),
      owner: visitorOf(person),
      'owner at sign-in': await signIn(person.account, 'email'),
      'manager by e-mail': await signIn(manager.account, 'email'),
      manager: manager.visitor,
      supervisor: supervisor.visitor,
    },
    pairs: {
      slug: { own: 'acme', foreign: 'other' },
      organisation: { own: '1', foreign: '77' },
      account: pairOf(own.account),
      manager: pairOf(colleague.account.id),
      // Somebody who is none: a manager.
      supervisor: { own: peer.account.id, foreign: colleague.account.id },
      accountTemplate: pairOf(own.accountTemplate),
      deviceTemplate: pairOf(own.deviceTemplate),
      device: pairOf(own.device),
      command: pairOf(own.command),
      view: pairOf(own.view),
      invitation: pairOf(own.invitation),
      invitationJob: pairOf(own.invitationJob),
      grant: pairOf(living.grant.id),
      ref: pairOf(person.account.ref),
      passkey: pairOf(own.passkey),
      session: pairOf(own.session),
      message: { own: own.message, foreign: 'msg_BBBBBBBBBBBBBBBBBBBBBB' },
      sentMessage: pairOf(own.message),
      deadLetter: pairOf(own.deadLetter),
      // There is none of these; supervisors may see every organisation's.
      outbox: { own: person.account.ref, foreign: 'AAAAAAAAAAAAAAAAAAAAAA' },
      exception: { own: 'guest@elsewhere.example', foreign: 'eve@elsewhere.example' },
      apiKey: pairOf(own.apiKey),
      ownCertificate: pairOf(own.ownCertificate),
      authority: certifiedPair(({ authority }) => authority),
      certificate: certifiedPair(({ serial }) => serial),
      // Public: another's is as open as one's own.
      authorityFile: certifiedPair(({ authority }) => `${authority}.crt`),
      crlFile: certifiedPair(({ authority }) => `${authority}.crl`),
    },
  }
}
