import type { Permission } from '../../src/accounts/index.ts'
import type { DerivedCredential } from '../../src/derived-credentials/index.ts'
import type { OwnedDevice } from '../../src/devices/index.ts'
import { DAY, HOUR, MINUTE } from '../../src/kernel/time.ts'
import {
  AnotherDerivedPage,
  DerivedOnwardPage,
  type DerivedOutcome,
  DerivedOutcomePage,
  DerivedPasswordPage,
} from '../../src/web/portal/pages/derived.tsx'
import { DerivedPanel } from '../../src/web/portal/pages/derived-panel.tsx'
import {
  DerivedModulePage,
  DerivedSecretPage,
  NewDerivedSecretPage,
} from '../../src/web/supervise/pages/derived.tsx'
import type { Frame } from '../../src/web/ui/index.ts'
import { StaffLayout } from '../../src/web/ui/staff-layout.tsx'
import type { Scene } from './claim-scenes.tsx'
import { makeFrame, NOW, sunny } from './fixtures.ts'
import { supervisorDe, supervisor as supervisorEn } from './staff-fixtures.ts'

/** Derived credentials: what an owner sees of them, and the supervisor of the external module. */

const en = makeFrame({ signedInAs: 'ada@acme.example' })
const de = makeFrame({ signedInAs: 'ada@acme.example', locale: 'de', organisation: sunny })
const deviceId = 'dev_AAAAAAAAAAAAAAAAAAAAAA'
const permissions: Permission[] = ['derived_credential']

export const derivedDevice = { id: deviceId, lifecycle: 'active', platform: 'ios' } as OwnedDevice

export function makeDerived(with_: Partial<DerivedCredential> = {}): DerivedCredential {
  return {
    id: 'drv_AAAAAAAAAAAAAAAAAAAAAA',
    deviceId,
    kind: 'external',
    state: 'issued',
    serial: null,
    createdAt: NOW - 3 * HOUR,
    finishedAt: NOW - 2 * HOUR,
    endsAt: null,
    ...with_,
  }
}

const builtIn = makeDerived({
  kind: 'built_in',
  serial: '5f3c2a9e7b1d4c60a1b2c3d4e5f60718',
  endsAt: NOW + 320 * DAY,
})

/** The panel as it stands on the page of a device, in each of its states. */
function panels(frame: Frame, external: boolean): Scene[] {
  const states = {
    none: null,
    started: makeDerived({ state: 'started', kind: external ? 'external' : 'built_in', finishedAt: null }),
    failed: makeDerived({ state: 'failed' }),
    issued: external ? makeDerived() : builtIn,
    ended: makeDerived({ state: 'ended' }),
  }
  return Object.entries(states).map(([state, credential]) => ({
    name: `derived-panel-${external ? 'external' : 'built-in'}-${state}`,
    page: (
      <StaffLayout frame={frame} area="portal" section="myDevices" title="iPhone">
        <DerivedPanel {...{ frame, device: derivedDevice, permissions, credential, external }} />
      </StaffLayout>
    ),
  }))
}

const onward = {
  kind: 'external',
  url: 'https://credentials.acme.example/start?account=ada&signature=x',
  host: 'credentials.acme.example',
  endsAt: NOW + 30 * MINUTE,
} as const
const file = {
  kind: 'built_in',
  id: 'drv_AAAAAAAAAAAAAAAAAAAAAA',
  secret: 'AAAAAAAAAAAAAAAAAAAAAA',
  password: 'BCDF-GHJK-LMNP-QRST',
  endsAt: NOW + HOUR,
} as const
const long = { ...onward, host: 'identitaetsnachweise.zertifizierungsdienst.sonnenschein-toechter.example' }
const outcomes: DerivedOutcome[] = ['success', 'failure', 'expired', 'over']

export const derivedScenes: Scene[] = [
  ...panels(en, true),
  ...panels(de, false),
  { name: 'derived-onward', page: <DerivedOnwardPage frame={en} deviceId={deviceId} started={onward} /> },
  { name: 'derived-onward-de', page: <DerivedOnwardPage frame={de} deviceId={deviceId} started={long} /> },
  { name: 'derived-password', page: <DerivedPasswordPage frame={en} deviceId={deviceId} started={file} /> },
  {
    name: 'derived-password-de',
    page: <DerivedPasswordPage frame={de} deviceId={deviceId} started={file} />,
  },
  { name: 'derived-another', page: <AnotherDerivedPage frame={en} deviceId={deviceId} external={false} /> },
  ...outcomes.map((outcome) => ({
    name: `derived-${outcome}`,
    page: <DerivedOutcomePage frame={en} outcome={outcome} deviceId={deviceId} />,
  })),
  {
    name: 'derived-lost-de',
    page: <DerivedOutcomePage frame={de} outcome="lost" deviceId={null} />,
  },
  {
    name: 'supervise-derived-not-ready',
    page: (
      <DerivedModulePage
        frame={supervisorEn}
        configured
        url="https://dc.acme.example/start"
        secret="missing"
      />
    ),
  },
  {
    name: 'supervise-derived-ready-de',
    page: (
      <DerivedModulePage frame={supervisorDe} configured url="https://dc.acme.example/start" secret="set" />
    ),
  },
  {
    name: 'supervise-derived-new-de',
    page: <NewDerivedSecretPage frame={supervisorDe} replaces />,
  },
  {
    name: 'supervise-derived-secret',
    page: <DerivedSecretPage frame={supervisorEn} secret="AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8" />,
  },
]
