import { describe, expect, test } from 'vitest'
import type { LinkView } from '../../../src/referee/index.ts'
import { ClaimFragment, ClaimPage, type ClaimPageProps } from '../../../src/web/setup/pages/index.ts'
import { StatusRegion } from '../../../src/web/setup/pages/status.tsx'
import { WhatHappens } from '../../../src/web/setup/pages/what-happens.tsx'
import * as fixture from '../../pictures/fixtures.ts'

const { browserClaim, makeFrame, NOW, ref } = fixture
const en = makeFrame({})
const PROFILE = '/p/r/d/profile?k=a7Qw'

const waiting = { ...browserClaim, reports: 'ota' } as const
const delivered = { ...fixture.deliveredClaim, reports: 'ota' } as const
const told = {
  ...delivered,
  state: 'confirmed',
  live: 'active',
  confirmedAt: NOW - 1000,
  model: 'iPhone 16 Pro',
} as const

const propsOf = (changes: Partial<ClaimPageProps>): ClaimPageProps => ({
  frame: en,
  claim: waiting,
  ref,
  here: 'safari',
  plainStoreUrl: null,
  profileHref: PROFILE,
  ticketUrl: fixture.ticketUrl,
  storeUrl: null,
  appName: null,
  instructionsHtml: '',
  ...changes,
})
const page = (changes: Partial<ClaimPageProps> = {}) => String(<ClaimPage {...propsOf(changes)} />)
const fragment = (changes: Partial<ClaimPageProps> = {}) => String(<ClaimFragment {...propsOf(changes)} />)
const phases = (html: string) => [...html.matchAll(/data-phase="(\w+)"/g)].map(([, phase]) => phase)
const primary = (html: string) =>
  [...html.matchAll(/class="btn btn-primary[^"]*">([^<]*)</g)].map(([, words]) => words)

describe('a device that says what it is by itself', () => {
  const stages: [string, Partial<ClaimPageProps>, string[], string[]][] = [
    ['download', {}, ['Download the profile'], ['done', 'now', 'next', 'next']],
    [
      'another browser on iOS',
      { here: 'other_browser' },
      ['Copy the link for Safari'],
      ['done', 'now', 'next', 'next'],
    ],
    ['install', { claim: delivered }, [], ['done', 'done', 'now', 'next']],
    ['active', { claim: told }, [], ['done', 'done', 'done', 'done']],
  ]
  test.each(stages)('%s: page and fragment tell the same', (_, changes, todo, list) => {
    for (const html of [page(changes), fragment(changes)]) {
      expect(primary(html)).toEqual(todo)
      expect(phases(html)).toEqual(list)
    }
  })

  test('is announced with two profiles, and asks for no word of its owner', () => {
    expect(page()).toContain('It takes two profiles')
    const html = page({ claim: delivered })
    expect(html).toContain('asks the first time')
    expect(html).toContain('asks the second time')
    expect(html).not.toContain('/installed')
    expect(html).not.toContain('It is installed')
    expect(page({ claim: { ...delivered, platform: 'macos' }, here: 'any' })).toContain('System Settings')
  })

  test('appears with its model, and may have its settings once more', () => {
    const html = page({ claim: told })
    expect(html).toContain('iPhone 16 Pro is set up')
    expect(html).toContain(`href="${PROFILE}"`)
    expect(page({ claim: told, profileHref: null })).not.toContain('Download')
    expect(page({ claim: told, here: 'other_browser' })).not.toContain(PROFILE)
    expect(page({ claim: { ...told, downloadsLeft: 0 } })).not.toContain(PROFILE)
  })

  test('is told to go on in Safari, in browsers that install no profiles, even after the download', () => {
    const html = page({ claim: delivered, here: 'other_browser' })
    expect(html).not.toContain(PROFILE)
  })

  test('is explained before anybody agrees: what it tells, and that it does so once', () => {
    const link = { platform: 'ios', ownership: 'personal', ownershipOpen: false } as LinkView
    const html = String(<WhatHappens frame={en} link={link} reports="ota" />)
    expect(html).toContain('asks twice')
    expect(html).toContain('not after that')
    expect(html).toContain('serial number')
    expect(html).not.toContain('now and then')
  })

  test('is awaited on the page where its code was shown, and named there', () => {
    const grant = fixture.delivered
    const claim = { ...grant.claim, reports: 'ota' } as NonNullable<typeof grant.claim>
    const html = String(<StatusRegion frame={en} grant={{ ...grant, claim }} />)
    expect(html).toContain('It asks twice')
    expect(html).not.toContain('Then say there')
  })

  test('reads the same in German', () => {
    const frame = makeFrame({ locale: 'de' })
    expect(page({ frame, claim: delivered })).toContain('fragt zum zweiten Mal')
    expect(page({ frame, claim: told })).toContain('iPhone 16 Pro')
  })
})

describe('a certificate of its own', () => {
  const identityPassword = 'BCDF-GHJK-LMNP-QRST'

  test('comes with the second profile: its password stays while the device may ask for it', () => {
    for (const claim of [delivered, told]) {
      expect(page({ claim, identityPassword })).toContain(identityPassword)
      expect(fragment({ claim, identityPassword })).toContain(identityPassword)
    }
    expect(page({ claim: told, identityPassword, profileHref: null })).toContain(identityPassword)
  })
})
