import type { Child } from 'hono/jsx'
import type { Instant } from '../../kernel/time.ts'
import { Emphasised } from './fill.tsx'
import { CheckIcon, CrossIcon } from './icons.tsx'

/** The heading of a page and the sentence below it. */
export function Title({ title, children }: { title: Child; children?: Child }) {
  return (
    <div class="not-last:mb-6">
      <h1 class="text-2xl leading-tight font-semibold tracking-tight sm:text-[1.75rem]">{title}</h1>
      {children && <div class="mt-2 grid max-w-prose gap-2 text-base-content/75">{children}</div>}
    </div>
  )
}

export function Card({ children }: { children?: Child }) {
  return <section class="rounded-box border border-base-300 bg-base-100 p-5 sm:p-6">{children}</section>
}

export function CardTitle({ children }: { children?: Child }) {
  return <h2 class="mb-3 text-lg leading-snug font-semibold tracking-tight">{children}</h2>
}

/** Things below one another. */
export function Stack({ children, gap = 'normal' }: { children?: Child; gap?: 'tight' | 'normal' | 'wide' }) {
  const gaps = { tight: 'gap-3', normal: 'gap-5', wide: 'gap-6' }
  return <div class={`grid ${gaps[gap]}`}>{children}</div>
}

/** What follows a title at once: warnings, the one thing to do. Takes no room while it is empty. */
export function Aside({ children }: { children?: Child }) {
  return <div class="mb-6 grid max-w-md gap-4 empty:hidden">{children}</div>
}

/** Two columns on a laptop, the first the narrower; one below the other on a phone, or always if `stacked`. */
export function Columns(props: { first: Child; second: Child; stacked?: boolean }) {
  const { first, second } = props
  return (
    <div class={`grid items-start gap-6 ${props.stacked ? '' : 'lg:grid-cols-[23rem_minmax(0,1fr)]'}`}>
      <div class="grid min-w-0 gap-6">{first}</div>
      <div class="grid min-w-0 gap-6">{second}</div>
    </div>
  )
}

export function Divider() {
  return <hr class="my-3 border-base-300" />
}

export function Muted({ children }: { children?: Child }) {
  return <p class="text-sm text-base-content/70">{children}</p>
}

/** A link within a sentence. */
export function InlineLink({ href, children }: { href: string; children?: Child }) {
  return (
    <a class="link" href={href}>
      {children}
    </a>
  )
}

/** An address to be typed elsewhere: without the part that browsers add. */
export function Address({ href }: { href: string }) {
  return (
    <a
      href={href}
      dir="ltr"
      class="inline-block max-w-full font-medium text-base-content underline underline-offset-4 wrap-anywhere"
    >
      {href.replace(/^https?:\/\//, '')}
    </a>
  )
}

const marks = {
  dot: <span aria-hidden="true" class="mt-2.5 size-1.5 rounded-full bg-base-content/50" />,
  yes: (
    <span class="mt-1.5 text-success">
      <CheckIcon />
    </span>
  ),
  no: (
    <span class="mt-1.5 text-base-content/60">
      <CrossIcon />
    </span>
  ),
}

/** Points to read, each behind a mark. */
export function Points({ items, mark = 'dot' }: { items: string[]; mark?: keyof typeof marks }) {
  return (
    <ul class="grid gap-1.5 text-[0.95rem]">
      {items.map((item) => (
        <li class="flex gap-2.5">
          <span class="flex w-3.5 shrink-0 justify-center">{marks[mark]}</span>
          {item}
        </li>
      ))}
    </ul>
  )
}

/** What to do, in order. `**…**` in it is what another screen says. */
export function Numbered({ items }: { items: string[] }) {
  return (
    <div class="written text-[0.95rem]">
      <ol>
        {items.map((item) => (
          <li>
            <Emphasised text={item} />
          </li>
        ))}
      </ol>
    </div>
  )
}

/** Ways to go on, one below the other. */
export function LinkList({ items }: { items: { href: string; label: Child; detail: Child }[] }) {
  return (
    <ul class="grid gap-2.5">
      {items.map(({ href, label, detail }) => (
        <li class="flex flex-wrap items-baseline gap-x-3">
          <a href={href} class="link font-medium link-primary">
            {label}
          </a>
          <span class="text-sm text-base-content/70">{detail}</span>
        </li>
      ))}
    </ul>
  )
}

/** A part of a card with its own small heading. */
export function Part({ title, children }: { title: string; children?: Child }) {
  return (
    <div class="border-base-300 not-first:border-t not-first:pt-4">
      <h2 class="mb-2 font-semibold">{title}</h2>
      {children}
    </div>
  )
}

/** Names and values of one thing. */
export function Facts({ facts }: { facts: { name: string; value: Child }[] }) {
  return (
    <dl class="grid grid-cols-[fit-content(45%)_minmax(0,1fr)] gap-x-3 gap-y-2 sm:gap-x-6">
      {facts.map(({ name, value }) => (
        <>
          <dt class="text-base-content/70">{name}</dt>
          <dd class="wrap-anywhere">{value}</dd>
        </>
      ))}
    </dl>
  )
}

/** A part of the page that its script replaces when the state changes. Takes no room while it is empty. */
export function Region({ name, children }: { name: string; children?: Child }) {
  return (
    <div data-region={name} class="min-w-0 empty:hidden">
      {children}
    </div>
  )
}

/** Where a script keeps the page fresh: the socket, the fragment, and our clock, since the reader's may be wrong. */
export function LiveArea(props: { live: string; status: string; now: Instant; children?: Child }) {
  return (
    <div data-live={props.live} data-status={props.status} data-now={props.now}>
      {props.children}
    </div>
  )
}

/** Where a script tells the server that a person, not a scanner, has opened the page. */
export function OpeningArea(props: { address: string; secret: string; children?: Child }) {
  return (
    <div data-opened={props.address} data-k={props.secret}>
      {props.children}
    </div>
  )
}
