import type { Child } from 'hono/jsx'
import { FieldError } from './form.tsx'

/** A day, with the browser's own calendar: `2030-03-31`. Where there is none, it is typed like that. */
export function DateField(props: {
  name: string
  label: string
  value: string
  note?: string | null
  hint?: Child
  error?: Child
}) {
  const { name, hint = null, error = null } = props
  const described = [hint !== null ? `${name}-hint` : '', error !== null ? `${name}-error` : '']
    .filter(Boolean)
    .join(' ')
  return (
    <div class="grid min-w-0 content-start gap-1.5">
      <label for={name} class="font-medium">
        {props.label}
        {props.note && <span class="font-normal text-base-content/70"> ({props.note})</span>}
      </label>
      {hint !== null && (
        <p id={`${name}-hint`} class="text-sm text-base-content/70">
          {hint}
        </p>
      )}
      <input
        id={name}
        name={name}
        type="date"
        value={props.value}
        autocomplete="off"
        autofocus={error !== null}
        aria-invalid={error !== null ? 'true' : undefined}
        aria-describedby={described || undefined}
        class="input w-full text-base sm:max-w-60"
      />
      {error !== null && <FieldError name={name}>{error}</FieldError>}
    </div>
  )
}
