import type { Child } from 'hono/jsx'
import { FieldError } from './form.tsx'

export type Choice = {
  value: string
  label: string
  detail: string
  icon?: Child
  /** A word that sets this one apart. */
  badge?: string | null
  checked: boolean
  /** Shows the second question (`when="chosen"`) while this one is chosen. */
  asks?: boolean
}

export type ChoicesProps = {
  name: string
  legend: string
  hint?: string | null
  choices: Choice[]
  error?: Child
  /** The page's heading asks already. */
  legendHidden?: boolean
  /** `asked`: only while a choice that `asks` is chosen; always where the browser cannot tell. */
  when?: 'always' | 'asked'
}

const cardClass =
  'flex min-h-14 cursor-pointer items-center gap-3 rounded-field border border-base-content/25 px-4 py-3 ' +
  'hover:border-base-content/50 has-checked:border-primary has-checked:bg-primary/6 ' +
  'has-checked:outline has-checked:outline-primary ' +
  'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-primary'

/** One of several, as cards that are radio buttons. */
export function Choices(props: ChoicesProps) {
  const { name, error = null, hint = null } = props
  const described = [hint !== null ? `${name}-hint` : '', error !== null ? `${name}-error` : '']
    .filter(Boolean)
    .join(' ')
  const hiding = props.when === 'asked' ? 'group-not-has-[[data-asks]:checked]/form:hidden' : ''
  return (
    <fieldset aria-describedby={described || undefined} class={`min-w-0 ${hiding}`}>
      <legend class={props.legendHidden ? 'sr-only' : 'mb-2 font-medium'}>{props.legend}</legend>
      {hint !== null && (
        <p id={`${name}-hint`} class="mb-2 text-sm text-base-content/70">
          {hint}
        </p>
      )}
      <div class={`grid gap-2.5 ${props.when === 'asked' ? 'sm:grid-cols-2' : ''}`}>
        {props.choices.map((choice, index) => (
          <ChoiceCard
            name={name}
            choice={choice}
            focus={error !== null && index === 0}
            invalid={error !== null}
          />
        ))}
      </div>
      {error !== null && (
        <div class="mt-2">
          <FieldError name={name}>{error}</FieldError>
        </div>
      )}
    </fieldset>
  )
}

function ChoiceCard(props: { name: string; choice: Choice; focus: boolean; invalid: boolean }) {
  const { name, choice } = props
  return (
    <label class={cardClass}>
      <input
        type="radio"
        name={name}
        value={choice.value}
        checked={choice.checked}
        required
        autofocus={props.focus}
        aria-invalid={props.invalid ? 'true' : undefined}
        data-asks={choice.asks ? '' : undefined}
        class="radio radio-primary radio-sm shrink-0 focus-visible:outline-none"
      />
      {choice.icon && <span class="text-base-content/75">{choice.icon}</span>}
      <span class="min-w-0 grow leading-snug wrap-anywhere">
        <span class="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span class="font-medium">{choice.label}</span>
          {choice.badge && (
            <span class="badge badge-sm text-xs border-primary/50 bg-base-100 font-medium text-primary">
              {choice.badge}
            </span>
          )}
        </span>
        <span class="block text-sm text-base-content/70">{choice.detail}</span>
      </span>
    </label>
  )
}
