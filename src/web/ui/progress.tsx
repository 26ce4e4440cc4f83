import type { Child } from 'hono/jsx'

/** How far something long has come: the browser's own bar, and the same in words. */
export function Progress(props: { id: string; label: string; value: number; max: number; children?: Child }) {
  return (
    <div class="grid gap-1.5">
      <div class="flex flex-wrap items-baseline justify-between gap-x-4 text-[0.95rem]">
        <label for={props.id} class="font-medium">
          {props.label}
        </label>
        <span class="text-base-content/75 tabular-nums">{props.children}</span>
      </div>
      <progress
        id={props.id}
        value={props.value}
        max={Math.max(props.max, 1)}
        class="progress h-2.5 w-full progress-primary"
      />
    </div>
  )
}

/** A second or third line below a state: quiet, as small as the table around it. */
export function Quiet({ children }: { children?: Child }) {
  return <span class="block text-sm text-base-content/70">{children}</span>
}

/** A line below a state that asks for something to be done. */
export function QuietWrong({ children }: { children?: Child }) {
  return <span class="block max-w-80 text-sm text-error">{children}</span>
}

/** A field in a row of many, edited in place; what is wrong with it and what it is about stand below. */
export function RowField(props: {
  name: string
  label: string
  value: string
  error?: Child
  children?: Child
}) {
  const { error = null } = props
  return (
    <div class="grid min-w-44 gap-1">
      <input
        id={props.name}
        name={props.name}
        type="text"
        inputmode="email"
        autocapitalize="none"
        autocomplete="off"
        spellcheck={false}
        maxlength={254}
        value={props.value}
        aria-label={props.label}
        aria-invalid={error !== null ? 'true' : undefined}
        aria-describedby={error !== null ? `${props.name}-error` : undefined}
        class="input input-sm w-full text-base"
      />
      {error !== null && (
        <span id={`${props.name}-error`} data-testid="row-error" class="text-sm text-error">
          {error}
        </span>
      )}
      {props.children}
    </div>
  )
}

/** What a form carries along unseen: longer than a hidden field of one line, with its lines. */
export function Carried({ name, value }: { name: string; value: string }) {
  return (
    <textarea name={name} hidden readonly>
      {value}
    </textarea>
  )
}

/** What Enter in a field does: the first button of a form is pressed, seen or not. Stands first in its form. */
export function EnterMeans(props: { name: string; value: string; children?: Child }) {
  return (
    <button type="submit" name={props.name} value={props.value} hidden tabindex={-1}>
      {props.children}
    </button>
  )
}
