import type { Child } from 'hono/jsx'
import { FieldError } from './form.tsx'
import { Badge } from './table.tsx'

/** One entry of a list that a form repeats: a border, its name, and the button that takes it out. */
export function FormRow(props: {
  legend: string
  remove: { value: string; label: string; formaction: string }
  children?: Child
}) {
  return (
    <fieldset class="group/row min-w-0 rounded-field border border-base-content/20 p-4">
      <legend class="px-1 font-medium">{props.legend}</legend>
      <div class="grid gap-4">
        {props.children}
        <div>
          <button
            type="submit"
            name="remove"
            value={props.remove.value}
            formaction={props.remove.formaction}
            aria-label={`${props.remove.label}: ${props.legend}`}
            class="btn h-auto min-h-11 border-error/60 bg-base-100 btn-outline py-2 text-error hover:bg-error/10"
          >
            {props.remove.label}
          </button>
        </div>
      </div>
    </fieldset>
  )
}

/** Hidden while the row's selects say so; where the browser cannot tell, it shows. */
const hiding = {
  passphrase:
    'group-has-[option[value=none]:checked]/row:hidden group-has-[option[value=eap]:checked]/row:hidden',
  eap: 'group-not-has-[option[value=eap]:checked]/row:hidden',
  tunnel:
    'group-not-has-[option[value=eap]:checked]/row:hidden group-has-[option[value=tls]:checked]/row:hidden',
  secret: 'group-not-has-[option[value=shared_secret]:checked]/row:hidden',
  smtp: 'group-has-[option[value=exchange]:checked]/row:hidden',
  policy: 'group-has-[option[value=yes]:checked]/row:hidden group-has-[option[value=no]:checked]/row:hidden',
}

export function Only({ when, children }: { when: keyof typeof hiding; children?: Child }) {
  return <div class={`grid gap-4 ${hiding[when]}`}>{children}</div>
}

/** Fields side by side whose hints differ in length: they stand on one line by their feet. */
export function Side({ children, columns = 2 }: { children?: Child; columns?: 2 | 3 }) {
  return (
    <div class={`grid items-end gap-4 ${columns === 3 ? 'sm:grid-cols-3' : 'sm:grid-cols-2'}`}>
      {children}
    </div>
  )
}

/** Fields of a row that belong together. */
export function FormPart({ legend, children }: { legend: string; children?: Child }) {
  return (
    <fieldset class="grid min-w-0 gap-2">
      <legend class="mb-1 text-sm text-base-content/70">{legend}</legend>
      {children}
    </fieldset>
  )
}

/** A secret to type: what is set already is said in words and never shown. */
export function SecretField(props: {
  name: string
  label: string
  hint?: string | null
  /** Null where nothing is set. */
  state: string | null
  /** What was typed before, sealed. */
  held: string
  remove: { label: string; checked: boolean }
  error: string | null
}) {
  const { name, error } = props
  const hint = [props.state, props.hint].filter(Boolean).join(' ')
  const described = [hint && `${name}-hint`, error !== null && `${name}-error`].filter(Boolean).join(' ')
  return (
    <div class="grid min-w-0 content-start gap-1.5">
      <label for={name} class="font-medium">
        {props.label}
      </label>
      {hint && (
        <p id={`${name}-hint`} class="text-sm text-base-content/70">
          {hint}
        </p>
      )}
      <input
        id={name}
        name={name}
        type="password"
        dir="ltr"
        value=""
        autocomplete="new-password"
        spellcheck={false}
        autofocus={error !== null}
        aria-invalid={error !== null ? 'true' : undefined}
        aria-describedby={described || undefined}
        class="input w-full text-base"
      />
      {props.held && <input type="hidden" name={`${name}.held`} value={props.held} />}
      {error !== null && <FieldError name={name}>{error}</FieldError>}
      {props.state !== null && (
        <label class="flex cursor-pointer items-start gap-3 py-1 text-sm">
          <input
            type="checkbox"
            name={`${name}.remove`}
            value="yes"
            checked={props.remove.checked}
            class="checkbox checkbox-sm mt-px checkbox-primary"
          />
          {props.remove.label}
        </label>
      )}
    </div>
  )
}

/** Whether a part reaches the device, as a word, and why; then where else it does. */
export function Reach(props: {
  tone: 'good' | 'warning' | 'neutral'
  word: string
  why: string
  elsewhere: string
}) {
  return (
    <span class="mt-1 flex flex-wrap items-baseline gap-x-2 gap-y-1">
      <Badge tone={props.tone}>{props.word}</Badge>
      <span>{props.why}</span>
      <span class="basis-full text-base-content/70">{props.elsewhere}</span>
    </span>
  )
}

/** Where the parts of a long form are, and which of them are filled in. */
export function JumpList(props: {
  label: string
  items: { href: string; label: string; state: string; set: boolean }[]
}) {
  return (
    <nav aria-label={props.label}>
      <ul class="grid gap-x-6 sm:grid-cols-2 xl:grid-cols-3">
        {props.items.map(({ href, label, state, set }) => (
          <li class="flex items-baseline justify-between gap-3 border-b border-base-300">
            <a href={href} class="min-w-0 py-2 underline-offset-4 wrap-anywhere hover:underline">
              {label}
            </a>
            <span class={`shrink-0 text-sm ${set ? 'font-medium' : 'text-base-content/70'}`}>{state}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** A piece of another page, shown within this one. */
export function Sample({ title, children }: { title: string; children?: Child }) {
  return (
    <section class="grid content-start gap-3 rounded-box border border-dashed border-base-content/30 p-4">
      <p class="text-sm font-medium text-base-content/70">{title}</p>
      {children}
    </section>
  )
}

/** A part of the page that a script puts in place anew; without script it is as it is. */
export function Region({ name, children }: { name: string; children?: Child }) {
  return (
    <div data-region={name} class="min-w-0">
      {children}
    </div>
  )
}

/** Words to copy into a field, each as it is typed. */
export function Snippets({ items }: { items: { code: string; means: string }[] }) {
  return (
    <dl class="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-2">
      {items.map(({ code, means }) => (
        <div class="flex flex-wrap items-baseline gap-x-2">
          <dt>
            <code class="font-mono select-all">{code}</code>
          </dt>
          <dd class="text-base-content/70">{means}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Sentences below one another within a notice. */
export function Lines({ items }: { items: string[] }) {
  return (
    <>
      {items.map((item) => (
        <span class="block">{item}</span>
      ))}
    </>
  )
}
