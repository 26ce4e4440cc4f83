import { type AuditDetail, auditStatement, describeChanges, newEntry } from '../audit/index.ts'
import { checkFields, type FieldProblems } from '../kernel/fields.ts'
import { PLATFORMS, type Platform } from '../kernel/platform.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import type { Actor } from '../referee/index.ts'
import { findConstraint } from '../runtime/constraints.ts'
import { type Database, runBatch, type Statement } from '../runtime/database.ts'
import { checkLogo, versionOf } from './logo.ts'
import { ruleProblem } from './rule-tester.ts'
import { compileEmailRule, EXCEPTIONS_MAX } from './rules.ts'
import {
  accentSchema,
  deviceRulesSchema,
  entrySchema,
  type Form,
  identitySchema,
  invitationsSchema,
  ruleHintSchema,
  termsSchema,
} from './settings-fields.ts'
import * as store from './settings-store.ts'
import { saveLogoStatement, savePlatformStatement } from './store.ts'
import type { EmailException, Organisation } from './types.ts'

/** Who changes which organisation, as its pages read it, and when. */
export type Change = { organisation: Organisation; actor: Actor; now: Instant }

type Saved = Promise<Result<null, FieldProblems>>

/** What there is to choose from; the rooms that own it are below this one. */
export type Choosable = {
  accountTemplates: { id: string }[]
  deviceTemplates: { id: string; platform: Platform }[]
  platforms: Partial<Record<Platform, string>>
}

/**
 * What managers set for their organisation: one call for each panel of *Device setup*. What does not change
 * anything writes nothing; every change is told in the audit with what was before and after.
 */
