import type { Child } from 'hono/jsx'
import { intlTag } from '../../kernel/locale.ts'
import { type Instant, toIso } from '../../kernel/time.ts'
import type { Frame } from './frame.ts'

/**
 * "20 Nov 2026" and below it "10:32:05 UTC": of what happened, the second matters. `by`: who did it, for a
 * phone, whose table has no column for that.
 */
export function StampTime({ frame, at, by }: { frame: Frame; at: Instant; by?: string }) {
  const day = new Intl.DateTimeFormat(intlTag(frame.locale), {
    dateStyle: 'medium',
    timeZone: 'UTC',
  }).format(at)
  return (
    <>
      <time datetime={toIso(at)} class="block whitespace-nowrap tabular-nums">
        {day}
        <span class="block text-sm text-base-content/70">{toIso(at).slice(11, 19)} UTC</span>
      </time>
      {by && <span class="mt-1 block text-sm wrap-anywhere sm:hidden">{by}</span>}
    </>
  )
}

/** What happened, and below it what the entry says besides. */
export function EntryText({ what, children }: { what: string; children?: Child }) {
  return (
    <div class="grid min-w-44 gap-1.5">
      <p class="max-w-prose">{what}</p>
      {children}
    </div>
  )
}

/** What an entry says besides: facts, and what changed as before and after. */
export function EntryDetails(props: {
  facts: { name: string; value: Child }[]
  changes: { name: string; before: string; after: string }[]
  /** As the reader's language writes it. */
  colon: string
  /** Read out between before and after. */
  became: string
}) {
  const { facts, changes, colon } = props
  if (facts.length === 0 && changes.length === 0) return null
  return (
    <ul class="grid max-w-prose gap-0.5 text-sm wrap-anywhere">
      {changes.map(({ name, before, after }) => (
        <li>
          <span class="text-base-content/70">
            {name}
            {colon}
          </span>
          <del class="text-base-content/70 decoration-base-content/40">
            <bdi>{before}</bdi>
          </del>{' '}
          <span aria-hidden="true" class="inline-block rtl:-scale-x-100">
            →
          </span>
          <span class="sr-only"> {props.became} </span>
          <ins class="font-medium no-underline">
            <bdi>{after}</bdi>
          </ins>
        </li>
      ))}
      {facts.map(({ name, value }) => (
        <li>
          <span class="text-base-content/70">
            {name}
            {colon}
          </span>
          {value}
        </li>
      ))}
    </ul>
  )
}

/** A link within a list that narrows it down. */
export function NarrowLink({ href, label, children }: { href: string; label: string; children?: Child }) {
  return (
    <a
      href={href}
      title={label}
      class="underline decoration-base-content/40 underline-offset-4 hover:decoration-current"
    >
      {children}
    </a>
  )
}
