import { auditStatement, newEntry } from '../audit/index.ts'
import type { Locale } from '../kernel/locale.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { hashSecret } from '../kernel/secrets.ts'
import { type Instant, MINUTE } from '../kernel/time.ts'
import {
  type DiscoveryRefusal,
  type DoorRefusal,
  decideAddress,
  decideDoor,
  type OidcEntrance,
  type OidcSettings,
  type OidcSettingsService,
  type Organisation,
  type Organisations,
} from '../organisations/index.ts'
import type { Actor } from '../referee/index.ts'
import { findConstraint } from '../runtime/constraints.ts'
import { type Database, runBatch, type Statement } from '../runtime/database.ts'
import * as store from './identities-store.ts'
import { beginOidc, finishOidc, type OidcAttempt, type OidcFailure, type OidcPerson } from './oidc-client.ts'
import { type ArrivalRefusal, decideArrival, type OidcPurpose } from './oidc-rules.ts'
import { runOnce, spendStatement } from './once-store.ts'
import type { Accounts } from './service.ts'
import { type Entered, isStaff, ownActor, sessionAudit } from './sessions.ts'
import { endSessionStatement } from './store.ts'
import type { Account } from './types.ts'

/** How long somebody may take at the provider. */
export const OIDC_ATTEMPT = 10 * MINUTE

/** What a browser keeps, sealed, while its person is at the provider. */
export type OidcTransaction = OidcAttempt & {
  organisationId: number
  slug: string
  purpose: OidcPurpose
  issuer: string
  clientId: string
}

/** `not_offered` is the answer for an organisation that does not exist, too. */
type Closed = { code: 'door'; refusal: DoorRefusal } | { code: 'not_offered' } | { code: 'not_for_owners' }
type Unusable = { code: 'provider_unusable'; refusal: DiscoveryRefusal } | { code: 'secret_lost' }

export type BeginOidcRefusal = Closed | Unusable
export type FinishOidcRefusal = Closed | Unusable | OidcFailure | ArrivalRefusal

type FinishInput = {
  transaction: OidcTransaction
  /** The query that the provider sent the browser back with. */
  parameters: URLSearchParams
  locale: Locale
  userAgent: string
  /** The session cookies that the browser came with: the one that is replaced ends. */
  former: { staff: string | null; owner: string | null }
  now: Instant
}

/** `kind`: which of the browser's two sessions it is. */
type OidcEntered = Entered & { kind: 'staff' | 'owner' }

type Told<Refusal> = { refusal: Refusal; organisation: Organisation | null }

