import type { Child } from 'hono/jsx'
import type { Copy } from '../../copy/index.ts'
import type { FieldProblem, FieldProblems } from '../../kernel/fields.ts'
import type { Locale } from '../../kernel/locale.ts'
import { FieldError } from './form.tsx'

/** The words for what is wrong with a field; null where nothing is. */
export function problemText(copy: Copy, problem: FieldProblem | undefined): string | null {
  return problem ? copy.fields[problem.code](problem.limit ?? 0, problem.detail ?? '') : null
}

/** The same for the field of that name. */
export function problemAt(copy: Copy, problems: FieldProblems, field: string): string | null {
  return problemText(copy, problems[field])
}

type Common = {
  name: string
  label: string
  note?: string | null
  hint?: Child
  error?: Child
  /** Set where a name stands in a form more than once. */
  id?: string
}

/** Label, hint and error around a control; `describe` gives what `aria-describedby` says. */
function Labelled(
  props: Common & { children: (ids: { id: string; described?: string; failed: boolean }) => Child },
) {
  const { name, hint = null, error = null } = props
  const id = props.id ?? name
  const described = [hint !== null ? `${id}-hint` : '', error !== null ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ')
  return (
    <div class="grid min-w-0 content-start gap-1.5">
      <label for={id} class="font-medium">
        {props.label}
        {props.note && <span class="font-normal text-base-content/70"> ({props.note})</span>}
      </label>
      {hint !== null && (
        <p id={`${id}-hint`} class="text-sm text-base-content/70">
          {hint}
        </p>
      )}
      {props.children({ id, failed: error !== null, ...(described && { described }) })}
      {error !== null && <FieldError name={id}>{error}</FieldError>}
    </div>
  )
}

/** A longer text. `mono`: code, Markdown or a list of addresses. */
export function TextArea(
  props: Common & {
    value: string
    rows?: number
    mono?: boolean
    maxlength?: number
    /** Which way it is written; else code is written left to right, and any other text as its letters are. */
    direction?: 'ltr' | 'rtl' | undefined
    /** Of what is typed, where it is not the page's: how it is read out. */
    language?: Locale | undefined
  },
) {
  return (
    <Labelled {...props}>
      {({ id, described, failed }) => (
        <textarea
          id={id}
          name={props.name}
          rows={props.rows ?? 4}
          maxlength={props.maxlength}
          spellcheck={!props.mono}
          dir={props.direction ?? (props.mono ? 'ltr' : 'auto')}
          lang={props.language}
          autofocus={failed}
          aria-invalid={failed ? 'true' : undefined}
          aria-describedby={described}
          class={`textarea h-auto w-full ${props.mono ? 'font-mono text-sm' : 'text-base'}`}
        >
          {props.value}
        </textarea>
      )}
    </Labelled>
  )
}

export type Option = { value: string; label: string }

/** One of several, from a list that may grow. For a few, `Choices` says more. */
export function Select(props: Common & { value: string; options: Option[] }) {
  return (
    <Labelled {...props}>
      {({ id, described, failed }) => (
        <select
          id={id}
          name={props.name}
          autofocus={failed}
          aria-invalid={failed ? 'true' : undefined}
          aria-describedby={described}
          class="select w-full text-base"
        >
          {props.options.map(({ value, label }) => (
            <option value={value} selected={value === props.value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
}

/** A file from the visitor's computer. The form needs `upload`. */
export function FileField(props: Common & { accept: string }) {
  return (
    <Labelled {...props}>
      {({ id, described, failed }) => (
        <input
          id={id}
          name={props.name}
          type="file"
          accept={props.accept}
          aria-invalid={failed ? 'true' : undefined}
          aria-describedby={described}
          class="file-input w-full"
        />
      )}
    </Labelled>
  )
}

/** A colour with the browser's own picker, and its code beside it. */
export function ColourField(props: Common & { value: string }) {
  return (
    <Labelled {...props}>
      {({ id, described }) => (
        <input
          id={id}
          name={props.name}
          type="color"
          value={props.value}
          aria-describedby={described}
          class="h-11 w-20 cursor-pointer rounded-field border border-base-content/40 bg-base-100 p-1"
        />
      )}
    </Labelled>
  )
}

/** Something to switch on or off. Nobody has to tick it. */
export function Switch(props: {
  name: string
  label: string
  checked: boolean
  value?: string
  detail?: Child
  error?: Child
  id?: string
}) {
  const id = props.id ?? props.name
  const { detail = null, error = null } = props
  const described = [detail !== null ? `${id}-detail` : '', error !== null ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ')
  return (
    <div class="grid gap-1">
      <label class="flex cursor-pointer items-start gap-3 py-1">
        <input
          type="checkbox"
          id={id}
          name={props.name}
          value={props.value ?? 'yes'}
          checked={props.checked}
          aria-describedby={described || undefined}
          class="checkbox checkbox-primary mt-px shrink-0"
        />
        <span class="min-w-0">
          {props.label}
          {detail !== null && (
            <span id={`${id}-detail`} class="block text-sm text-base-content/70">
              {detail}
            </span>
          )}
        </span>
      </label>
      {error !== null && <FieldError name={id}>{error}</FieldError>}
    </div>
  )
}

/** Switches that belong together, in columns where they fit. */
export function SwitchGroup({ legend, hint, children }: { legend: string; hint?: Child; children?: Child }) {
  return (
    <fieldset class="min-w-0">
      <legend class="mb-1 font-medium">{legend}</legend>
      {hint && <p class="mb-1 text-sm text-base-content/70">{hint}</p>}
      <div class="grid gap-x-6 sm:grid-cols-2">{children}</div>
    </fieldset>
  )
}

/** Fields side by side on a laptop. */
export function FieldRow({ children, columns = 2 }: { children?: Child; columns?: 2 | 3 }) {
  return (
    <div class={`field-row grid gap-5 ${columns === 3 ? 'sm:grid-cols-3' : 'sm:grid-cols-2'}`}>
      {children}
    </div>
  )
}