export function makeOrganisationSettings(options: {
  database: Database
  /** A statement that fails where one of these device templates was archived. */
  keepUsable(organisationId: number, templateIds: string[]): Statement
}) {
  const { database } = options
  type Action = Parameters<typeof newEntry>[0]['action']

  const audited = ({ organisation, actor, now }: Change, action: Action, detail: AuditDetail) =>
    auditStatement(database, newEntry({ organisationId: organisation.id, at: now, actor, action, detail }))

  /** Writes what differs. `columns`: the same as `after` where the names are those of the table. */
  async function save<Fields extends Record<string, unknown>>(
    change: Change,
    panel: string,
    before: Fields,
    after: Fields,
    statements: Statement[],
  ): Promise<void> {
    const changes = describeChanges(before, after)
    if (changes.length === 0) return
    await runBatch(database, [
      ...statements,
      audited(change, 'organisation.configured', { changed: panel, changes }),
    ])
  }

  const columns = ({ organisation, now }: Change, values: Parameters<typeof store.saveColumnsStatement>[2]) =>
    store.saveColumnsStatement(database, organisation.id, values, now)

  return {
    async saveIdentity(change: Change, form: Form<typeof identitySchema>): Saved {
      const checked = checkFields(identitySchema, form)
      if (!checked.ok) return checked
      const { name, helpdesk } = change.organisation
      const before = {
        name,
        helpdeskEmail: helpdesk.email,
        helpdeskPhone: helpdesk.phone,
        helpdeskUrl: helpdesk.url,
      }
      await save(change, 'identity', before, checked.value, [columns(change, checked.value)])
      return ok(null)
    },

    async saveAccent(change: Change, form: Form<typeof accentSchema>): Saved {
      const checked = checkFields(accentSchema, form)
      if (!checked.ok) return checked
      const { accent } = change.organisation
      await save(change, 'accent', { accent }, checked.value, [columns(change, checked.value)])
      return ok(null)
    },

    /** `bytes` null: no file was chosen. */
    async saveLogo(change: Change, bytes: Uint8Array | null): Saved {
      if (!bytes) return refuse({ logo: { code: 'missing' } })
      const checked = checkLogo(bytes)
      if (!checked.ok) return refuse({ logo: { code: 'not_a_picture' } })
      const logo = checked.value
      const logoVersion = versionOf(logo)
      await runBatch(database, [
        saveLogoStatement(database, change.organisation.id, logo, change.now),
        columns(change, { logoVersion }),
        audited(change, 'logo.changed', {
          type: logo.type,
          bytes: logo.bytes.length,
          changes: describeChanges({ logo: change.organisation.logoVersion }, { logo: logoVersion }),
        }),
      ])
      return ok(null)
    },

    async removeLogo(change: Change): Promise<void> {
      const { logoVersion } = change.organisation
      if (logoVersion === null) return
      await runBatch(database, [
        store.removeLogoStatement(database, change.organisation.id),
        columns(change, { logoVersion: null }),
        audited(change, 'logo.changed', {
          changes: describeChanges<{ logo: string | null }>({ logo: logoVersion }, { logo: null }),
        }),
      ])
    },

    /** From the next request on nobody registers or sets up a device, or somebody may again. */
    async switchSetup(change: Change, setupOpen: boolean): Promise<void> {
      const before = change.organisation.setupOpen
      if (before === setupOpen) return
      await runBatch(database, [
        columns(change, { setupOpen }),
        audited(change, setupOpen ? 'setup.switched_on' : 'setup.switched_off', {
          changes: describeChanges({ setupOpen: before }, { setupOpen }),
        }),
      ])
    },

    /** The rule that decides about addresses, and in words what it accepts. */
    async saveRule(change: Change, form: { emailRule: string } & Form<typeof ruleHintSchema>): Saved {
      const emailRule = form.emailRule.trim()
      const compiled = compileEmailRule(emailRule)
      const checked = checkFields(ruleHintSchema, { hint: form.hint })
      if (!compiled.ok || !checked.ok)
        return refuse({
          ...(!compiled.ok && { emailRule: ruleProblem(compiled.error) }),
          ...(!checked.ok && checked.error),
        })
      const { emailRule: rule, emailRuleHint: hint } = change.organisation
      const after = { emailRule, emailRuleHint: checked.value.hint }
      await save(change, 'rule', { emailRule: rule, emailRuleHint: hint }, after, [columns(change, after)])
      return ok(null)
    },

    listExceptions: (organisationId: number): Promise<EmailException[]> =>
      store.listExceptions(database, organisationId),

    /**
     * Adds addresses that the rule does not decide about, or says something else of those that are there.
     * `addresses` are normalised; `known` is the present list.
     */
    async addExceptions(
      change: Change,
      input: { addresses: string[]; verdict: string; known: EmailException[] },
    ): Saved {
      const { verdict, known } = input
      if (verdict !== 'accept' && verdict !== 'refuse') return refuse({ verdict: { code: 'not_a_choice' } })
      const addresses = [...new Set(input.addresses)]
      if (addresses.length === 0) return refuse({ addresses: { code: 'missing' } })
      const all = new Set([...known.map(({ address }) => address), ...addresses])
      if (all.size > EXCEPTIONS_MAX) return refuse({ addresses: { code: 'too_many', limit: EXCEPTIONS_MAX } })
      const before = new Map(known.map((one) => [one.address, one.verdict]))
      const fresh = addresses.filter((address) => before.get(address) !== verdict)
      if (fresh.length === 0) return ok(null)
      const rows = fresh.map((address) => ({ address, verdict }) as const)
      await runBatch(database, [
        ...store.saveExceptionStatements(database, change.organisation.id, rows, change.now),
        audited(change, 'email_exception.added', {
          verdict,
          count: fresh.length,
          changes: fresh.map((address) => ({
            field: address,
            before: before.get(address) ?? null,
            after: verdict,
          })),
        }),
      ])
      return ok(null)
    },

    async removeException(change: Change, exception: EmailException): Promise<void> {
      const { address, verdict } = exception
      await runBatch(database, [
        store.removeExceptionStatement(database, change.organisation.id, address),
        audited(change, 'email_exception.removed', {
          verdict,
          count: 1,
          changes: [{ field: address, before: verdict, after: null }],
        }),
      ])
    },

    /** Terms that change get a new version: everybody is asked again. */
    async saveTerms(change: Change, form: Form<typeof termsSchema>): Saved {
      const checked = checkFields(termsSchema, form)
      if (!checked.ok) return checked
      const { organisation, now } = change
      await save(change, 'terms', { terms: organisation.terms }, checked.value, [
        store.saveTermsStatement(database, organisation.id, checked.value.terms, now),
      ])
      return ok(null)
    },

    /** How somebody new gets in, and what they start with. */
    async saveEntry(change: Change, form: Form<typeof entrySchema>, choices: Choosable): Saved {
      const checked = checkFields(entrySchema, form)
      if (!checked.ok) return checked
      const { accountTemplateId, phoneRequired, approvalRequired } = change.organisation
      const chosen = checked.value.accountTemplateId
      if (chosen === null) return refuse({ accountTemplateId: { code: 'missing' } })
      if (!choices.accountTemplates.some(({ id }) => id === chosen))
        return refuse({ accountTemplateId: { code: 'unknown' } })
      const before = { accountTemplateId, phoneRequired, approvalRequired }
      await save(change, 'entry', before, checked.value, [columns(change, checked.value)])
      return ok(null)
    },

    /**
     * The platform map. A platform whose template is empty is not offered. A template that is archived at the
     * same moment is `unknown`, and nothing changes.
     */
    async savePlatforms(change: Change, form: Record<Platform, string>, choices: Choosable): Saved {
      const { organisation, now } = change
      const problems: FieldProblems = {}
      for (const platform of PLATFORMS) {
        const own = choices.deviceTemplates.filter((template) => template.platform === platform)
        if (form[platform] !== '' && !own.some(({ id }) => id === form[platform]))
          problems[`platform.${platform}`] = { code: 'unknown' }
      }
      if (Object.keys(problems).length > 0) return refuse(problems)
      const before = Object.fromEntries(PLATFORMS.map((key) => [key, choices.platforms[key] ?? null]))
      const after = Object.fromEntries(PLATFORMS.map((key) => [key, form[key] || null]))
      const changed = PLATFORMS.filter((platform) => before[platform] !== after[platform])
      const offered = changed.filter((platform) => after[platform] != null)
      const ids = offered.map((platform) => after[platform] ?? '')
      try {
        await save(change, 'platforms', before, after, [
          ...(ids.length > 0 ? [options.keepUsable(organisation.id, ids)] : []),
          ...changed.map((platform) =>
            savePlatformStatement(database, organisation.id, platform, after[platform] ?? null, now),
          ),
          columns(change, {}),
        ])
      } catch (error) {
        if (findConstraint(error) === null) throw error
        return refuse(Object.fromEntries(offered.map((key) => [`platform.${key}`, { code: 'unknown' }])))
      }
      return ok(null)
    },

    /** What holds for every device: whose it is, and how its code is shown and used. */
    async saveDeviceRules(change: Change, form: Form<typeof deviceRulesSchema>): Saved {
      const checked = checkFields(deviceRulesSchema, form)
      if (!checked.ok) return checked
      const { defaultOwnership, ownershipChoosable, confirmation, qrEnabled } = change.organisation
      const { pinRequired, ...rest } = checked.value
      const after = { ...rest, confirmation: pinRequired ? ('pin' as const) : ('tap' as const) }
      const before = { defaultOwnership, ownershipChoosable, qrEnabled, confirmation }
      await save(change, 'devices', before, after, [columns(change, after)])
      return ok(null)
    },

    /** How long invitations live, when people are reminded, and how many messages may go out a day. */
    async saveInvitations(change: Change, form: Form<typeof invitationsSchema>): Saved {
      const checked = checkFields(invitationsSchema, form)
      if (!checked.ok) return checked
      const { invitationDays, invitationDeviceLimit, reminderDays, dailyMessages } = change.organisation
      const before = { invitationDays, invitationDeviceLimit, reminderDays, dailyMessages }
      await save(change, 'invitations', before, checked.value, [columns(change, checked.value)])
      return ok(null)
    },
  }
}

export type OrganisationSettings = ReturnType<typeof makeOrganisationSettings>
