import { draftOf } from '../../src/web/manage/device-template-draft.ts'
import { DeviceTemplateEditPage } from '../../src/web/manage/pages/device-template-edit.tsx'
import { PersonCodePage } from '../../src/web/manage/pages/people-code.tsx'
import { ReprovisionPage } from '../../src/web/manage/pages/people-reprovision.tsx'
import { ClaimPage, type ClaimPageProps } from '../../src/web/setup/pages/index.ts'
import { CERTIFICATE, emptySettings, newTemplate } from '../templates/samples.ts'
import type { Scene } from './claim-scenes.tsx'
import * as fixture from './fixtures.ts'
import { makeAccount, makeOrganisation, manager, managerDe } from './staff-fixtures.ts'

/** Phones that say what they are by themselves, codes that take the place of devices, and what the editor explains. */

const { browserClaim, deliveredClaim, makeFrame, NOW, ref } = fixture
const en = makeFrame({})
const de = makeFrame({ locale: 'de' })
const long = makeFrame({ organisation: fixture.sunny, locale: 'de' })

const waiting = { ...browserClaim, reports: 'ota' } as const
const delivered = { ...deliveredClaim, reports: 'ota' } as const
const told = {
  ...delivered,
  state: 'confirmed',
  live: 'active',
  confirmedAt: NOW - 1000,
  model: 'iPhone 16 Pro',
} as const
const claim: ClaimPageProps = {
  frame: en,
  claim: waiting,
  ref,
  here: 'safari',
  profileHref: `/p/${ref}/${browserClaim.deviceId}/profile?k=${browserClaim.artefactKey}`,
  ticketUrl: fixture.ticketUrl,
  storeUrl: null,
  plainStoreUrl: null,
  appName: null,
  instructionsHtml: '',
}
const identityPassword = 'BCDF-GHJK-LMNP-QRST'
const onMac = { claim: { ...delivered, platform: 'macos' }, here: 'any' } as const

const otas: Scene[] = [
  { name: 'claim-ota-download', page: <ClaimPage {...claim} /> },
  { name: 'claim-ota-other-browser-de', page: <ClaimPage {...claim} frame={de} here="other_browser" /> },
  { name: 'claim-ota-install', page: <ClaimPage {...claim} claim={delivered} /> },
  {
    name: 'claim-ota-install-password-long-de',
    page: <ClaimPage {...claim} frame={long} claim={delivered} identityPassword={identityPassword} />,
  },
  { name: 'claim-ota-install-mac', page: <ClaimPage {...claim} {...onMac} /> },
  {
    name: 'claim-ota-active',
    page: <ClaimPage {...claim} claim={told} identityPassword={identityPassword} />,
  },
  {
    name: 'claim-ota-active-spent-de',
    page: <ClaimPage {...claim} frame={de} claim={told} profileHref={null} />,
  },
]

const app = {
  ...claim,
  claim: { ...fixture.appClaim, platform: 'ios' },
  here: 'any',
  profileHref: null,
  appName: 'Acme Agent',
  plainStoreUrl: 'https://apps.apple.com/app/id1234567890',
} as const
const stores: Scene[] = [
  { name: 'claim-app-store', page: <ClaimPage {...app} /> },
  {
    name: 'claim-app-microsoft-store-de',
    page: (
      <ClaimPage
        {...app}
        frame={long}
        claim={{ ...fixture.appClaim, platform: 'windows' }}
        plainStoreUrl="https://apps.microsoft.com/detail/9nblggh4nns1"
      />
    ),
  },
]

const replaced = [fixture.redeemed.claim, fixture.active.claim].filter((one) => one !== null)
const account = makeAccount({ permissions: ['pin'] })
const reprovision = {
  ...{ frame: manager, account, minutes: 10, refusal: null },
  ...{ platforms: ['ios', 'android', 'agent'] as const, chosen: 'ios' as const },
}
const codes: Scene[] = [
  {
    name: 'manage-reprovision-replaces',
    page: <ReprovisionPage {...reprovision} platforms={[...reprovision.platforms]} replaced={replaced} />,
  },
  {
    name: 'manage-reprovision-replaces-de',
    page: (
      <ReprovisionPage
        {...reprovision}
        frame={managerDe}
        platforms={[...reprovision.platforms]}
        replaced={replaced.slice(0, 1)}
      />
    ),
  },
  {
    name: 'manage-person-code-sent',
    page: <PersonCodePage frame={manager} account={account} grant={fixture.grant} done="sent" />,
  },
  {
    name: 'manage-person-code-renewed-de',
    page: <PersonCodePage frame={managerDe} account={account} grant={fixture.opened} done="renewed" />,
  },
]

const settings = { ...emptySettings, certificates: [{ key: 'c1', name: 'Acme Root', pem: CERTIFICATE }] }
const editor = (platform: 'ios' | 'android' | 'windows', frame: typeof manager) => {
  const { platform: _, ...content } = { ...newTemplate(settings), name: 'Phones of the workshop' }
  const template = { id: 'tpl_5nYt8WcRk3QbVz1LmHx7Ag', name: content.name, version: 3, archivedAt: null }
  return (
    <DeviceTemplateEditPage
      editing={{
        ...{ frame, template: { id: template.id, platform }, draft: draftOf(content), problems: {} },
        ...{ stored: new Set<string>(), added: null },
      }}
      template={template}
      content={content}
      done={null}
      failed={false}
      stale={null}
      preview={{ frame, organisation: makeOrganisation(), platform, content }}
    />
  )
}
const editors: Scene[] = [
  { name: 'manage-template-known-ios', page: editor('ios', manager) },
  { name: 'manage-template-known-android-de', page: editor('android', managerDe) },
  { name: 'manage-template-known-windows-de', page: editor('windows', managerDe) },
]

export const otaScenes: Scene[] = [...otas, ...stores, ...codes, ...editors]
