import type { Child } from 'hono/jsx'

type Weight = 'primary' | 'secondary' | 'quiet' | 'faint'

const weights: Record<Weight, string> = {
  primary: 'btn btn-primary h-auto min-h-11 w-full py-2 text-base wrap-anywhere dark:hover:brightness-110',
  secondary:
    'btn btn-outline h-auto min-h-11 w-full py-2 border-base-content/30 bg-base-100 text-base wrap-anywhere hover:bg-base-200',
  quiet:
    'inline-block cursor-pointer py-2 text-start text-primary underline underline-offset-4 hover:text-base-content',
  faint:
    'inline-block cursor-pointer py-2 text-start text-sm text-base-content/70 underline underline-offset-4 hover:text-base-content',
}

/** Sends its form. One `primary` a page, named by what it does. */
export function Button({ weight = 'primary', children }: { weight?: Weight; children?: Child }) {
  return (
    <button type="submit" class={weights[weight]}>
      {children}
    </button>
  )
}

/** Goes somewhere. */
export function ButtonLink(props: { href: string; weight?: Weight; children?: Child }) {
  return (
    <a href={props.href} class={weights[props.weight ?? 'primary']}>
      {props.children}
    </a>
  )
}

/** Small ways on below the primary button, side by side where they fit. */
export function WaysOn({ children }: { children?: Child }) {
  return <div class="mt-2 flex flex-wrap items-center justify-between gap-x-6 text-[0.95rem]">{children}</div>
}
