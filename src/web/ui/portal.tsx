import type { Child } from 'hono/jsx'
import type { Platform } from '../../kernel/platform.ts'
import type { Instant } from '../../kernel/time.ts'
import { PlatformIcon } from './icons.tsx'

/**
 * A page of the portal that its script keeps fresh: each `Region` within is replaced by the one of the same name in
 * what `status` answers. `changed` is read out when something was. Without script the page shows what was true then.
 */
export function PortalLive(props: {
  live: string
  status: string
  now: Instant
  changed: string
  children?: Child
}) {
  return (
    <div data-live={props.live} data-status={props.status} data-now={props.now} class="grid min-w-0 gap-5">
      <p role="status" class="sr-only" data-said="" data-changed={props.changed} />
      {props.children}
    </div>
  )
}

/** Somebody's devices, one below the other. */
export function DeviceCards({ label, children }: { label: string; children?: Child }) {
  return (
    <ul aria-label={label} class="grid gap-3">
      {children}
    </ul>
  )
}

/** One of them: its platform as a picture, what it is called and what it is, its state and why. */
export function DeviceCard(props: {
  href: string
  platform: Platform
  title: Child
  detail: Child
  badge: Child
  /** Why it is in its state, or what to do. */
  reason: Child
  facts: { name: string; value: Child }[]
  /** What leads on, where it is not finished. */
  next?: Child
}) {
  return (
    <li class="flex min-w-0 gap-4 rounded-box border border-base-300 bg-base-100 p-4 sm:p-5">
      <PlatformPicture platform={props.platform} />
      <div class="grid min-w-0 grow content-start gap-2">
        <div class="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
          <p class="min-w-0">
            <a
              href={props.href}
              class="font-semibold wrap-anywhere text-base-content underline-offset-4 hover:underline"
            >
              <bdi>{props.title}</bdi>
            </a>
            <span class="block text-sm wrap-anywhere text-base-content/70">{props.detail}</span>
          </p>
          {props.badge}
        </div>
        {props.reason && <p class="max-w-prose text-[0.95rem] wrap-anywhere">{props.reason}</p>}
        <dl class="flex flex-wrap gap-x-6 gap-y-0.5 text-sm text-base-content/70">
          {props.facts.map(({ name, value }) => (
            <div class="flex min-w-0 flex-wrap gap-x-1.5">
              <dt>{name}:</dt>
              <dd class="wrap-anywhere text-base-content">{value}</dd>
            </div>
          ))}
        </dl>
        {props.next && <p>{props.next}</p>}
      </div>
    </li>
  )
}

/** The kind of a device as a picture in a soft square. */
function PlatformPicture({ platform }: { platform: Platform }) {
  return (
    <span
      aria-hidden="true"
      class="grid size-11 shrink-0 place-items-center self-start rounded-field bg-base-200 text-base-content/75"
    >
      <PlatformIcon platform={platform} />
    </span>
  )
}

/** What belongs side by side on a laptop, each under its own small heading. */
export function SideBySide({ parts }: { parts: { title: string; content: Child }[] }) {
  return (
    <div class="grid gap-x-8 gap-y-5 sm:grid-cols-2">
      {parts.map(({ title, content }) => (
        <div class="min-w-0">
          <h3 class="mb-2 font-semibold wrap-anywhere">{title}</h3>
          {content}
        </div>
      ))}
    </div>
  )
}

/** A part of the page that is read out when its script replaces it: the state of a device. */
export function SpokenRegion({ name, children }: { name: string; children?: Child }) {
  return (
    <div data-region={name} aria-live="polite" class="min-w-0 empty:hidden">
      {children}
    </div>
  )
}
