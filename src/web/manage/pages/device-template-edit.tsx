import type { Change } from '../../../audit/index.ts'
import type { Instant } from '../../../kernel/time.ts'
import {
  type Part,
  partsLeftOut,
  partsSet,
  type TemplateContent,
  VARIABLES,
} from '../../../templates/index.ts'
import { Select } from '../../ui/controls.tsx'
import { Hidden } from '../../ui/form.tsx'
import { LANGUAGE_OPTIONS } from '../../ui/languages.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Act, ActLink, Acts, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { JumpList, Lines, Region, Snippets } from '../../ui/template-form.tsx'
import { Points } from '../../ui/text.tsx'
import { describeChange } from './device-template-changes.ts'
import { type Editing, SAVE_PATH, wordsOf } from './device-template-fields.tsx'
import {
  CertificatesPanel,
  IdentityPanel,
  MailPanel,
  VpnPanel,
  WifiPanel,
} from './device-template-networks.tsx'
import {
  AppPanel,
  BasicsPanel,
  ExtrasPanel,
  LinksPanel,
  PasscodePanel,
  PoliciesPanel,
  TextsPanel,
} from './device-template-panels.tsx'
import { TemplatePreview, type TemplatePreviewProps } from './device-template-preview.tsx'

const PREVIEW_PATH = `${SAVE_PATH}#preview`

export type DeviceTemplateEditPageProps = {
  editing: Editing
  template: { id: string; name: string; version: number; archivedAt: Instant | null }
  /** What the form says now, for what is delivered. */
  content: TemplateContent
  done: string | null
  /** A refused save. */
  failed: boolean
  /** Somebody else saved in between: what they changed. */
  stale: Change[] | null
  /** The form, saved or not, as its owner would see it. */
  preview: TemplatePreviewProps
}

/** `/manage/device-templates/:id`: everything that a template says, on one page. */
export function DeviceTemplateEditPage(props: DeviceTemplateEditPageProps) {
  const { editing, template } = props
  const { frame } = editing
  const words = wordsOf(editing)
  const path = `/manage/device-templates/${template.id}`
  const archived = template.archivedAt !== null
  return (
    <StaffLayout
      frame={frame}
      area="manage"
      section="deviceTemplates"
      title={template.name}
      lead={`${frame.copy.platforms[editing.template.platform].name} · ${words.edit.version(template.version)}`}
      parent={{ href: '/manage/device-templates', label: words.list.title }}
      actions={
        <>
          <ActLink href={`${path}/preview`}>{words.edit.showPreview}</ActLink>
          <ActLink href={`${path}/history`}>{words.edit.history}</ActLink>
          <ActLink href={`${path}/copy`}>{words.edit.copyIt}</ActLink>
          {!archived && <ActLink href={`${path}/archive`}>{words.edit.archiveIt}</ActLink>}
        </>
      }
      failed={props.stale === null ? props.failed : 'said'}
      done={props.done}
      scripts={['template-preview']}
    >
      {archived && <Archived path={path} words={words} />}
      {props.stale && <Stale {...props} changes={props.stale} />}
      <LeftOut {...props} />
      <StaffForm action={SAVE_PATH}>
        <Hidden name="template" value={template.id} />
        <Hidden name="version" value={String(template.version)} />
        <Acts>
          <Act name="do" value="save">
            {words.edit.save}
          </Act>
          <Act weight="secondary" name="do" value="preview" formaction={PREVIEW_PATH}>
            {words.edit.preview}
          </Act>
        </Acts>
        <Overview {...props} />
        <BasicsPanel editing={editing} />
        <TextsPanel editing={editing} />
        <WifiPanel editing={editing} />
        <CertificatesPanel editing={editing} />
        <IdentityPanel editing={editing} />
        <VpnPanel editing={editing} />
        <MailPanel editing={editing} />
        <PasscodePanel editing={editing} />
        <LinksPanel editing={editing} />
        <AppPanel editing={editing} />
        <PoliciesPanel editing={editing} />
        <ExtrasPanel editing={editing} />
        <VariablesPanel editing={editing} />
        <Preview {...props} />
        <Acts>
          <Act name="do" value="save">
            {words.edit.save}
          </Act>
        </Acts>
      </StaffForm>
    </StaffLayout>
  )
}

