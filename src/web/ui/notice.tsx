import type { Child } from 'hono/jsx'
import { AlertIcon, CheckIcon } from './icons.tsx'

const tones = {
  info: 'border-info/40 bg-info/8 [&>svg]:text-info',
  success: 'border-success/40 bg-success/8 [&>svg]:text-success',
  warning: 'border-warning/45 bg-warning/10 [&>svg]:text-warning',
  error: 'border-error/45 bg-error/8 [&>svg]:text-error',
}

/** Something to know before going on. `error` is a refusal that belongs to no field. */
export function Notice(props: { tone: keyof typeof tones; title?: string; id?: string; children?: Child }) {
  return (
    <div
      id={props.id}
      role={props.tone === 'info' || props.tone === 'success' ? 'status' : 'alert'}
      data-testid={props.tone === 'error' ? 'error' : undefined}
      class={`flex gap-3 rounded-field border p-3 text-[0.95rem] ${tones[props.tone]}`}
    >
      {props.tone === 'success' ? (
        <span class="mt-1 text-success">
          <CheckIcon />
        </span>
      ) : (
        <AlertIcon />
      )}
      <div class="min-w-0 wrap-anywhere">
        {props.title && <p class="font-semibold">{props.title}</p>}
        <p>{props.children}</p>
      </div>
    </div>
  )
}
