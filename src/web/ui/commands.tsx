import type { Child } from 'hono/jsx'

/** What was asked of a device, one below the other. */
export function CommandItems({ label, children }: { label: string; children?: Child }) {
  return (
    <ol aria-label={label} class="grid gap-4">
      {children}
    </ol>
  )
}

/** One of them: what, how far it is, in words, and what can be done about it. */
export function CommandItem(props: {
  title: string
  badge: Child
  /** Who asked, and until when it waits. */
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

/** What is rarely looked at, folded away. */
export function Folded({ label, children }: { label: string; children?: Child }) {
  return (
    <details class="group/folded">
      <summary class="link w-fit cursor-pointer py-1 text-[0.95rem]">{label}</summary>
      <div class="mt-3">{children}</div>
    </details>
  )
}

/** A place on Earth to be copied, and the way to it in whatever app shows maps. */
export function Coordinates(props: { text: string; accuracy: string; href: string; open: string }) {
  return (
    <p class="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <span class="font-mono text-base select-all">{props.text}</span>
      <span class="text-base-content/75">{props.accuracy}</span>
      <a href={props.href} class="link link-primary">
        {props.open}
      </a>
    </p>
  )
}
