import { describe, expect, test, vi } from 'vitest'
import {
  closeAllSockets,
  closeSocketsOf,
  PORTAL_TAG,
  tellPortal,
  tellSockets,
} from '../../src/provisioning/sockets.ts'

/** Whom a session tells, by sockets of the test's own. */

const NOW = 1_000_000
const OVER = 4401

function prepare(sockets: { tag: string; session?: string; endsAt?: number; broken?: boolean }[]) {
  const made = sockets.map(({ tag, session = 'ses_1', endsAt = NOW + 1, broken = false }) => ({
    tag,
    deserializeAttachment: () => ({ session, endsAt }),
    send: vi.fn(() => {
      if (broken) throw new Error('closed')
    }),
    close: vi.fn(),
  }))
  const state = {
    getWebSockets: (tag?: string) => made.filter((one) => tag === undefined || one.tag === tag),
  } as unknown as DurableObjectState
  return {
    state,
    sent: () => made.map(({ send }) => send.mock.calls.flat()),
    closed: () => made.map(({ close }) => close.mock.calls.flat()),
  }
}

describe('telling', () => {
  test('reaches who watches that grant, with its state and nothing else', () => {
    const { state, sent, closed } = prepare([{ tag: 'grt_1' }, { tag: 'grt_2' }, { tag: PORTAL_TAG }])
    tellSockets(state, 'grt_1', 'redeemed', NOW)
    expect(sent()).toEqual([['{"state":"redeemed"}'], [], []])
    expect(closed()).toEqual([[], [], []])
  })

  test('reaches the pages of the portal with the device, or with none', () => {
    // Those that opened before an upgrade, too: what they are called stays.
    const { state, sent } = prepare([{ tag: 'grt_1' }, { tag: 'portal' }])
    tellPortal(state, 'dev_1', NOW)
    tellPortal(state, null, NOW)
    expect(sent()).toEqual([[], ['{"device":"dev_1"}', '{"device":null}']])
  })

  test('closes the socket of a session that is over, and says nothing to it', () => {
    const { state, sent, closed } = prepare([
      { tag: 'grt_1', endsAt: NOW },
      { tag: 'grt_1', endsAt: NOW + 1 },
    ])
    tellSockets(state, 'grt_1', 'active', NOW)
    expect(sent()).toEqual([[], ['{"state":"active"}']])
    expect(closed()).toEqual([[OVER, 'session over'], []])
  })

  test('goes on behind a socket that closed in that moment', () => {
    const { state, sent } = prepare([{ tag: 'grt_1', broken: true }, { tag: 'grt_1' }])
    tellSockets(state, 'grt_1', 'active', NOW)
    expect(sent()[1]).toEqual(['{"state":"active"}'])
  })
})

describe('closing', () => {
  const two = [
    { tag: 'grt_1', session: 'ses_1' },
    { tag: PORTAL_TAG, session: 'ses_2' },
  ]

  test('of an account reaches every socket', () => {
    const { state, closed } = prepare(two)
    closeAllSockets(state)
    expect(closed()).toEqual([
      [OVER, 'sessions ended'],
      [OVER, 'sessions ended'],
    ])
  })

  test('of a session reaches its own', () => {
    const { state, closed } = prepare(two)
    closeSocketsOf(state, 'ses_2')
    expect(closed()).toEqual([[], [OVER, 'signed out']])
  })
})
