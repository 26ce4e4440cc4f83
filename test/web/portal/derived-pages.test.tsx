import { expect, test } from 'vitest'
import type { DerivedCredential } from '../../../src/derived-credentials/index.ts'
import { DerivedPanel, type DerivedPanelProps } from '../../../src/web/portal/pages/derived-panel.tsx'
import { derivedDevice, derivedScenes, makeDerived } from '../../pictures/derived-scenes.tsx'
import { makeFrame } from '../../pictures/fixtures.ts'

const panel = (credential: DerivedCredential | null, with_: Partial<DerivedPanelProps> = {}) =>
  String(
    <DerivedPanel
      frame={makeFrame({})}
      device={derivedDevice}
      permissions={['derived_credential']}
      credential={credential}
      external
      {...with_}
    />,
  )

test('is not shown to who may not have one, nor for a device that is not active', () => {
  expect(panel(null)).toContain('action="/portal/devices/')
  expect(panel(null, { permissions: ['wipe'] })).not.toContain('Derived')
  for (const lifecycle of ['pending', 'retired', 'wiped', 'replaced', 'deleted'] as const)
    expect(panel(null, { device: { ...derivedDevice, lifecycle } })).not.toContain('Derived')
})

test('offers its button until one is issued; then there is only the way by a question', () => {
  for (const state of ['started', 'failed', 'ended'] as const)
    expect(panel(makeDerived({ state }))).toMatch(/<form[^>]*action="[^"]*\/derived"/)
  expect(panel(makeDerived())).not.toContain('<form')
  expect(panel(makeDerived())).toMatch(/<a href="[^"]*\/derived\/new"/)
})

test('no page of it has a form that leads to another site', () => {
  for (const { name, page } of derivedScenes)
    for (const [, action] of String(page).matchAll(/<form[^>]*action="([^"]*)"/g))
      expect([name, action?.startsWith('/')]).toEqual([name, true])
})
