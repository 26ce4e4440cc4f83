import { type OwnerCertificate, renderAgentConfiguration } from '../artefacts/index.ts'
import { auditStatement } from '../audit/index.ts'
import type { Certificates } from '../certificates/index.ts'
import type { DeviceFacts } from '../kernel/device-facts.ts'
import type { AccountRef, DeviceId } from '../kernel/ids.ts'
import { PAGE_SIZE } from '../kernel/paging.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { hashSecret, type Keyring } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import { type Policies, refereeOf } from '../referee/index.ts'
import { type Database, readBatch, type Statement } from '../runtime/database.ts'
import { fillSettings, revealSettings, valuesOf } from '../templates/index.ts'
import { authenticate, type DeviceRefusal, type PresentedCredential } from './authentication.ts'
import { hear } from './hearing.ts'
import * as listing from './listing-store.ts'
import { makeOta } from './ota.ts'
import { type OwnerCertificateSource, readOwnerCertificates } from './owner-certificates.ts'
import { listAskingTemplates } from './owner-certificates-store.ts'
import { needsLastSeen, type Permissions } from './rules.ts'
import { makeServing } from './serving.ts'
import * as store from './store.ts'
import { type DeviceLifecycle, type DeviceTotal, LIVING, type ListedDevice } from './types.ts'

export type Configuration = { body: string; contentType: string; etag: string }

/** Something that the device is asked to do. The same id again is the same. */
export type HandedCommand = {
  id: string
  kind: string
  /** Shown on the device: who asked, and why. */
  message?: string
  /** What a wipe erases. */
  scope?: string
  createdAt: Instant
  endsAt: Instant
  deliveredAt: Instant
}

/** What devices are asked to do: a later room's matter. */
export type CommandSource = {
  /** A statement that hands them over, and how to read what it answers. */
  fetch(
    device: { id: DeviceId; organisationId: number; epoch: number },
    now: Instant,
  ): { statement: Statement; read(rows: Record<string, unknown>[]): HandedCommand[] }
  announceDelivered(
    device: { id: DeviceId; ref: AccountRef },
    commands: HandedCommand[],
    now: Instant,
  ): Promise<void>
  /** Seconds. */
  nextCheckIn(usual: number, commands: HandedCommand[], now: Instant): number
}

/** What a device has of one-time strings: a later room's matter too. */
export type StringsSource = {
  fetchState(device: { id: DeviceId; organisationId: number; epoch: number }): {
    statement: Statement
    read(rows: Record<string, unknown>[]): { batch: string; left: number } | null
  }
}

export type CheckIn = {
  status: DeviceLifecycle
  /** The name that its owner gave it; null: what the device calls itself counts. */
  name: string | null
  commands: HandedCommand[]
  /** Its template's, filled in for it. */
  policies: Policies
  /** Its batch of security strings; null: none that counts. */
  strings: { batch: string; left: number } | null
  intervalSeconds: number
  configurationEtag: string
  configurationChanged: boolean
}

