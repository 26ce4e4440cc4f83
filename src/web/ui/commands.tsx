import type { Child } from 'hono/jsx'

/** What is rarely looked at, folded away. */
export function Folded({ label, children }: { label: string; children?: Child }) {
  return (
    <details class="group/folded min-w-0">
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
