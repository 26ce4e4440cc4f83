import { Hono } from 'hono'
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
import { makeChallenges } from './challenges/index.ts'
import { expireCommands, forgetLocations, makeCommands } from './commands/index.ts'
import { makeDerivedCredentials } from './derived-credentials/index.ts'
import {
  findSilent,
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
  sweepMessages,
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
import { makeEnrolment, makeOperations, makeProvisioning } from './provisioning/index.ts'
import {
  makeDeviceExtras,
  makeMyData,
  makeOverview,
  makeOwnCodes,
  makePasscodeResets,
  makeRegistration,
} from './registration/index.ts'
import { type Bindings, checkBindings } from './runtime/bindings.ts'
import { clock } from './runtime/clock.ts'
import { openDatabase } from './runtime/database.ts'
import { describeError, log } from './runtime/logger.ts'
import { isOutage } from './runtime/outages.ts'
import { makeSecurityStrings } from './security-strings/index.ts'
import { makeTemplates, makeUsableGuard } from './templates/index.ts'
import { declareAccountRoutes } from './web/account/routes.ts'
import { declareApi } from './web/api/routes.ts'
import { declareDeviceApi } from './web/device/routes.ts'
import { declareEst } from './web/est/routes.ts'
import { declareHooks } from './web/hooks/routes.ts'
import type { Edge, Services } from './web/http/edge.ts'
import { renderProblem } from './web/http/problems.tsx'
import { guardBody, guardHeaders, guardOrigin, openEdge } from './web/http/shields.ts'
import { declareLinking } from './web/linking/routes.ts'
import { declareManageRoutes } from './web/manage/routes.ts'
import { declarePortalRoutes } from './web/portal/routes.ts'
import { declarePublicRoutes } from './web/public/routes.ts'
import { declareSetupRoutes } from './web/setup/routes.ts'
import { declareSignInRoutes } from './web/sign-in/routes.ts'
import { declareSuperviseRoutes } from './web/supervise/routes.ts'

/** Every service that the doors use, wired to this environment. */
export function makeServices(bindings: Bindings): Services {
  return makeServiceFactory(bindings)()
}

/**
 * Makes what lives as long as the isolate once, and what remembers within a request (templates) for each
 * request.
 */
function makeServiceFactory(bindings: Bindings): () => Services {
  const database = openDatabase(bindings.db)
  const { keys, provisionSessions } = bindings
  const organisations = makeOrganisations(database)
  const accounts = makeAccounts(database)
  const challenges = makeChallenges({ gates: bindings.addressGates, keys })
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
    auditReading: makeAuditReading(database),
    certificates,
    userCertificates,
    overview: makeOverview(database),
    deliveryHealth: makeDeliveryHealth({ database, messages: bindings.messages }),
    bounces: makeBounces({ database, secret: bindings.mailWebhookSecret }),
    messageBook: makeMessageBook({ database, messages: bindings.messages }),
    messageTemplates: makeMessageTemplates({ database }),
    operations: makeOperations({ database, provisionSessions }),
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
  return () => {
    const templates = makeTemplates(database, keys)
    const registration = makeRegistration({
      database,
      organisations,
      challenges,
      accounts,
      templates,
      provisioning,
    })
    const { messages } = bindings
    const { smsReady } = shared
    const ownCodes = makeOwnCodes({ database, messages, templates, provisioning, registration, smsReady })
    const { linkRequests } = bindings
    const deviceLinks = makeDeviceLinks({ database, linkRequests, keys, templates, provisioning })
    return { ...shared, templates, registration, ownCodes, deviceLinks }
  }
}

function invitationsOf(bindings: Bindings) {
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
  }
}

/**
 * What every minute brings: messages that were lost on the way are queued again, what has ended is deleted. What
 * fails leaves the rest its minute, and is told at the end.
 */
export async function runMinute(bindings: Bindings): Promise<void> {
  const database = openDatabase(bindings.db)
  const now = clock.now()
  const invitations = invitationsOf(bindings)
  const failures: unknown[] = []
  for (const task of [
    () => sweepMessages({ database, queue: bindings.messages, now }),
    () => invitations.sweep(now),
    () => invitations.sendDueReminders(now),
    () => findSilent(database, now),
    () => expireCommands({ database, provisionSessions: bindings.provisionSessions }, now),
    () => forgetLocations(database, now),
    () => makeAccounts(database).deleteEnded(now),
  ])
    await task().catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}

/** The doors, in the order in which a request meets them. */
export function makeApp(env: object) {
  const bindings = checkBindings(env)
  const app = new Hono<Edge>()

  app.use(openEdge(makeServiceFactory(bindings)))
  app.use(guardHeaders(bindings.baseUrl))
  app.use(guardOrigin(bindings.baseUrl, '/device/v1/', '/.well-known/est/', '/hooks/', '/oauth/', '/api/'))
  app.use(guardBody)

  declareSetupRoutes(app)
  declareSignInRoutes(app)
  declareAccountRoutes(app)
  declarePortalRoutes(app)
  declareLinking(app)
  declareManageRoutes(app)
  declareSuperviseRoutes(app)
  declareDeviceApi(app)
  declareEst(app)
  declareHooks(app)
  declareApi(app)
  declarePublicRoutes(app)

  app.notFound((c) => renderProblem(c, 'not_found'))
  app.onError((error, c) => {
    log('error', 'request.failed', {
      request: c.var.requestId,
      method: c.req.method,
      path: c.req.routePath ?? '',
      reason: describeError(error),
    })
    return renderProblem(c, isOutage(error) ? 'temporarily_unavailable' : 'error')
  })
  return app
}
