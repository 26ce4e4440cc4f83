/** The pages of one part, in a line below its title that wraps on a phone. */
export function LocalNav(props: {
  label: string
  items: { href: string; label: string; current: boolean }[]
}) {
  return (
    <nav aria-label={props.label} class="border-b border-base-300">
      <ul class="-mb-px flex flex-wrap gap-x-5">
        {props.items.map(({ href, label, current }) => (
          <li>
            <a
              href={href}
              aria-current={current ? 'page' : undefined}
              class="block border-b-2 border-transparent py-2.5 text-[0.95rem] text-base-content/75 hover:text-base-content aria-[current=page]:border-primary aria-[current=page]:font-semibold aria-[current=page]:text-base-content"
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** What can be done with one row of a table. `label` says with which. */
export function RowAct(props: { href: string; label: string; children?: string }) {
  return (
    <a href={props.href} aria-label={props.label} class="link -my-1 inline-block py-1 whitespace-nowrap">
      {props.children}
    </a>
  )
}
