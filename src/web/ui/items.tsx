import type { Child } from 'hono/jsx'

/** Things that are under way, one below the other. */
export function Items({ label, children }: { label: string; children?: Child }) {
  return (
    <ol aria-label={label} class="grid gap-4">
      {children}
    </ol>
  )
}

/** One of them: what, how far it is, in words, and what can be done about it. */
export function Item(props: {
  title: Child
  badge: Child
  /** What lies around it: who asked, until when it waits. */
  about: Child
  act?: Child
  children?: Child
}) {
  return (
    <li class="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 border-base-300 not-last:border-b not-last:pb-4">
      <div class="grid min-w-0 max-w-prose gap-1">
        <p class="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span class="font-medium">{props.title}</span>
          {props.badge}
        </p>
        <div class="grid gap-1 text-[0.95rem] wrap-anywhere">{props.children}</div>
        <p class="text-sm text-base-content/70">{props.about}</p>
      </div>
      {props.act}
    </li>
  )
}
