import { type Account, mayProvision, needsDetails } from '../accounts/index.ts'
import { type AuditAction, auditStatement, newEntry } from '../audit/index.ts'
import { decideOwnership, type Ownership, type OwnershipRule } from '../kernel/ownership.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { CODE_LETTERS, hashSecret, type Keyring, makeCode, makeSecret } from '../kernel/secrets.ts'
import { type Instant, SECOND } from '../kernel/time.ts'
import { readUserCode, showUserCode, USER_CODE_LENGTH } from '../kernel/user-code.ts'
import type { Door } from '../organisations/index.ts'
import type { Provisioning, Redemption, RedemptionRefusal } from '../provisioning/index.ts'
import type { Holder } from '../referee/index.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import { describeError, log } from '../runtime/logger.ts'
import type { DeviceTemplate, Templates } from '../templates/index.ts'
import { INTERVAL_SECONDS, LINK_LIFE } from './rules.ts'
import type {
  AskingDevice,
  CodeTryCalls,
  FindLinkRefusal,
  LinkRequestCalls,
  LinkView,
  OpenLinkInput,
  PollRefusal,
} from './types.ts'

/** Who is signed in, at the door of their organisation. */
export type LinkOwner = { door: Door; account: Account }

/** Why somebody cannot set up any device. */
export type EntitlementRefusal =
  | { code: 'not_entitled' }
  | { code: 'setup_disabled' }
  | { code: 'details_missing' }
  | { code: 'unapproved' }

export type FindRefusal =
  | EntitlementRefusal
  | { code: 'not_a_code' }
  | { code: FindLinkRefusal }
  | { code: 'too_many_codes'; opensAt: Instant }

export type AllowRefusal =
  | EntitlementRefusal
  /** It is over, or was never this person's to answer. */
  | { code: 'gone' }
  /** The organisation has nothing for this kind of device. */
  | { code: 'not_offered' }
  | { code: 'choose_ownership' }
  | { code: 'device_limit_reached'; limit: number }

/** A request with what allowing it would mean. `ownership` is null where the organisation has nothing for it. */
export type LinkAsked = LinkView & { code: string; ownership: OwnershipRule | null }

/** How often a fresh code may turn out to be another device's. */
const DRAWS = 5
const DEVICE_CODE = /^([0-9a-f]{64})\.([A-Za-z0-9_-]{22})$/

