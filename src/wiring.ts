import {
  makeAccounts,
  makeAccountTemplates,
  makeEntrances,
  makeFirstTemplate,
  makeIdentities,
  makeManagers,
  makeNames,
  makePasskeys,
  makePeople,
} from './accounts/index.ts'
import { makeAuditReading } from './audit/index.ts'
import { makeCertificates, makeUserCertificates } from './certificates/index.ts'
import { makeAsking, makeChallenges, makeHumanCheck, makeLimits } from './challenges/index.ts'
import { makeCommands } from './commands/index.ts'
import { makeDerivedCredentials } from './derived-credentials/index.ts'
import {
  makeDeviceCertificates,
  makeDeviceList,
  makeDeviceNames,
  makeDevices,
  makeOwnedDevices,
} from './devices/index.ts'
import { makeInvitationLinks, makeInvitations, readDressing } from './invitations/index.ts'
import { makeDeviceLinks } from './linking/index.ts'
import {
  type ConsumerDeps,
  makeBounces,
  makeDeliveryHealth,
  makeMailTransport,
  makeMessageBook,
  makeMessageTemplates,
  makeSmsTransport,
} from './messaging/index.ts'
import {
  makeApiKeys,
  makeModuleSecret,
  makeOidcSettings,
  makeOrganisationSettings,
  makeOrganisations,
  makeSupervision,
  readServiceSender,
} from './organisations/index.ts'
import { makeEnrolment, makeOperations, makeProvisioning, makeReplaying } from './provisioning/index.ts'
import {
  makeDeviceExtras,
  makeMyData,
  makeOverview,
  makeOwnCodes,
  makePasscodeResets,
  makeRegistration,
} from './registration/index.ts'
import type { Bindings } from './runtime/bindings.ts'
import { clock } from './runtime/clock.ts'
import { openDatabase, openReplica } from './runtime/database.ts'
import { makeSecurityStrings } from './security-strings/index.ts'
import { makeTemplates, makeUsableGuard } from './templates/index.ts'
import type { Services } from './web/http/edge.ts'

/** Every service that the doors use, wired to this environment. */
export function makeServices(bindings: Bindings): Services {
  return makeServiceFactory(bindings)()
}

/**
 * Makes what lives as long as the isolate once, and what remembers within a request (templates) for each
 * request.
 */
