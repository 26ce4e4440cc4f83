import { auditStatement, describeChanges, newEntry } from '../audit/index.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Keyring } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import type { Actor } from '../referee/index.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import { type DiscoveryRefusal, makeProviders } from './oidc-discovery.ts'
import { checkOidcForm, type OidcForm, type OidcProblems, sameIssuer } from './oidc-rules.ts'
import * as store from './oidc-store.ts'
import { SLUG } from './rules.ts'
import type { OidcSettings } from './types.ts'

/** The settings as a manager sees them: the secret is never shown again. */
export type OidcView = Omit<OidcForm, 'clientSecret'>

export type ConfigureOidcRefusal =
  | { code: 'invalid'; problems: OidcProblems }
  | { code: 'discovery'; refusal: DiscoveryRefusal }

/** What a provider's client secret is sealed to. */
export const clientSecretContext = (organisationId: number) => `oidc/${organisationId}`

/** How an organisation's people sign in at its own identity provider (OpenID Connect). */
export function makeOidcSettings({
  database,
  keys,
  baseUrl,
}: {
  database: Database
  keys: Keyring
  baseUrl: string
}) {
  const providers = makeProviders(baseUrl)

  return {
    providers,
    /** Where providers send people back to: exactly this, and the same for every organisation. */
    redirectUri: `${baseUrl}/sign-in/oidc/callback`,

    async read(organisationId: number): Promise<OidcView | null> {
      const settings = await store.readOidc(database, organisationId)
      if (!settings) return null
      const { enabled, issuer, clientId, emailClaim, forOwners } = settings
      return { enabled, issuer, clientId, emailClaim, forOwners }
    },

    /** Where a sign-in begins or comes back to. Null: no organisation of that name; the service's own has none. */
    async open(asked: { slug: string } | { id: number }): Promise<store.OidcEntrance | null> {
      if ('slug' in asked && !SLUG.test(asked.slug)) return null
      const found = await store.readEntrance(database, asked)
      return found && found.organisation.id > 0 ? found : null
    },

    /** The client secret; null when the key that sealed it is gone. */
    secretOf(settings: OidcSettings): string | null {
      return keys.open(settings.sealedClientSecret, clientSecretContext(settings.organisationId))
    },

    /**
     * Saves what a manager entered, once the provider has answered as the issuer that they named. A provider
     * that is down can still be switched off.
     */
    async configure(
      organisationId: number,
      form: OidcForm,
      actor: Actor,
      now: Instant,
    ): Promise<Result<null, ConfigureOidcRefusal>> {
      const before = await store.readOidc(database, organisationId)
      const checked = checkOidcForm(form, before, providers.local)
      if (!checked.ok) return refuse({ code: 'invalid', problems: checked.error })
      const { clientSecret, ...entered } = checked.value
      let issuer = before?.issuer ?? ''
      if (entered.enabled || !before || !sameIssuer(entered.issuer, before.issuer)) {
        const found = await providers.discover(entered.issuer)
        if (!found.ok) return refuse({ code: 'discovery', refusal: found.error })
        // As the provider itself writes it: its tokens repeat it letter by letter.
        issuer = found.value.issuer
      }
      const sealedClientSecret =
        clientSecret === '' && before
          ? before.sealedClientSecret
          : keys.seal(clientSecret, clientSecretContext(organisationId))
      const after: OidcSettings = { organisationId, ...entered, issuer, sealedClientSecret }
      const changes = describeChanges<OidcSettings>(before ?? {}, after, ['sealedClientSecret']).map(
        (change) => (change.field === 'sealedClientSecret' ? { ...change, field: 'clientSecret' } : change),
      )
      await runBatch(database, [
        store.saveOidcStatement(database, after, now),
        auditStatement(
          database,
          newEntry({
            organisationId,
            at: now,
            actor,
            action: 'oidc.configured',
            detail: { changes: changes.filter(({ field }) => field !== 'organisationId') },
          }),
        ),
      ])
      return ok(null)
    },
  }
}

export type OidcSettingsService = ReturnType<typeof makeOidcSettings>