/** Device authorisation (RFC 8628): a device without browser or camera asks, somebody who is signed in answers. */
export function makeDeviceLinks(rooms: {
  database: Database
  linkRequests: DurableObjectNamespace
  keys: Keyring
  templates: Pick<Templates, 'findOffered'>
  provisioning: Provisioning
}) {
  const { database, linkRequests, keys, templates, provisioning } = rooms
  const objectOf = (name: string) => linkRequests.get(linkRequests.idFromName(name)) as unknown
  const linkNamed = (name: string) => objectOf(name) as LinkRequestCalls
  const nameOf = (code: string) => keys.nameOf('link', code)
  const linkOf = (code: string) => linkNamed(nameOf(code))
  const triesOf = (account: Account) => objectOf(keys.nameOf('link-tries', account.ref)) as CodeTryCalls

  /** Told again, it stands in the audit once. */
  async function note(
    account: Account,
    code: string,
    link: LinkView,
    action: Extract<AuditAction, `device_link.${string}`>,
    now: Instant,
    grant?: string,
  ) {
    const { organisationId, id } = account
    const { name } = link.device
    const detail = {
      platform: link.device.platform,
      client: link.clientId,
      ...(name !== undefined && { name }),
      ...(grant !== undefined && { grant }),
    }
    const entry = newEntry({
      organisationId,
      at: now,
      actor: { kind: account.role === 'device_owner' ? 'owner' : account.role, id },
      action,
      accountId: id,
      detail,
    })
    const words = [action, nameOf(code), link.askedAt, grant ?? '']
    const told = { ...entry, id: `aud_${hashSecret(words.join('/')).slice(0, 22)}` }
    await runBatch(database, [auditStatement(database, told)])
  }

  /** The template for the kind of device that asks, and whose device it would be. */
  async function findTemplate({ door, account }: LinkOwner, device: AskingDevice) {
    const template = await templates.findOffered(door.organisation.id, device.platform)
    const { organisation } = door
    return (
      template && { template, rule: decideOwnership({ template: template.ownership, account, organisation }) }
    )
  }

  /** Issues the code that the device will redeem, or says why there is none. */
  async function issue(
    owner: LinkOwner,
    template: DeviceTemplate,
    ownership: Ownership | null,
  ): Promise<Result<string, AllowRefusal>> {
    // Whoever allows it looks at its code and at the page: no PIN could prove more.
    const issued = await provisioning.issueCode({ ...owner, template, ownership, confirmation: 'tap' })
    return issued.ok ? ok(issued.value.id) : issued
  }

  return {
    /** A device asks. `organisation` is its site id or short name, where the device knows it. */
    async open(
      input: Omit<OpenLinkInput, 'secretHash'>,
    ): Promise<
      Result<
        { deviceCode: string; userCode: string; expiresInSeconds: number; intervalSeconds: number },
        'temporarily_unavailable'
      >
    > {
      const secret = makeSecret()
      const asked: OpenLinkInput = { ...input, secretHash: hashSecret(secret) }
      for (let draw = 0; draw < DRAWS; draw += 1) {
        const code = makeCode(CODE_LETTERS, USER_CODE_LENGTH)
        const opened = await linkOf(code).open(asked).catch(noAnswer)
        if (opened === null) break
        if (!opened.ok) continue
        return ok({
          deviceCode: `${nameOf(code)}.${secret}`,
          userCode: showUserCode(code),
          expiresInSeconds: LINK_LIFE / SECOND,
          intervalSeconds: INTERVAL_SECONDS,
        })
      }
      return refuse('temporarily_unavailable')
    },

    /**
     * A device asks how it stands, proving its key. Once allowed, it redeems the code that was issued for it: asked
     * again by the same key within its time, it gets the same device and credential.
     */
    async poll(input: {
      deviceCode: string
      clientId: string
      holder: Extract<Holder, { kind: 'device_key' }>
    }): Promise<Result<Redemption, PollRefusal | RedemptionRefusal>> {
      const [, name, secret] = DEVICE_CODE.exec(input.deviceCode) ?? []
      if (!name || !secret) return refuse('invalid_grant')
      const { clientId, holder } = input
      const { thumbprint } = holder
      const polled = await linkNamed(name)
        .poll({ secretHash: hashSecret(secret), clientId, thumbprint })
        .catch(noAnswer)
      if (polled === null) return refuse('temporarily_unavailable')
      if (!polled.ok) return polled
      const { ref, grantId, device } = polled.value
      return provisioning.redeem({ presented: { ref, grantId }, holder, facts: device, ownership: null })
    },

    judge: judgeEntitlement,

    /**
     * Somebody typed a code: the request is theirs to answer from now on. Tries are counted before anything is
     * compared, five wrong ones within a quarter of an hour close this door to the account for the rest of it.
     */
    async find(owner: LinkOwner, text: string): Promise<Result<{ code: string }, FindRefusal>> {
      const { account, door } = owner
      const refused = judgeEntitlement(owner)
      if (refused) return refuse(refused)
      const code = readUserCode(text)
      if (code === null) return refuse({ code: 'not_a_code' })
      const counted = await triesOf(account).countTry()
      if (!counted.ok) return refuse({ code: 'too_many_codes', ...counted.error })
      const { siteId, slug } = door.organisation
      const found = await linkOf(code).find({ account: account.ref, names: [siteId, slug] })
      // A code that is right and leads elsewhere was no guess either.
      if (found.ok || found.error === 'other_organisation') await triesOf(account).forgiveTry(counted.value)
      return found.ok ? ok({ code }) : refuse({ code: found.error })
    },

    /** The request whose code this person typed, and what allowing it would mean. Null: none, or it is over. */
    async look(owner: LinkOwner, text: string): Promise<LinkAsked | null> {
      const code = readUserCode(text)
      const link = code && (await linkOf(code).look({ account: owner.account.ref }))
      if (!code || !link) return null
      const found = link.state === 'pending' ? await findTemplate(owner, link.device) : null
      return { ...link, code, ownership: found?.rule ?? null }
    },

    /**
     * Allows the device that the person looked at: a provision code is issued for it, which nobody sees. A second
     * press of the button finds it answered, or on its way, and changes nothing.
     */
    async allow(
      owner: LinkOwner,
      input: { text: string; ownership: Ownership | null; now: Instant },
    ): Promise<Result<null, AllowRefusal>> {
      const { account } = owner
      const refused = judgeEntitlement(owner)
      if (refused) return refuse(refused)
      const code = readUserCode(input.text)
      const link = code && (await linkOf(code).look({ account: account.ref }))
      if (!code || !link) return refuse({ code: 'gone' })
      if (link.state !== 'pending') return ok(null)
      const found = await findTemplate(owner, link.device)
      if (!found) return refuse({ code: 'not_offered' })
      if (found.rule.choosable && input.ownership === null) return refuse({ code: 'choose_ownership' })
      const begun = await linkOf(code).answer({ account: account.ref, answer: { kind: 'begin' } })
      if (!begun.ok) return begun.error === 'gone' ? refuse({ code: 'gone' }) : ok(null)
      const { since } = begun.value
      const settle = (answer: { kind: 'allow'; grantId: string } | { kind: 'release' }) =>
        linkOf(code).answer({ account: account.ref, answer: { ...answer, since } })
      try {
        const issued = await issue(owner, found.template, input.ownership)
        if (!issued.ok) {
          await settle({ kind: 'release' })
          return issued
        }
        await note(account, code, link, 'device_link.allowed', input.now, issued.value)
        const allowed = await settle({ kind: 'allow', grantId: issued.value })
        return allowed.ok ? ok(null) : refuse({ code: 'gone' })
      } catch (error) {
        await settle({ kind: 'release' }).catch(noAnswer)
        throw error
      }
    },

    /** Turns the device away that the person looked at. */
    async deny({ account }: LinkOwner, text: string, now: Instant): Promise<Result<null, { code: 'gone' }>> {
      const code = readUserCode(text)
      if (code === null) return refuse({ code: 'gone' })
      const denied = await linkOf(code).answer({ account: account.ref, answer: { kind: 'deny' } })
      if (!denied.ok && denied.error === 'gone') return refuse({ code: 'gone' })
      // Turned away before, and maybe not told: the database may have been away then.
      const link = denied.ok ? denied.value.link : await linkOf(code).look({ account: account.ref })
      if (link?.state === 'denied') await note(account, code, link, 'device_link.denied', now)
      return ok(null)
    },
  }
}

/** Why this person cannot set up any device by themselves; null: they can. */
function judgeEntitlement({ door, account }: LinkOwner): EntitlementRefusal | null {
  if (!mayProvision(door, account)) return { code: 'not_entitled' }
  if (account.state !== 'active' && account.state !== 'unapproved') return { code: 'setup_disabled' }
  if (needsDetails(account, door.organisation)) return { code: 'details_missing' }
  return account.state === 'unapproved' ? { code: 'unapproved' } : null
}

/** The object cannot be reached: whoever asked is told to come again. */
function noAnswer(error: unknown): null {
  log('error', 'link.object_down', { reason: describeError(error) })
  return null
}

export type DeviceLinks = ReturnType<typeof makeDeviceLinks>
