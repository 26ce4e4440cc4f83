import type { Account, Accounts, Entered } from '../accounts/index.ts'
import { mayProvision, needsDetails } from '../accounts/index.ts'
import {
  type Asking,
  type AskRefusal,
  type Challenges,
  type ChallengeView,
  closesCode,
  type Limits,
  peopleOpenAt,
  type VerifyRefusal,
  type Visit,
} from '../challenges/index.ts'
import type { Locale } from '../kernel/locale.ts'
import type { Ownership } from '../kernel/ownership.ts'
import type { Platform } from '../kernel/platform.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import type { Door, Organisations } from '../organisations/index.ts'
import type { Provisioning } from '../provisioning/index.ts'
import type { Confirmation, GrantView, IssueRefusal } from '../referee/index.ts'
import type { Database } from '../runtime/database.ts'
import type { DeviceTemplate, Templates } from '../templates/index.ts'
import { guessPlatforms } from './rules.ts'
import { readChoices, type SetupChoices } from './store.ts'

export type StartRefusal =
  | { code: 'not_an_address' }
  | { code: 'not_accepted' }
  | { code: 'throw_away' }
  | AskRefusal
export type ProveRefusal =
  | VerifyRefusal
  | { code: 'account_disabled' }
  | { code: 'organisation_unfinished' }
  /** So many people registered today that nobody new is taken before `opensAt`. */
  | { code: 'people_full'; opensAt: Instant }
export type ChooseRefusal =
  | { code: 'choose_platform' }
  | { code: 'details_missing' }
  | { code: 'unapproved' }
  | IssueRefusal

/** A platform that the organisation offers, as the visitor's choice. */
export type Offer = { template: DeviceTemplate; suggested: boolean }

/**
 * The self-registration flow: e-mail rule -> challenge -> account -> grant. Each step asks the room that
 * decides it; nothing is kept here.
 */
export function makeRegistration(rooms: {
  database: Database
  organisations: Organisations
  challenges: Challenges
  asking: Asking
  limits: Limits
  accounts: Accounts
  templates: Templates
  provisioning: Provisioning
}) {
  const { database, organisations, challenges, asking, limits, accounts, templates, provisioning } = rooms

  return {
    /**
     * Has a code sent to an address that the organisation's exceptions or its rule accept. They decide before
     * anything is sent or stored; whether the address has an account plays no part. `checked`: the human check was
     * passed for it.
     */
    async start(input: {
      door: Door
      text: string
      browser: string
      locale: Locale
      /** What is known of the browser, asked once the address is. */
      visitOf(address: string): Visit
      now: Instant
    }): Promise<Result<{ address: string; checked: boolean }, StartRefusal>> {
      const { organisation } = input.door
      const address = challenges.normalise(input.text)
      if (address === null) return refuse({ code: 'not_an_address' })
      const verdict = await organisations.judgeAtDoor(input.door, address)
      if (!verdict.admitted) return refuse({ code: 'not_accepted' })
      const asked = await asking.atSetup({
        organisationId: organisation.id,
        address,
        browser: input.browser,
        locale: input.locale,
        visit: input.visitOf(address),
        excepted: verdict.excepted,
        now: input.now,
      })
      return asked.ok ? ok({ address, checked: asked.value.checked }) : asked
    },

    /** How the code that this browser asked for fares. */
    look(input: { door: Door; address: string; browser: string }): Promise<ChallengeView | null> {
      return challenges.look({
        purpose: 'registration',
        organisationId: input.door.organisation.id,
        address: input.address,
        browser: input.browser,
      })
    },

    /** The person typed the code: signs them in, making their account the first time. */
    async prove(input: {
      door: Door
      address: string
      browser: string
      code: string
      locale: Locale
      now: Instant
    }): Promise<Result<Entered, ProveRefusal>> {
      const { organisation } = input.door
      if (!(await organisations.admitsAtDoor(input.door, input.address)))
        return refuse({ code: 'no_challenge' })
      const verified = await challenges.verify({
        purpose: 'registration',
        organisationId: organisation.id,
        address: input.address,
        browser: input.browser,
        code: input.code,
      })
      if (!verified.ok) {
        if (closesCode(verified.error)) await limits.noteGuesses(organisation.id, input.now)
        return verified
      }
      const entered = await accounts.enter({
        organisation,
        address: verified.value.address,
        locale: input.locale,
        now: input.now,
        stranger: true,
      })
      if (entered.ok) return entered
      if (entered.error !== 'people_full') return refuse({ code: entered.error })
      return refuse({ code: 'people_full', opensAt: peopleOpenAt(input.now) })
    },

    /** The platforms on offer, the visitor's own first. */
    async listOffers(
      door: Door,
      visitor: { userAgent: string; clientPlatform: string },
    ): Promise<{ offers: Offer[]; guessed: Platform[] }> {
      const guessed = guessPlatforms(visitor)
      const offered = await templates.listOffered(door.organisation.id)
      const rank = (template: DeviceTemplate) => {
        const place = guessed.indexOf(template.platform)
        return place < 0 ? guessed.length : place
      }
      const offers = offered
        .toSorted((one, other) => rank(one) - rank(other))
        .map((template) => ({ template, suggested: guessed.includes(template.platform) }))
      return { offers, guessed }
    },

    /** Issues the code for the platform that the person chose. `confirmation`: other than the organisation's. */
    async choose(input: {
      door: Door
      account: Account
      platform: Platform | null
      ownership: Ownership | null
      confirmation?: Confirmation
    }): Promise<Result<GrantView, ChooseRefusal>> {
      const { door, account, platform, ownership, confirmation } = input
      if (account.state !== 'active' && account.state !== 'unapproved')
        return refuse({ code: 'setup_disabled' })
      if (needsDetails(account, door.organisation)) return refuse({ code: 'details_missing' })
      if (account.state === 'unapproved') return refuse({ code: 'unapproved' })
      if (!mayProvision(door, account)) return refuse({ code: 'not_entitled' })
      const template = platform && (await templates.findOffered(door.organisation.id, platform))
      if (!template) return refuse({ code: 'choose_platform' })
      return provisioning.issueCode({
        ...{ door, account, template, ownership },
        ...(confirmation && { confirmation }),
      })
    },

    /** What a manager may choose from for new people and their devices, and has chosen. */
    readChoices: (organisationId: number): Promise<SetupChoices> => readChoices(database, organisationId),
  }
}

export type Registration = ReturnType<typeof makeRegistration>