export function makeServiceFactory(bindings: Bindings): () => Services {
  const database = openDatabase(bindings.db)
  const { keys, provisionSessions } = bindings
  const organisations = makeOrganisations(database)
  const accounts = makeAccounts(database)
  const challenges = makeChallenges({ gates: bindings.addressGates, keys })
  const limits = makeLimits(database)
  const humanCheck = makeHumanCheck({
    get settings() {
      return bindings.turnstile
    },
    fetch: (url, init) => fetch(url, init),
    makeKey: () => crypto.randomUUID(),
  })
  const asking = makeAsking({ challenges, limits, humanCheck })
  const provisioning = makeProvisioning({ database, provisionSessions, keys })
  const { baseUrl } = bindings
  const oidcSettings = makeOidcSettings({ database, keys, baseUrl })
  const certificates = makeCertificates({ database, keys, baseUrl })
  const userCertificates = makeUserCertificates({ database, keys })
  const deviceCertificates = makeDeviceCertificates({ database, provisionSessions, certificates })
  const commands = makeCommands({ database, provisionSessions })
  const securityStrings = makeSecurityStrings({ database, keys })
  const people = makePeople({
    database,
    messages: bindings.messages,
    normalise: (text) => challenges.normalise(text),
  })
  const shared = {
    organisations,
    copiedDoors: makeOrganisations(openReplica(bindings.db)),
    supervision: makeSupervision({ database, firstTemplate: makeFirstTemplate(database) }),
    organisationSettings: makeOrganisationSettings({ database, keepUsable: makeUsableGuard(database) }),
    oidcSettings,
    accounts,
    accountTemplates: makeAccountTemplates(database),
    managers: makeManagers({ database, messages: bindings.messages }),
    names: makeNames(database),
    people,
    myData: makeMyData({ database, people, provisioning }),
    passkeys: makePasskeys({ database, baseUrl }),
    moduleSecret: makeModuleSecret({ database, keys }),
    derivedCredentials: makeDerivedCredentials({ database, provisionSessions, certificates, keys, baseUrl }),
    entrances: makeEntrances({ database, baseUrl, bootstrapSecret: bindings.bootstrapSecret }),
    identities: makeIdentities({
      database,
      accounts,
      organisations,
      oidcSettings,
      normalise: challenges.normalise,
    }),
    challenges,
    limits,
    humanCheck,
    asking,
    auditReading: makeAuditReading(database),
    certificates,
    userCertificates,
    overview: makeOverview(database),
    deliveryHealth: makeDeliveryHealth({ database, messages: bindings.messages }),
    bounces: makeBounces({ database, secret: bindings.mailWebhookSecret }),
    messageBook: makeMessageBook({ database, messages: bindings.messages }),
    messageTemplates: makeMessageTemplates({ database }),
    operations: makeOperations({ database, provisionSessions }),
    replaying: makeReplaying({ database, provisionSessions, messages: bindings.messages }),
    provisioning,
    passcodeResets: makePasscodeResets({ database, provisioning }),
    devices: makeDevices({
      database,
      provisionSessions,
      keys,
      certificates,
      userCertificates,
      commands,
      securityStrings,
      baseUrl,
    }),
    commands,
    myDevices: makeOwnedDevices({ database, provisionSessions }),
    deviceExtras: makeDeviceExtras(database),
    deviceCertificates,
    enrolment: makeEnrolment({ provisioning, deviceCertificates, certificates }),
    deviceNames: makeDeviceNames(database),
    securityStrings,
    apiKeys: makeApiKeys(database),
    invitations: invitationsOf(bindings),
    deviceList: makeDeviceList({ database, provisionSessions, messages: bindings.messages }),
    invitationLinks: makeInvitationLinks(database),
    keys,
    baseUrl,
    smsReady: bindings.sms.transport !== 'none',
    async admit(kind: 'people' | 'device', client: string) {
      const limiter = kind === 'people' ? bindings.peopleLimit : bindings.deviceLimit
      return (await limiter.limit({ key: client })).success
    },
  }
  const makeForRequest = () => {
    const templates = makeTemplates(database, keys)
    const registration = makeRegistration({
      database,
      organisations,
      challenges,
      asking,
      limits,
      accounts,
      templates,
      provisioning,
    })
    const { messages } = bindings
    const { smsReady } = shared
    const ownCodes = makeOwnCodes({ database, messages, templates, provisioning, registration, smsReady })
    const { linkRequests } = bindings
    const deviceLinks = makeDeviceLinks({ database, linkRequests, keys, templates, provisioning })
    return { templates, registration, ownCodes, deviceLinks }
  }
  // Most requests ask for none of these; making them, and copying the others, took a twentieth of what a page costs.
  class RequestServices {
    private made: ReturnType<typeof makeForRequest> | null = null
    private make() {
      this.made ??= makeForRequest()
      return this.made
    }
    get templates() {
      return this.make().templates
    }
    get registration() {
      return this.make().registration
    }
    get ownCodes() {
      return this.make().ownCodes
    }
    get deviceLinks() {
      return this.make().deviceLinks
    }
  }
  Object.setPrototypeOf(RequestServices.prototype, shared)
  return () => new RequestServices() as RequestServices & typeof shared
}

/** Invitations, for whoever asks outside of a request. */
export function invitationsOf(bindings: Bindings) {
  const { provisionSessions, messages, keys } = bindings
  const challenges = makeChallenges({ gates: bindings.addressGates, keys })
  const normalise = (text: string) => challenges.normalise(text)
  return makeInvitations({ database: openDatabase(bindings.db), provisionSessions, messages, normalise })
}

/** What the queue's consumer works with; rooms that it must not import come in as functions. */
export function makeConsumerDeps(bindings: Bindings): ConsumerDeps {
  const database = openDatabase(bindings.db)
  const organisations = makeOrganisations(database)
  const challenges = makeChallenges({ gates: bindings.addressGates, keys: bindings.keys })
  const { provisionSessions, keys } = bindings
  const provisioning = makeProvisioning({ database, provisionSessions, keys })
  return {
    database,
    transport: makeMailTransport(bindings),
    sms: makeSmsTransport(bindings),
    baseUrl: bindings.baseUrl,
    from: bindings.mailFrom,
    now: () => clock.now(),
    organisationOf: (id) => (id === 0 ? readServiceSender(database) : organisations.findActive(id)),
    challengeOf: (owner) => challenges.gateById(owner),
    grantOf: (ref, grantId) => provisioning.sessionOf(ref).showGrant(grantId),
    invitationOf: (ref, id) => provisioning.sessionOf(ref).showInvitation(id),
    dressingOf: (message) => readDressing(database, message),
    deliverInvitation: (reference) => invitationsOf(bindings).deliver(reference, clock.now()),
    replay: (id) =>
      makeReplaying({ database, provisionSessions, messages: bindings.messages }).step(id, clock.now()),
  }
}
