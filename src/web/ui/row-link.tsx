import type { Child } from 'hono/jsx'

const rowAct =
  '-my-1 inline-block cursor-pointer py-1 text-start underline underline-offset-4 hover:text-primary sm:whitespace-nowrap'

/** An act on one row of a table that asks first, or shows more. `about` names the row for those who hear the page. */
export function RowLink(props: { href: string; about: string; children?: Child }) {
  return (
    <a href={props.href} class={rowAct}>
      {props.children}
      <span class="sr-only"> {props.about}</span>
    </a>
  )
}

/** An act on one row of a table that is done at once: posts to its own address. */
export function RowButton(props: { action: string; about: string; children?: Child }) {
  return (
    <form method="post" action={props.action}>
      <button type="submit" class={rowAct}>
        {props.children}
        <span class="sr-only"> {props.about}</span>
      </button>
    </form>
  )
}

/** What can be done with a row, where it is more than one thing. */
export function RowActs({ children }: { children?: Child }) {
  return <div class="flex flex-wrap justify-end gap-x-4 gap-y-2">{children}</div>
}
