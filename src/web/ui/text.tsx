import type { Child } from 'hono/jsx'
import type { Instant } from '../../kernel/time.ts'

/** The heading of a page and the sentence below it. */
export function Title({ title, children }: { title: Child; children?: Child }) {
  return (
    <div class="mb-6">
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

export function Bullets({ items }: { items: Child[] }) {
  return (
    <ul class="grid list-disc gap-2 ps-5 marker:text-base-content/50">
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  )
}

/** Names and values of one thing. */
export function Facts({ facts }: { facts: { name: string; value: Child }[] }) {
  return (
    <dl class="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2">
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