function VariablesPanel({ editing }: { editing: Editing }) {
  const { title, lead, means } = wordsOf(editing).variables
  const items = VARIABLES.map((name) => ({ code: `{{${name}}}`, means: means[name] }))
  return (
    <Panel id="variables" title={title} lead={lead}>
      <Snippets items={items} />
    </Panel>
  )
}

/** Beside the fields that it shows; a script keeps it at what they say. */
function Preview({ editing, preview }: DeviceTemplateEditPageProps) {
  const { previewPage, edit } = wordsOf(editing)
  return (
    <Panel id="preview" title={previewPage.title} lead={previewPage.lead}>
      <Select
        name="previewLocale"
        label={previewPage.language}
        value={preview.frame.locale}
        options={LANGUAGE_OPTIONS}
      />
      <Acts>
        <Act weight="secondary" name="do" value="preview" formaction={PREVIEW_PATH}>
          {edit.preview}
        </Act>
      </Acts>
      <Region name="template-preview">
        <TemplatePreview {...preview} />
      </Region>
    </Panel>
  )
}

function Archived({ path, words }: { path: string; words: ReturnType<typeof wordsOf> }) {
  return (
    <Panel title={words.edit.archivedTitle} lead={words.edit.archivedText}>
      <StaffForm action={`${path}/unarchive`}>
        <Acts>
          <Act weight="secondary">{words.edit.unarchive}</Act>
        </Acts>
      </StaffForm>
    </Panel>
  )
}

function Stale({ editing, template, changes }: DeviceTemplateEditPageProps & { changes: Change[] }) {
  const words = wordsOf(editing)
  const told = changes.map((change) => describeChange(words, change))
  return (
    <>
      <Notice tone="error" title={words.edit.staleTitle}>
        {words.edit.stale(template.version)}
      </Notice>
      <Panel title={words.history.columns.what}>
        <Points items={told.length > 0 ? told : [words.edit.staleNothing]} />
      </Panel>
    </>
  )
}

/** What is set and stays here. Never silent. */
function LeftOut({ editing, content }: DeviceTemplateEditPageProps) {
  const words = wordsOf(editing)
  const left = partsLeftOut({ ...content, platform: editing.template.platform })
  if (left.length === 0) return null
  const items = left.map(
    ({ part, rendering, name }) =>
      `${words.parts[part]}${name === undefined ? '' : ` (${name})`}: ${words.rendering.reasons[rendering.reason]}`,
  )
  return (
    <Notice tone="warning" title={words.edit.leftOutTitle}>
      <Lines items={items} />
    </Notice>
  )
}

/** The panel in which each part stands. */
const PANEL_OF = {
  wifi: 'wifi',
  wifiEnterprise: 'wifi',
  certificates: 'certificates',
  identity: 'identity',
  vpn: 'vpn',
  mail: 'mail',
  passcode: 'passcode',
  webLinks: 'webLinks',
  agentApp: 'agentApp',
  policies: 'policies',
  apple: 'extras',
  android: 'extras',
  agent: 'extras',
} as const satisfies Record<Part, string>

function Overview({ editing, content }: DeviceTemplateEditPageProps) {
  const words = wordsOf(editing)
  const set = new Set<string>(partsSet(content.settings).map((part) => PANEL_OF[part]))
  const panels = Object.entries(words.panels)
  const items = panels.map(([panel, label]) => {
    const always = panel === 'basics' || panel === 'texts'
    const isSet = always || set.has(panel)
    return { href: `#${panel}`, label, state: isSet ? words.edit.isSet : words.edit.isEmpty, set: isSet }
  })
  return (
    <Panel title={words.edit.overview}>
      <JumpList label={words.edit.overview} items={items} />
    </Panel>
  )
}
