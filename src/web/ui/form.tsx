import type { Child } from 'hono/jsx'
import type { Locale } from '../../kernel/locale.ts'

/** Our own messages say more than the browser's: its check is left out, the server's shows at the field. */
export function Form(props: { action: string; method?: 'post' | 'get'; children?: Child }) {
  return (
    <form method={props.method ?? 'post'} action={props.action} novalidate class="group/form grid gap-5">
      {props.children}
    </form>
  )
}

export function Hidden({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />
}

export type FieldProps = FieldFrameProps & {
  value: string
  type?: 'text' | 'email' | 'tel'
  autocomplete?: string
  inputmode?: 'text' | 'email' | 'tel' | 'numeric'
  maxlength?: number
  /** Large and spaced, for something to be copied character by character. */
  code?: boolean
  /** Which way it is written; else addresses, numbers and codes left to right, and any other text as its letters are. */
  direction?: 'ltr' | 'rtl' | undefined
  /** Of what is typed, where it is not the page's: how it is read out. */
  language?: Locale | undefined
  focus?: boolean
  required?: boolean
}

/** What surrounds an input: its label above, a hint, and below it what was wrong with it, tied to it. */
export type FieldFrameProps = {
  name: string
  label: string
  /** "optional", in words. */
  note?: string | null | undefined
  hint?: Child
  error?: Child
}

/** What an input of that frame says of itself. */
export function describedBy({ name, hint = null, error = null }: FieldFrameProps) {
  const ids = [hint !== null ? `${name}-hint` : '', error !== null ? `${name}-error` : '']
  return {
    'aria-invalid': error !== null ? ('true' as const) : undefined,
    'aria-describedby': ids.filter(Boolean).join(' ') || undefined,
  }
}

export function FieldFrame(props: FieldFrameProps & { children?: Child }) {
  const { name, error = null, hint = null } = props
  return (
    <div class="grid min-w-0 grid-cols-1 content-start gap-1.5">
      <label for={name} class="font-medium">
        {props.label}
        {props.note && <span class="font-normal text-base-content/70"> ({props.note})</span>}
      </label>
      {hint !== null && (
        <p id={`${name}-hint`} class="text-sm text-base-content/70">
          {hint}
        </p>
      )}
      {props.children}
      {error !== null && <FieldError name={name}>{error}</FieldError>}
    </div>
  )
}

/** Text in somebody's language, and not an address, a number or a code. */
function isPlain({ type = 'text', code, inputmode = 'text' }: FieldProps): boolean {
  return type === 'text' && !code && inputmode === 'text'
}

/** One line of text. The error stands below it, is tied to it, and what was typed stays. */
export function Field(props: FieldProps) {
  const { name, error = null } = props
  return (
    <FieldFrame {...props}>
      <input
        id={name}
        name={name}
        type={props.type ?? 'text'}
        value={props.value}
        autocomplete={props.autocomplete}
        inputmode={props.inputmode}
        maxlength={props.maxlength}
        autocapitalize={props.type === 'email' || props.code ? 'none' : undefined}
        spellcheck={props.type !== 'email' && !props.code}
        dir={props.direction ?? (isPlain(props) ? 'auto' : 'ltr')}
        lang={props.language}
        required={props.required ?? true}
        autofocus={props.focus || error !== null}
        class={`input w-full ${props.code ? 'h-14 font-mono text-2xl tracking-[0.3em]' : 'text-base'}`}
        {...describedBy(props)}
      />
    </FieldFrame>
  )
}

export function FieldError({ name, children }: { name: string; children?: Child }) {
  return (
    <p id={`${name}-error`} data-testid="error" class="text-[0.95rem] wrap-anywhere text-error">
      {children}
    </p>
  )
}

export function Checkbox(props: { name: string; label: string; checked: boolean; error?: Child }) {
  const { name, error = null } = props
  return (
    <div class="grid gap-1.5">
      <label class="flex cursor-pointer items-start gap-3 py-1">
        <input
          type="checkbox"
          name={name}
          value="yes"
          checked={props.checked}
          required
          autofocus={error !== null}
          aria-invalid={error !== null ? 'true' : undefined}
          aria-describedby={error !== null ? `${name}-error` : undefined}
          class="checkbox checkbox-primary mt-px"
        />
        <span>{props.label}</span>
      </label>
      {error !== null && <FieldError name={name}>{error}</FieldError>}
    </div>
  )
}

/** A longer text to read within a form; it scrolls, also by keyboard. */
export function Reading({ title, children }: { title: string; children?: Child }) {
  return (
    <div class="grid gap-1.5">
      <h2 id="reading" class="font-medium">
        {title}
      </h2>
      <section
        tabindex={0}
        aria-labelledby="reading"
        class="max-h-52 overflow-y-auto rounded-field border border-base-300 bg-base-200 p-4 text-[0.95rem]"
      >
        {children}
      </section>
    </div>
  )
}
