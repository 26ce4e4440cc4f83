import { vi } from 'vitest'
import { makeKeyring } from '../../src/kernel/secrets.ts'
import type { SessionDesk } from '../../src/provisioning/desk.ts'
import { itsSession, KEYS, type Memory, remember } from './memory.ts'

/** What a call answers whose decision D1 did not take. */
export const UNAVAILABLE = { ok: false, error: 'temporarily_unavailable' }

/** A desk whose D1 takes what it is told, or does not. */
export function sitAt(
  options: { holds?: Partial<Memory>; state?: 'ready' | 'empty' | 'forgotten'; lands?: boolean } = {},
) {
  const { holds = {}, state = 'ready', lands = true } = options
  const { memory, context } = remember({ session: { ...itsSession }, ...holds }, makeKeyring(KEYS))
  Object.assign(context.store, {
    isReady: () => state === 'ready',
    isForgotten: () => state === 'forgotten',
    migrate: vi.fn(),
    nextEvent: () => memory.events[0] ?? null,
    passcodeResets: { find: () => null, save: vi.fn() },
  })
  const desk = {
    store: context.store,
    context: () => context,
    decide: vi.fn((decision: (given: typeof context) => unknown) => decision(context)),
    land: vi.fn(async () => lands),
    handOver: vi.fn(),
    tell: vi.fn(),
    tellPortal: vi.fn(),
    viewInvitation: vi.fn((shown: { id: string }): { id: string } | null => ({ id: shown.id })),
  }
  return { memory, desk, at: desk as unknown as SessionDesk }
}