/** What devices may do after they were set up. */
export function makeDevices(options: {
  database: Database
  provisionSessions: DurableObjectNamespace
  keys: Keyring
  certificates: Pick<Certificates, 'makeIdentity' | 'signerOf'>
  userCertificates: OwnerCertificateSource
  commands: CommandSource
  securityStrings: StringsSource
  baseUrl: string
}) {
  const { database, keys, userCertificates } = options

  /** The template as this device gets it: its secrets revealed, its variables filled in. */
  const templateFor = ({ device, template, organisation, account }: store.DeviceRead) => ({
    ...template,
    settings: fillSettings(revealSettings(keys, template), valuesOf({ account, organisation, device })),
  })

  /** What the device consumes, secrets of its template included. */
  const render = (
    { device, organisation }: store.DeviceRead,
    template: ReturnType<typeof templateFor>,
    ownerCertificates: OwnerCertificate[],
  ) => renderAgentConfiguration({ device, template, organisation, ownerCertificates })

  const ota = makeOta(options)

  return {
    /** The newest 50 devices of an account, ended ones included. Of another organisation: none. */
    listOf(organisationId: number, accountId: string): Promise<ListedDevice[]> {
      return listing.listDevicesOf(database, organisationId, accountId, PAGE_SIZE)
    },

    /** How many living devices each account has, of at most 50; 0 for one that is unknown here. */
    async countLivingOf(organisationId: number, accountIds: string[]): Promise<Map<string, number>> {
      const asked = accountIds.slice(0, PAGE_SIZE)
      const counted = await listing.countLivingOf(database, organisationId, asked)
      return new Map(asked.map((id) => [id, counted.get(id) ?? 0]))
    },

    /** How many devices the organisation has, by platform and state. */
    totals(organisationId: number): Promise<DeviceTotal[]> {
      return listing.listTotals(database, organisationId)
    },

    /**
     * The device's configuration as its platform consumes it. `etag` changes with the template's version, and where
     * it asks for the owner's certificates with these.
     */
    async readConfiguration(
      presented: PresentedCredential,
      now: Instant,
    ): Promise<Result<Configuration, DeviceRefusal>> {
      const found = await authenticate(database, presented)
      if (!found.ok) return found
      const brought = await readOwnerCertificates(userCertificates, found.value, now)
      const body = render(found.value, templateFor(found.value), brought)
      return ok({ body, contentType: 'application/json', etag: etagOf(body) })
    },

    ...makeServing(options),
    answerOta: ota.answerOta,

    /** Those of the templates that any device has, or had. */
    usedTemplates(organisationId: number, templateIds: string[]): Promise<Set<string>> {
      return store.readUsedTemplates(database, organisationId, templateIds)
    },

    /** Templates of the account's living devices that ask for its own certificates, and how many have each. */
    listAskingTemplates(
      organisationId: number,
      accountId: string,
    ): Promise<{ name: string; devices: number }[]> {
      return listAskingTemplates(database, organisationId, accountId)
    },

    /** How many living devices have a template; counted up to 1000. */
    countUsing(organisationId: number, templateId: string): Promise<number> {
      return store.countUsing(database, organisationId, templateId, LIVING)
    },

    /**
     * A device's report. The first one confirms its claim. Facts are written when they changed, the time at
     * most every 15 minutes. It ends a silence; a permission that the device lost makes it unresponsive. What the
     * device is asked to do is handed over with it.
     */
    async checkIn(input: {
      presented: PresentedCredential
      facts: DeviceFacts
      /** What the device may do; what it does not name stays as it was. */
      permissions?: Permissions
      /** The configuration that the device has, as it was told; null when it has none yet. */
      knownEtag: string | null
      now: Instant
    }): Promise<Result<CheckIn, DeviceRefusal>> {
      const found = await authenticate(database, input.presented)
      if (!found.ok) return found
      const { device } = found.value
      if (device.lifecycle === 'pending') {
        const referee = refereeOf(options.provisionSessions, device.ref)
        const { id: deviceId, claimId, epoch } = device
        const confirmed = await referee
          .confirm({ deviceId, claimId, epoch })
          .catch(() => refuse('temporarily_unavailable' as const))
        if (!confirmed.ok) return confirmed
      }
      const { now } = input
      const { change, entries } = hear(device, input)
      const heard = Object.keys(change).length > 0 || needsLastSeen(device.lastSeenAt, now)
      const brought = await readOwnerCertificates(userCertificates, found.value, now)
      const fetching = options.commands.fetch(device, now)
      const state = options.securityStrings.fetchState(device)
      const answers = await readBatch(database, [
        ...(heard ? [store.seenStatement(database, device, change, now)] : []),
        ...entries.map((entry) => auditStatement(database, entry)),
        state.statement,
        fetching.statement,
      ])
      const commands = fetching.read(answers.at(-1) ?? [])
      await options.commands.announceDelivered(device, commands, now)
      const template = templateFor(found.value)
      const etag = etagOf(render(found.value, template, brought))
      return ok({
        status: 'active',
        name: device.nameGiven ? device.name : null,
        commands,
        policies: template.settings.policies,
        strings: state.read(answers.at(-2) ?? []),
        intervalSeconds: options.commands.nextCheckIn(device.checkInSeconds, commands, now),
        configurationEtag: etag,
        configurationChanged: input.knownEtag !== etag,
      })
    },
  }
}

function etagOf(body: string): string {
  return `"${hashSecret(body).slice(0, 22)}"`
}

export type Devices = ReturnType<typeof makeDevices>
