import type { Child } from 'hono/jsx'
import { FieldError } from './form.tsx'

/** A secret that can be set and never read again. What was typed is not shown once more. */
export function SecretField(props: {
  name: string
  label: string
  note?: string | null
  hint?: Child
  error?: Child
  maxlength?: number
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
        type="password"
        value=""
        // Not the visitor's own password: nothing to fill in or to remember.
        autocomplete="new-password"
        maxlength={props.maxlength}
        autofocus={error !== null}
        aria-invalid={error !== null ? 'true' : undefined}
        aria-describedby={described || undefined}
        class="input w-full text-base"
      />
      {error !== null && <FieldError name={name}>{error}</FieldError>}
    </div>
  )
}
