import type { Child } from 'hono/jsx'
import type { Copy } from '../../../copy/index.ts'
import type { FieldProblems } from '../../../kernel/fields.ts'
import { directionOf, type Locale } from '../../../kernel/locale.ts'
import { PLATFORMS, type Platform, type Reports } from '../../../kernel/platform.ts'
import { type Part, platformsRendering, type Rendering, renderingOf } from '../../../templates/index.ts'
import { type Option, problemText, Select, Switch, TextArea } from '../../ui/controls.tsx'
import { Field, Hidden } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Act, Panel } from '../../ui/staff-form.tsx'
import { FormRow, Reach, SecretField } from '../../ui/template-form.tsx'
import { type Draft, isTicked, type ListName, rowsOf, valueAt } from '../device-template-draft.ts'
import { secretStateOf } from '../device-template-secrets.ts'

/** Where the editor posts to: without an id in it, so that it takes a form of up to 1 MiB. */
export const SAVE_PATH = '/manage/device-templates/save'

/** A form that is being filled in. */
export type Editing = {
  frame: Frame
  template: { id: string; platform: Platform }
  draft: Draft
  problems: FieldProblems
  /** Places of the secrets that the template has: `wifi.w1.passphrase`. */
  stored: ReadonlySet<string>
  /** The row that was added just now: `wifi.2`. */
  added: string | null
}

type Words = Copy['deviceTemplates']
export type FieldLabel = keyof Words['fields']
type Props = { editing: Editing; name: string; label: FieldLabel; hint?: string }

export const wordsOf = ({ frame }: Pick<Editing, 'frame'>): Words => frame.copy.deviceTemplates

/** What is wrong with a field. Where the room says what is accepted, in its words. */
export function problemOf({ frame, problems }: Editing, field: string): string | null {
  const problem = Object.hasOwn(problems, field) ? problems[field] : undefined
  if (!problem) return null
  const { refusals } = frame.copy.deviceTemplates
  const { detail } = problem
  if (problem.code === 'not_accepted' && detail && Object.hasOwn(refusals, detail))
    return refusals[detail as keyof typeof refusals]
  return problemText(frame.copy, problem)
}

export function Line(props: Props & { optional?: boolean; numeric?: boolean }) {
  const { editing, name, label, hint } = props
  const words = wordsOf(editing)
  const first = editing.added !== null && name.startsWith(`${editing.added}.`)
  return (
    <Field
      name={name}
      label={words.fields[label]}
      value={valueAt(editing.draft, name)}
      note={props.optional ? words.edit.optional : null}
      hint={hint ?? null}
      error={problemOf(editing, name)}
      autocomplete="off"
      required={false}
      focus={first && !name.includes('.eap.')}
      {...(props.numeric && { inputmode: 'numeric' as const })}
    />
  )
}

export function Long(
  props: Props & {
    rows?: number
    mono?: boolean
    /** In words, for the label. */
    language?: string
    locale?: Locale
  },
) {
  const { editing, name, label, hint, language } = props
  const words = wordsOf(editing).fields
  return (
    <TextArea
      name={name}
      label={language ? `${words[label]}${editing.frame.copy.ui.colon}${language}` : words[label]}
      value={valueAt(editing.draft, name)}
      rows={props.rows ?? 6}
      mono={props.mono ?? true}
      direction={props.locale && directionOf(props.locale)}
      language={props.locale}
      hint={hint ?? null}
      error={problemOf(editing, name)}
    />
  )
}

export function Pick(props: Props & { options: Record<string, string> }) {
  const { editing, name, label, hint } = props
  const options = Object.entries(props.options).map(([value, words]): Option => ({ value, label: words }))
  const value = valueAt(editing.draft, name)
  return (
    <Select
      name={name}
      label={wordsOf(editing).fields[label]}
      value={value}
      options={options}
      hint={hint ?? null}
      error={problemOf(editing, name)}
    />
  )
}

export function Tick(props: Props) {
  const { editing, name, label, hint } = props
  return (
    <Switch
      name={name}
      label={wordsOf(editing).fields[label]}
      checked={isTicked(editing.draft, name)}
      detail={hint ?? null}
      error={problemOf(editing, name)}
    />
  )
}

export function Secret(props: Props) {
  const { editing, name, label, hint = null } = props
  const { edit, fields } = wordsOf(editing)
  const state = secretStateOf(editing.draft, name, editing.stored)
  return (
    <SecretField
      name={name}
      label={fields[label]}
      hint={hint}
      state={{ stored: edit.secretStored, held: edit.secretHeld, none: null }[state]}
      held={valueAt(editing.draft, `${name}.held`)}
      remove={{ label: edit.secretRemove, checked: isTicked(editing.draft, `${name}.remove`) }}
      error={problemOf(editing, name)}
    />
  )
}

const TONES = { rendered: 'good', not_possible: 'neutral' } as const

/** Whether a part reaches a device of this template, and on which platforms it usually does. */
export function PartReach({ editing, part }: { editing: Editing; part: Part }) {
  const { rendering } = wordsOf(editing)
  const reports = valueAt(editing.draft, 'reports') as Reports
  const found: Rendering = renderingOf(part, { platform: editing.template.platform, reports })
  const { state, reason } = found
  return (
    <Reach
      tone={TONES[state]}
      word={rendering.states[state]}
      why={rendering.reasons[reason]}
      elsewhere={elsewhere(editing, part)}
    />
  )
}

function elsewhere({ frame }: Editing, part: Part): string {
  const { rendering } = frame.copy.deviceTemplates
  const platforms = platformsRendering(part)
  if (platforms.length === 0) return rendering.nowhere
  if (platforms.length === PLATFORMS.length) return rendering.everywhere
  return rendering.platforms(platforms.map((platform) => frame.copy.platforms[platform].name).join(', '))
}

type PanelName = keyof Words['panels']

/** A part of the form, with what becomes of it on the device. */
export function PartPanel(props: { editing: Editing; panel: PanelName; part?: Part; children?: Child }) {
  const { editing, panel, part } = props
  const words = wordsOf(editing)
  const leads: Partial<Record<PanelName, string>> = words.leads
  return (
    <Panel
      id={panel}
      title={words.panels[panel]}
      lead={
        <>
          {leads[panel]}
          {part && <PartReach editing={editing} part={part} />}
        </>
      }
    >
      {props.children}
    </Panel>
  )
}

/** The rows of a list, each with a button that takes it out, and one that adds another. Neither saves. */
export function Rows(props: {
  editing: Editing
  list: ListName
  row: (path: string, index: number) => Child
}) {
  const { editing, list } = props
  const words = wordsOf(editing)
  const error = problemOf(editing, list)
  const formaction = `${SAVE_PATH}#${list}`
  return (
    <>
      {rowsOf(editing.draft, list).map((index) => {
        const path = `${list}.${index}`
        const key = valueAt(editing.draft, `${path}.key`)
        return (
          <FormRow
            legend={words.edit.row(words.rowNames[list], index + 1)}
            remove={{ value: path, label: words.edit.remove, formaction }}
          >
            {key !== '' && <Hidden name={`${path}.key`} value={key} />}
            {props.row(path, index)}
          </FormRow>
        )
      })}
      {error !== null && <p role="alert">{error}</p>}
      <div>
        <Act weight="secondary" name="add" value={list} formaction={formaction}>
          {words.addRow[list]}
        </Act>
      </div>
    </>
  )
}
