import type { Child } from 'hono/jsx'

/** Further questions of a form, only while a choice that `asks` is chosen; always where the browser cannot tell. */
export function Asked({ children }: { children?: Child }) {
  return <div class="grid gap-5 group-not-has-[[data-asks]:checked]/form:hidden">{children}</div>
}
