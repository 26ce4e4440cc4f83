import type { Child } from 'hono/jsx'
import { RowTitle } from './table.tsx'

/** A row that can be chosen: a checkbox before what names it. */
export function ChoosableTitle(props: {
  name: string
  value: string
  /** Read out for the checkbox. */
  label: string
  href: string
  title: Child
  detail?: Child
}) {
  return (
    <span class="flex min-w-36 items-start gap-3 sm:min-w-56">
      <input
        type="checkbox"
        name={props.name}
        value={props.value}
        aria-label={props.label}
        data-choosable=""
        class="checkbox mt-0.5 shrink-0 checkbox-sm checkbox-primary"
      />
      <RowTitle href={props.href} title={props.title} detail={props.detail} />
    </span>
  )
}

/** A list whose rows can be chosen, and what can be done with them: shown once something is chosen. */
export function ChoosingForm(props: { action: string; legend: string; acts: Child; children?: Child }) {
  return (
    <form method="post" action={props.action} class="group/choosing grid min-w-0 gap-5">
      {props.children}
      <fieldset class="sticky bottom-3 min-w-0 rounded-box border border-base-content/25 bg-base-100 p-4 group-not-has-[[data-choosable]:checked]/choosing:hidden">
        <legend class="px-1 text-sm font-medium">{props.legend}</legend>
        <div class="flex flex-wrap items-end gap-3">{props.acts}</div>
      </fieldset>
    </form>
  )
}

/** A field and the buttons that use it, side by side. */
export function ActGroup({ children }: { children?: Child }) {
  return <div class="flex min-w-0 flex-wrap items-end gap-2">{children}</div>
}

/** A form that is one button. */
export function ActForm({ action, children }: { action: string; children?: Child }) {
  return (
    <form method="post" action={action} class="w-full sm:w-auto">
      {children}
    </form>
  )
}

/** Short lines below one another, as small as the table around them. */
export function Lines({ items }: { items: Child[] }) {
  return (
    <ul class="grid gap-0.5 text-sm wrap-anywhere in-[dd]:text-base">
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  )
}

/** Words that say what is wrong within a table. */
export function Wrong({ children }: { children?: Child }) {
  return <span class="text-error">{children}</span>
}

/** The heading of a part that is no card, such as a table. */
export function Heading({ children }: { children?: Child }) {
  return <h2 class="text-lg leading-snug font-semibold tracking-tight">{children}</h2>
}

/** The way to more of what stands above. */
export function MoreLink({ href, children }: { href: string; children?: Child }) {
  return (
    <p>
      <a href={href} class="link py-2 link-primary">
        {children}
      </a>
    </p>
  )
}