/** People who sign in at their organisation's identity provider (OpenID Connect). */
export function makeIdentities(rooms: {
  database: Database
  accounts: Accounts
  organisations: Organisations
  oidcSettings: OidcSettingsService
  /** The one spelling of an address: the address gate's. */
  normalise(text: string): string | null
}) {
  const { database, accounts, organisations, oidcSettings } = rooms
  const { providers, redirectUri } = oidcSettings

  /** Who may begin, and who may still come back. */
  function admit(entrance: OidcEntrance | null, purpose: OidcPurpose): Result<OidcSettings, Closed> {
    if (!entrance) return refuse({ code: 'not_offered' })
    const { service, organisation, oidc } = entrance
    if (purpose === 'setup') {
      const door = decideDoor({ service, organisation, asked: true })
      if (!door.ok) return refuse({ code: 'door', refusal: door.error })
    } else if (!organisation.enabled) {
      return refuse({ code: 'door', refusal: { code: 'organisation_off', organisation } })
    }
    if (!oidc?.enabled) return refuse({ code: 'not_offered' })
    return purpose === 'setup' && !oidc.forOwners ? refuse({ code: 'not_for_owners' }) : ok(oidc)
  }

  function bindStatements(account: Account, person: OidcPerson, now: Instant): Statement[] {
    const { organisationId, id: accountId } = account
    const { issuer, subject } = person
    return [
      store.insertIdentityStatement(database, { organisationId, issuer, subject, accountId, createdAt: now }),
      auditStatement(
        database,
        newEntry({
          organisationId,
          at: now,
          actor: ownActor(account),
          action: 'identity.bound',
          accountId,
          detail: { issuer, address: account.address },
        }),
      ),
    ]
  }

  /** Finds or makes the account, binds it to the person, and opens a session: one round trip to find, one to write. */
  async function enter(
    organisation: Organisation,
    settings: OidcSettings,
    person: OidcPerson,
    input: FinishInput,
  ): Promise<Result<OidcEntered, ArrivalRefusal | OidcFailure>> {
    const { transaction, now } = input
    const address = person.email.ok ? rooms.normalise(person.email.value) : null
    const cookies = Object.values(input.former).filter((cookie) => cookie !== null)
    const found = await store.findArrived(database, {
      organisationId: organisation.id,
      issuer: person.issuer,
      subject: person.subject,
      address,
      templateId: organisation.accountTemplateId,
      sessionIds: cookies.map(hashSecret),
    })
    const accepted =
      address !== null && decideAddress(found.exception, organisations.acceptsAddress(organisation, address))
    const decided = decideArrival({
      ...found,
      purpose: transaction.purpose,
      forOwners: settings.forOwners,
      address: address !== null ? ok(address) : refuse(person.email.ok ? 'no_address' : person.email.error),
      accepted,
      finished: found.template !== null,
    })
    if (!decided.ok) return decided

    const made =
      decided.value.account === null && found.template && address !== null
        ? accounts.prepareAccount(found.template, organisation, address, input.locale, now)
        : null
    const known = decided.value.account ?? made?.account
    if (!known) return refuse({ code: 'organisation_unfinished' })
    const kind =
      transaction.purpose === 'sign-in' && isStaff(known, 'oidc') ? ('staff' as const) : ('owner' as const)
    const options = { assurance: 'oidc' as const, userAgent: input.userAgent }
    const opened = accounts.prepareSession(known, options, now)
    const cookie = input.former[kind]
    const former = found.former.filter(({ sessionId }) => cookie !== null && sessionId === hashSecret(cookie))
    const endsAt = now + 2 * OIDC_ATTEMPT
    try {
      const first = await runOnce(database, [
        spendStatement(database, { kind: 'oidc_state', value: transaction.state, endsAt }, now),
        ...(made?.statements ?? []),
        ...(decided.value.bind ? bindStatements(known, person, now) : []),
        ...former.flatMap((session) => [
          endSessionStatement(database, session, session.sessionId),
          sessionAudit(database, session, 'session.ended', now, {}),
        ]),
        ...opened.statements,
      ])
      if (!first) return refuse({ code: 'stale' })
    } catch (error) {
      // Two browsers brought the same new person at once: the other one was first, and this one begins again.
      if (findConstraint(error)?.startsWith('UNIQUE')) return refuse({ code: 'stale' })
      throw error
    }
    return ok({ account: opened.account, session: opened.session, secret: opened.secret, kind })
  }

  return {
    /** Where to send the browser, and what it has to keep. */
    async begin(input: {
      slug: string
      purpose: OidcPurpose
      /** The person wants to choose another account than the provider remembers. */
      anew: boolean
      now: Instant
    }): Promise<Result<{ url: string; transaction: OidcTransaction }, Told<BeginOidcRefusal>>> {
      const { slug, purpose } = input
      const entrance = await oidcSettings.open({ slug })
      const told = <Refusal>(refusal: Refusal) =>
        refuse({ refusal, organisation: entrance?.organisation ?? null })
      const settings = admit(entrance, purpose)
      if (!settings.ok) return told(settings.error)
      const { organisationId, issuer, clientId } = settings.value
      const provider = await providers.find(issuer, input.now)
      if (!provider.ok) return told({ code: 'provider_unusable', refusal: provider.error })
      const begun = await beginOidc(provider.value, settings.value, { redirectUri, anew: input.anew })
      const transaction = { ...begun.attempt, organisationId, slug, purpose, issuer, clientId }
      return ok({ url: begun.url, transaction })
    },

    /** The browser came back: checks everything, and signs its person in. */
    async finish(
      input: FinishInput,
    ): Promise<Result<OidcEntered & { organisation: Organisation }, Told<FinishOidcRefusal>>> {
      const { transaction, parameters, now } = input
      const entrance = await oidcSettings.open({ id: transaction.organisationId })
      const told = <Refusal>(refusal: Refusal) =>
        refuse({ refusal, organisation: entrance?.organisation ?? null })
      const settings = admit(entrance, transaction.purpose)
      if (!entrance || !settings.ok) return told(settings.ok ? { code: 'not_offered' } : settings.error)
      const { issuer, clientId } = settings.value
      if (issuer !== transaction.issuer || clientId !== transaction.clientId) return told({ code: 'stale' })
      const secret = oidcSettings.secretOf(settings.value)
      if (secret === null) return told({ code: 'secret_lost' })
      const provider = await providers.find(issuer, now)
      if (!provider.ok) return told({ code: 'provider_unusable', refusal: provider.error })
      const person = await finishOidc(providers, provider.value, settings.value, {
        secret,
        redirectUri,
        parameters,
        attempt: transaction,
      })
      if (!person.ok) return told(person.error)
      const { organisation } = entrance
      const entered = await enter(organisation, settings.value, person.value, input)
      return entered.ok ? ok({ ...entered.value, organisation }) : told(entered.error)
    },

    /** Nobody of the organisation is known by their provider any more: the next sign-in goes by address again. */
    async forget(organisationId: number, actor: Actor, now: Instant): Promise<void> {
      const changes = [{ field: 'identities', before: null, after: 'removed' }]
      await runBatch(database, [
        store.forgetIdentitiesStatement(database, organisationId),
        auditStatement(
          database,
          newEntry({ organisationId, at: now, actor, action: 'oidc.configured', detail: { changes } }),
        ),
      ])
    },
  }
}

export type Identities = ReturnType<typeof makeIdentities>
