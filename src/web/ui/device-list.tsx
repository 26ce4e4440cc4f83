import type { Child } from 'hono/jsx'
import type { Platform } from '../../kernel/platform.ts'
import { AlertIcon, PlatformIcon } from './icons.tsx'
import { RowTitle } from './table.tsx'

/** A device in a list: a box to choose it, its platform as a picture, what it is called and what it is. */
export function DeviceTitle(props: {
  id: string
  /** Read out for the checkbox. */
  label: string
  href: string
  /** Null: nobody has chosen yet. */
  platform: Platform | null
  title: Child
  detail?: Child
  /** Whose it is: for a phone, whose table has no column for that. */
  owner: string
}) {
  return (
    <span class="flex items-start gap-3 sm:min-w-48">
      <input
        type="checkbox"
        name="id"
        value={props.id}
        aria-label={props.label}
        data-choosable=""
        class="checkbox mt-0.5 shrink-0 checkbox-sm checkbox-primary"
      />
      <span class="text-base-content/70 max-sm:hidden">
        {props.platform ? <PlatformIcon platform={props.platform} /> : <span class="block size-6" />}
      </span>
      <span class="min-w-0">
        <RowTitle href={props.href} title={props.title} detail={props.detail} />
        {props.owner && (
          <span class="block text-sm wrap-anywhere text-base-content/70 sm:hidden">{props.owner}</span>
        )}
      </span>
    </span>
  )
}

/** Whose it is, with the way to them. An address may be long: it breaks anywhere. */
export function OwnerLink({ href, children }: { href: string; children?: Child }) {
  return (
    <span class="block wrap-anywhere sm:min-w-28">
      <a href={href} class="underline-offset-4 hover:underline">
        {children}
      </a>
    </span>
  )
}

/** A state, and below it why or since when. */
export function StateWithReason({ badge, children }: { badge: Child; children?: Child }) {
  return (
    <span class="block min-w-24 sm:min-w-36">
      {badge}
      <span class="mt-1 block text-sm wrap-anywhere text-base-content/70 empty:hidden">{children}</span>
    </span>
  )
}

/** The same beside a heading: larger, and with what to do about it. */
export function StateLine({ badge, reason, advice }: { badge: Child; reason?: Child; advice?: Child }) {
  return (
    <div class="grid gap-2">
      <p class="flex flex-wrap items-center gap-x-3 gap-y-1">
        {badge}
        {reason && <span>{reason}</span>}
      </p>
      {advice && <p class="max-w-prose text-base-content/75">{advice}</p>}
    </div>
  )
}

/** Links to views of a list that were saved; the present one is marked. */
export function SavedViews(props: {
  label: string
  views: { href: string; name: string; current: boolean }[]
  children?: Child
}) {
  return (
    <nav aria-label={props.label} class="flex flex-wrap items-center gap-2 text-[0.95rem]">
      {props.views.map(({ href, name, current }) => (
        <a
          href={href}
          aria-current={current ? 'true' : undefined}
          class="rounded-full border border-base-content/25 bg-base-100 px-3.5 py-1.5 wrap-anywhere hover:bg-base-200 aria-[current]:border-primary aria-[current]:bg-primary/10 aria-[current]:font-semibold"
        >
          {name}
        </a>
      ))}
      <span class="flex flex-wrap gap-x-4">{props.children}</span>
    </nav>
  )
}

/** What a device may do, each with its state in a word. */
export function PermissionList(props: {
  /** As the reader's language writes it. */
  colon: string
  items: { name: string; state: string; lost: boolean }[]
}) {
  return (
    <ul class="grid gap-1">
      {props.items.map(({ name, state, lost }) => (
        <li class={`flex gap-2 ${lost ? 'text-error [&>svg]:size-4' : ''}`}>
          {lost && <AlertIcon />}
          <span class="wrap-anywhere">
            {name}
            {props.colon}
            {state}
          </span>
        </li>
      ))}
    </ul>
  )
}
