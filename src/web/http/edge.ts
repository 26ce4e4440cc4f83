import type { Context, Hono } from 'hono'
import type {
  Account,
  Accounts,
  AccountTemplates,
  Entrances,
  Identities,
  Managers,
  Names,
  Passkeys,
  People,
  SessionRead,
  WebSession,
} from '../../accounts/index.ts'
import type { AuditReading } from '../../audit/index.ts'
import type { Certificates, UserCertificates } from '../../certificates/index.ts'
import type { Asking, Challenges, HumanCheck, Limits } from '../../challenges/index.ts'
import type { Commands } from '../../commands/index.ts'
import type { Copy } from '../../copy/index.ts'
import type { DerivedCredentials } from '../../derived-credentials/index.ts'
import type {
  DeviceCertificates,
  DeviceList,
  DeviceNames,
  Devices,
  OwnedDevices,
} from '../../devices/index.ts'
import type { InvitationLinks, Invitations } from '../../invitations/index.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Keyring } from '../../kernel/secrets.ts'
import type { Instant } from '../../kernel/time.ts'
import type { DeviceLinks } from '../../linking/index.ts'
import type { Bounces, DeliveryHealth, MessageBook, MessageTemplates } from '../../messaging/index.ts'
import type {
  ApiKeys,
  Door,
  ModuleSecret,
  OidcSettingsService,
  OrganisationSettings,
  Organisations,
  Supervision,
} from '../../organisations/index.ts'
import type { Enrolment, Operations, Provisioning, Replaying } from '../../provisioning/index.ts'
import type {
  DeviceExtras,
  MyDataService,
  OverviewService,
  OwnCodes,
  PasscodeResets,
  Registration,
} from '../../registration/index.ts'
import type { SecurityStrings } from '../../security-strings/index.ts'
import type { Templates } from '../../templates/index.ts'

/** What may be read from a copy of D1: doors, to show them; whoever does something at one asks the primary. */
export type CopiedDoors = Pick<Organisations, 'openDoor' | 'openDefaultDoor'>

/** What the doors work with: the rooms' services, as `wiring.ts` builds them, most of them once an isolate. */
export type Services = {
  organisations: Organisations
  /** The same doors as a copy of D1 knows them, which may be a moment behind. Asked by `openFor` alone. */
  copiedDoors: CopiedDoors
  supervision: Supervision
  organisationSettings: OrganisationSettings
  oidcSettings: OidcSettingsService
  moduleSecret: ModuleSecret
  derivedCredentials: DerivedCredentials
  accounts: Accounts
  accountTemplates: AccountTemplates
  managers: Managers
  names: Names
  people: People
  myData: MyDataService
  passkeys: Passkeys
  entrances: Entrances
  identities: Identities
  challenges: Challenges
  /** Codes are asked for here, not at `challenges`: the human check and the limits come first. */
  asking: Asking
  limits: Limits
  humanCheck: HumanCheck
  auditReading: AuditReading
  certificates: Certificates
  userCertificates: UserCertificates
  overview: OverviewService
  deliveryHealth: DeliveryHealth
  bounces: Bounces
  messageBook: MessageBook
  messageTemplates: MessageTemplates
  templates: Templates
  operations: Operations
  replaying: Replaying
  provisioning: Provisioning
  enrolment: Enrolment
  devices: Devices
  commands: Commands
  myDevices: OwnedDevices
  deviceExtras: DeviceExtras
  deviceCertificates: DeviceCertificates
  deviceNames: DeviceNames
  securityStrings: SecurityStrings
  apiKeys: ApiKeys
  deviceList: DeviceList
  invitations: Invitations
  registration: Registration
  deviceLinks: DeviceLinks
  ownCodes: OwnCodes
  passcodeResets: PasscodeResets
  invitationLinks: InvitationLinks
  keys: Keyring
  /** Every link is built on it, and DPoP proofs and Origins are compared with it. */
  baseUrl: string
  /** The service sends text messages. */
  smsReady: boolean
  /** False when the client went over the coarse shield of its kind of door. */
  admit(kind: 'people' | 'device', client: string): Promise<boolean>
}

export type Person = { account: Account; session: WebSession }

/** Who works at `/manage` or `/supervise`, with the organisation that they belong to. */
export type Staff = SessionRead

export type Variables = {
  services: Services
  requestId: string
  now: Instant
  locale: Locale
  /** Every text, in that language. */
  copy: Copy
  /** Set on routes declared `door` or `owner`. */
  door: Door
  /** Set on routes declared `owner`, and elsewhere once `findPerson` found somebody. */
  person: Person | null
  /** Set on routes declared `manager`, `supervisor` or `person`. */
  staff: Staff | null
  /** The route may show what is a moment old, and nobody is signed in here who may have changed it. */
  stale: boolean
  /** The code of the problem that this request was answered with, as devices and systems get it. */
  refusal: string | null
  /** Set once this request gave the browser its cookie. */
  browser: string | null
}

export type Edge = { Variables: Variables }
export type EdgeApp = Hono<Edge>
export type EdgeContext = Context<Edge>
