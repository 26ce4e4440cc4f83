/** What a month costs. Everything that is assumed, measured or published stands here by name. */

/** Of the plan Workers Paid, in dollars, as published in November 2026: what a month includes, and a unit beyond it. */
export const PRICES = {
  plan: 5,
  requests: { included: 10e6, perMillion: 0.3 },
  cpuMilliseconds: { included: 30e6, perMillion: 0.02 },
  objectRequests: { included: 1e6, perMillion: 0.15 },
  objectGigabyteSeconds: { included: 400_000, perMillion: 12.5 },
  d1RowsRead: { included: 25e9, perMillion: 0.001 },
  d1RowsWritten: { included: 50e6, perMillion: 1 },
  objectRowsRead: { included: 25e9, perMillion: 0.001 },
  objectRowsWritten: { included: 50e6, perMillion: 1 },
  queueOperations: { included: 1e6, perMillion: 0.4 },
  points: { included: 10e6, perMillion: 0.25 },
  mails: { included: 3000, perMillion: 350 },
} as const
export type Unit = Exclude<keyof typeof PRICES, 'plan'>

/** Rows that D1 and the objects read and write. A test measures them: `test/operating/cost.worker.test.ts`. */
export const ROWS = {
  person: { d1: { read: 30, written: 55 }, objects: { read: 10, written: 0 } },
  code: { d1: { read: 10, written: 20 }, objects: { read: 120, written: 20 } },
  redeem: { d1: { read: 12, written: 26 }, objects: { read: 60, written: 15 } },
  firstCheckIn: { d1: { read: 12, written: 30 }, objects: { read: 50, written: 8 } },
  checkIn: { d1: { read: 8, written: 4 }, objects: { read: 1, written: 0 } },
  /** A minute in which nothing happened. */
  minute: { d1: { read: 60, written: 1 }, objects: { read: 1, written: 0 } },
} as const

export type Assumptions = {
  people: number
  devicesEach: number
  /** Of those people, how many set up their devices in this month. */
  arriving: number
  checkInsPerHour: number
  /** Mails each arriving person gets: a code, an invitation or another code. */
  mailsEach: number
  /** Requests of one setting up, pages and their files apart: files are served for nothing. */
  requestsPerSetup: number
  /** Calls of objects in one setting up: gate, session, the page that watches, alarms. */
  objectCallsPerSetup: number
  /** Guessed, not measured on Cloudflare's machines. */
  cpuMillisecondsPerRequest: number
  /** How long a call keeps an object awake; 128 MB are charged for. Guessed as well. */
  secondsPerObjectCall: number
}

export const TYPICAL: Assumptions = {
  people: 10_000,
  devicesEach: 1,
  arriving: 10_000,
  checkInsPerHour: 1,
  mailsEach: 2,
  requestsPerSetup: 16,
  objectCallsPerSetup: 25,
  cpuMillisecondsPerRequest: 4,
  secondsPerObjectCall: 0.2,
}

const HOURS = 720
const MINUTES = 60 * HOURS

/** How much of everything a month takes. */
export function usageOf(given: Assumptions): Record<Unit, number> {
  const setups = given.arriving * given.devicesEach
  const checkIns = given.people * given.devicesEach * given.checkInsPerHour * HOURS
  const mails = given.arriving * given.mailsEach
  const requests = setups * given.requestsPerSetup + checkIns
  const invocations = requests + MINUTES + mails
  const objectRequests = setups * given.objectCallsPerSetup + mails
  const rows = (where: 'd1' | 'objects', kind: 'read' | 'written') =>
    given.arriving * ROWS.person[where][kind] +
    setups * (ROWS.code[where][kind] + ROWS.redeem[where][kind] + ROWS.firstCheckIn[where][kind]) +
    checkIns * ROWS.checkIn[where][kind] +
    MINUTES * ROWS.minute[where][kind]
  return {
    requests,
    cpuMilliseconds: invocations * given.cpuMillisecondsPerRequest,
    objectRequests,
    objectGigabyteSeconds: objectRequests * given.secondsPerObjectCall * 0.128,
    d1RowsRead: rows('d1', 'read'),
    d1RowsWritten: rows('d1', 'written'),
    objectRowsRead: rows('objects', 'read'),
    objectRowsWritten: rows('objects', 'written'),
    // Written, read and deleted.
    queueOperations: mails * 3,
    points: requests + MINUTES * 3,
    mails,
  }
}

/** Each unit with its price beyond what is included, and the sum with the plan. */
export function costOf(given: Assumptions) {
  const lines = Object.entries(usageOf(given)).map(([unit, used]) => {
    const { included, perMillion } = PRICES[unit as Unit]
    return { unit, used, included, dollars: (Math.max(0, used - included) * perMillion) / 1e6 }
  })
  return { lines, dollars: PRICES.plan + lines.reduce((sum, { dollars }) => sum + dollars, 0) }
}
