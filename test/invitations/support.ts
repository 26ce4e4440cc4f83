import {
  type InvitationDecision,
  makeInvitations,
  saveInvitationStatement,
} from '../../src/invitations/index.ts'
import { messageStatement } from '../../src/messaging/index.ts'
import type { Actor, InvitationView, IssueInvitationInput } from '../../src/referee/index.ts'
import type { MessageReference } from '../../src/runtime/bindings.ts'
import { openDatabase, runBatch, type Statement } from '../../src/runtime/database.ts'
import { fakeSessions } from '../support/fake-sessions.ts'
import { bindings, services, time } from '../support/world.ts'

export const database = openDatabase(bindings.db)
export const MANAGER: Actor = { kind: 'manager', id: 'acc_manager' }
export const normalise = (text: string) => services.challenges.normalise(text)

/** A queue that keeps what it is sent, in order, and can be made to fail or be emptied. */
export function makeQueue() {
  const waiting: MessageReference[] = []
  let failAfter = Number.POSITIVE_INFINITY
  return {
    waiting,
    failAfter(calls: number) {
      failAfter = calls
    },
    async send(body: MessageReference) {
      if (failAfter-- <= 0) throw new Error('the queue is away')
      waiting.push(body)
    },
    async sendBatch(batch: Iterable<{ body: MessageReference }>) {
      if (failAfter-- <= 0) throw new Error('the queue is away')
      const bodies = [...batch].map(({ body }) => body)
      if (bodies.length > 100) throw new Error('a queue takes 100 at a time')
      waiting.push(...bodies)
    },
  }
}

export type TestQueue = ReturnType<typeof makeQueue>

/**
 * Stands in for everybody's provision session: an object for each person would take minutes. It keeps to the
 * agreement (the same id is the same invitation, a new one supersedes the old) and projects as the session does.
 */
export function makeSessions(options: { projectAtOnce?: number } = {}) {
  const pending: Statement[] = []
  /** Many at a time where a test makes thousands: D1 is the same in the end. */
  async function project(statements: Statement[], atOnce = options.projectAtOnce ?? 1) {
    pending.push(...statements)
    if (pending.length >= atOnce) await runBatch(database, pending.splice(0))
  }
  const byRef = new Map<string, Map<string, InvitationDecision>>()
  const hooks = { before: async (_input: IssueInvitationInput) => {}, after: async () => {} }
  let rev = 0
  let issued = 0
  const view = (one: InvitationDecision): InvitationView => ({
    ...one,
    confirmation: 'pin',
    pinLocked: false,
    credentials: one.endedAt === null ? { secret: `secret-of-${one.id}`, pin: '12345678' } : null,
  })
  async function issueInvitation(input: IssueInvitationInput) {
    await hooks.before(input)
    const all = byRef.get(input.ref) ?? new Map<string, InvitationDecision>()
    byRef.set(input.ref, all)
    const known = all.get(input.id)
    if (known) return { ok: true as const, value: view(known) }
    rev += 1
    issued += 1
    const now = time.now()
    const ended = [...all.values()].filter(({ state }) => state === 'issued' || state === 'opened')
    for (const former of ended) {
      const over = { ...former, rev, state: 'superseded' as const, endedAt: now }
      all.set(former.id, over)
      await project([saveInvitationStatement(database, over, now)])
    }
    const { id, organisationId, accountId, ref } = input
    const made: InvitationDecision = {
      ...{ id, organisationId, accountId, ref, rev, state: 'issued' },
      channel: input.send?.channel ?? 'none',
      recipient: input.send?.recipient ?? '',
      jobId: input.jobId,
      createdAt: now,
      createdBy: input.actor.id,
      validUntil: input.validitySeconds === null ? null : now + input.validitySeconds * 1000,
      deviceLimit: input.invitationDeviceLimit,
      devices: 0,
      slotDeviceId: `dev_${id}`,
      fetchedAt: null,
      openedAt: null,
      acceptedAt: null,
      endedAt: null,
    }
    all.set(id, made)
    await project([
      saveInvitationStatement(database, made, now),
      ...(input.send
        ? [
            messageStatement(
              database,
              {
                id: `msg.${ref}.${rev}`,
                ...{ organisationId, accountId, ...input.send, locale: input.notify.locale },
                kind: 'invitation',
                payload: { ref, invitationId: id, reminder: 0 },
                invitationId: id,
              },
              now,
            ),
          ]
        : []),
    ])
    await hooks.after()
    return { ok: true as const, value: view(made) }
  }
  const namespace = fakeSessions((ref) => ({
    issueInvitation,
    async showInvitation(id: string) {
      const found = byRef.get(ref)?.get(id)
      return found ? view(found) : null
    },
  }))
  return { namespace, hooks, issued: () => issued, settle: () => project([], 0) }
}

export function makeRoom(queue: TestQueue, provisionSessions: DurableObjectNamespace) {
  const messages = queue as unknown as typeof bindings.messages
  return makeInvitations({ database, provisionSessions, messages, normalise })
}

export type TestRoom = ReturnType<typeof makeRoom>

/** Delivers what the queue holds until it is empty, ten at once, as the Worker's consumer does. */
export async function drain(room: TestRoom, queue: TestQueue): Promise<void> {
  while (queue.waiting.length > 0) {
    const batch = queue.waiting.splice(0, 10)
    await Promise.all(batch.map((reference) => room.deliver(reference, time.now())))
  }
}

export async function acme() {
  const door = await services.organisations.openDoor('acme')
  if (!door.ok) throw new Error('acme is closed')
  return door.value.organisation
}

/** Shows what would happen, and does it. */
export async function send(
  room: TestRoom,
  whom: Parameters<TestRoom['preview']>[0]['whom'],
  channel: 'email' | 'sms' | 'none' = 'email',
) {
  const organisation = await acme()
  const shown = await room.preview({ organisation, whom, channel, now: time.now() })
  if (!shown.ok) throw new Error(shown.error)
  const { digest } = shown.value
  const started = await room.start({
    ...{ organisation, whom, channel, digest, skipErrors: true },
    ...{ actor: MANAGER, now: time.now() },
  })
  if (!started.ok) throw new Error(started.error.code)
  return { ...started.value, preview: shown.value }
}
