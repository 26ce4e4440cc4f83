import { inLocale } from '../../../kernel/locale.ts'
import type { Platform } from '../../../kernel/platform.ts'
import { HOUR } from '../../../kernel/time.ts'
import type { Organisation } from '../../../organisations/index.ts'
import type { LinkView } from '../../../referee/index.ts'
import {
  type FullSettings,
  fillSettings,
  normaliseSettings,
  type Part,
  partsLeftOut,
  renderingOf,
  type TemplateContent,
  valuesOf,
} from '../../../templates/index.ts'
import { WhatHappens } from '../../setup/pages/what-happens.tsx'
import type { Frame } from '../../ui/frame.ts'
import { renderMarkdown, Written } from '../../ui/markdown.tsx'
import { Sample } from '../../ui/template-form.tsx'
import { CardTitle, Columns, Muted, Points, Stack } from '../../ui/text.tsx'

export type TemplatePreviewProps = {
  /** In the language of the owner. */
  frame: Frame
  organisation: Pick<Organisation, 'name' | 'siteId'>
  platform: Platform
  content: TemplateContent
}

/** What an owner reads of a template on the way, with an invented person and device. */
export function TemplatePreview(props: TemplatePreviewProps) {
  const { frame, organisation, platform, content } = props
  const words = frame.copy.deviceTemplates
  const { ownership, reports } = content
  const link: LinkView = {
    id: 'grt_preview',
    platform,
    ownership: ownership.default === 'company' ? 'company' : 'personal',
    ownershipOpen: ownership.choosable,
    state: 'opened',
    confirmation: 'tap',
    validUntil: frame.now + HOUR,
    openedAt: frame.now,
    reports,
    pinClosed: false,
    claim: null,
    own: null,
  }
  const notes = content.notes && inLocale(content.notes, frame.locale)
  const installed = installedItems(props)
  const left = partsLeftOut({ ...content, platform }).map(({ part, name, rendering }) =>
    name === undefined
      ? words.parts[part]
      : `${name}${frame.copy.ui.colon}${words.rendering.reasons[rendering.reason]}`,
  )
  return (
    <Columns
      stacked
      first={
        <Sample title={words.previewPage.beside}>
          <div>
            <CardTitle>{frame.copy.platforms[platform].onIt}</CardTitle>
            <Written html={renderMarkdown(inLocale(content.instructions, frame.locale), { topLevel: 3 })} />
          </div>
        </Sample>
      }
      second={
        <>
          <Sample title={words.previewPage.before}>
            <WhatHappens frame={frame} link={link} reports={reports} />
          </Sample>
          <Sample title={words.previewPage.onDevice}>
            {notes ? (
              <div>
                <CardTitle>{frame.copy.claim.notes(organisation.name)}</CardTitle>
                <Written html={renderMarkdown(notes, { topLevel: 3 })} />
              </div>
            ) : (
              <Muted>{words.previewPage.noNotes}</Muted>
            )}
          </Sample>
          <Sample title={words.previewPage.installed}>
            <Stack gap="tight">
              {installed.length > 0 ? (
                <Points mark="yes" items={installed} />
              ) : (
                <Muted>{words.previewPage.nothing}</Muted>
              )}
              {left.length > 0 && (
                <div>
                  <Muted>{words.previewPage.notDelivered}</Muted>
                  <Points mark="no" items={left} />
                </div>
              )}
            </Stack>
          </Sample>
        </>
      }
    />
  )
}

/** What reaches the device, by name. */
function installedItems({ frame, organisation, platform, content }: TemplatePreviewProps): string[] {
  const { items, sample } = frame.copy.deviceTemplates.previewPage
  const settings = fillSettings(
    normaliseSettings(content.settings),
    valuesOf({
      account: { address: 'ada@company.example', name: sample.name, phone: '+44 7400 123456' },
      organisation,
      device: { id: 'dev_0123456789', name: sample.device, platform, ownership: 'personal' },
    }),
  )
  const told: [Part, string | null][] = [
    [
      'wifi',
      named(
        settings.wifi.filter(({ security }) => security !== 'eap'),
        ({ ssid }) => ssid,
        items.wifi,
      ),
    ],
    [
      'wifiEnterprise',
      named(
        settings.wifi.filter(({ security }) => security === 'eap'),
        ({ ssid }) => ssid,
        items.wifi,
      ),
    ],
    ['certificates', named(settings.certificates, ({ name }) => name, items.certificates)],
    ['certificates', settings.userCertificates ? items.userCertificates : null],
    ['identity', settings.identity && items.identity(settings.identity.subject)],
    ['vpn', named(settings.vpn, ({ name }) => name, items.vpn)],
    ['mail', named(settings.mail, ({ address }) => address, items.mail)],
    ['passcode', settings.passcode && items.passcode(settings.passcode.minLength || 0)],
    ['webLinks', named(settings.webLinks, ({ label }) => label, items.webLinks)],
    ['agentApp', settings.agentApp && items.agentApp(settings.agentApp.name)],
    ['policies', countOf(settings.policies) > 0 ? items.policies(countOf(settings.policies)) : null],
    ['agent', hasExtras(settings) ? items.extras : null],
  ]
  const rendered = (part: Part) =>
    renderingOf(part, { platform, reports: content.reports }).state === 'rendered'
  return told.flatMap(([part, text]) => (text !== null && rendered(part) ? [text] : []))
}

function named<Row>(
  rows: Row[],
  nameOf: (row: Row) => string,
  say: (names: string) => string,
): string | null {
  return rows.length > 0 ? say(rows.map(nameOf).join(', ')) : null
}

const countOf = (policies: object) => Object.keys(policies).length
const hasExtras = ({ extras }: FullSettings) => extras.agent !== null
