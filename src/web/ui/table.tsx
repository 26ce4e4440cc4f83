import type { Child } from 'hono/jsx'
import type { Frame } from './frame.ts'

export type Column = {
  label: string
  /** The label is only for those who hear the page. */
  silent?: boolean
  /** Left out on a phone. */
  lesser?: boolean
  /** Kept in one line on a laptop: short words, times. */
  steady?: boolean
  align?: 'start' | 'end'
}

const shown = (column: Column | undefined) =>
  `${column?.lesser ? 'max-sm:hidden' : ''} ${column?.steady ? 'sm:whitespace-nowrap' : ''} ${column?.align === 'end' ? 'text-end tabular-nums' : 'text-start'}`

export function TableHead({ columns }: { columns: Column[] }) {
  return (
    <thead>
      <tr class="border-b border-base-300 text-sm text-base-content/70">
        {columns.map((column) => (
          <th scope="col" class={`px-3 py-2.5 font-medium sm:px-4 ${shown(column)}`}>
            {column.silent ? <span class="sr-only">{column.label}</span> : column.label}
          </th>
        ))}
      </tr>
    </thead>
  )
}

export const ROW_CLASS = 'border-base-300 not-last:border-b hover:bg-base-200/60'

/** The cells of a row; the first names it. */
export function Cells({ columns, cells }: { columns: Column[]; cells: Child[] }) {
  return (
    <>
      {cells.map((cell, index) =>
        index === 0 ? (
          <th
            scope="row"
            class={`min-w-32 px-3 py-3 align-top font-normal sm:min-w-40 sm:px-4 ${shown(columns[0])}`}
          >
            {cell}
          </th>
        ) : (
          <td class={`px-3 py-3 align-top sm:px-4 ${shown(columns[index])}`}>{cell}</td>
        ),
      )}
    </>
  )
}

/**
 * A list of like things. The first column names the row. It scrolls sideways within itself where it is wider
 * than the page, also by keyboard.
 */
export function Table(props: { caption: string; columns: Column[]; rows: Child[][]; empty?: Child }) {
  const { caption, columns, rows } = props
  if (rows.length === 0 && props.empty !== undefined) return <Empty>{props.empty}</Empty>
  return (
    <section
      aria-label={caption}
      tabindex={0}
      class="relative min-w-0 overflow-x-auto rounded-box border border-base-300 bg-base-100"
    >
      <table class="w-full border-collapse text-[0.95rem]">
        <caption class="sr-only">{caption}</caption>
        <TableHead columns={columns} />
        <tbody>
          {rows.map((cells) => (
            <tr class={ROW_CLASS}>
              <Cells columns={columns} cells={cells} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** What names a row: leads to its own page, with a second line below. */
export function RowTitle(props: { href?: string | null; title: Child; detail?: Child }) {
  return (
    <span class="block min-w-0 wrap-anywhere">
      {props.href ? (
        <a href={props.href} class="font-medium text-base-content underline-offset-4 hover:underline">
          <bdi>{props.title}</bdi>
        </a>
      ) : (
        <bdi class="font-medium">{props.title}</bdi>
      )}
      {props.detail && (
        <span class="block text-sm text-base-content/70">
          <bdi>{props.detail}</bdi>
        </span>
      )}
    </span>
  )
}

/** Nothing is here yet, and what to do about it. */
export function Empty({ children }: { children?: Child }) {
  return (
    <div class="grid justify-items-start gap-3 rounded-box border border-dashed border-base-content/25 p-6 text-base-content/75">
      {children}
    </div>
  )
}

/** The way to the next page of a list, and back to the first. `path` carries filters, without a cursor. */
export function Pager(props: { frame: Frame; path: string; next: string | null; later: boolean }) {
  const { frame, path, next } = props
  if (!next && !props.later) return null
  const { staff } = frame.copy
  const joint = path.includes('?') ? '&' : '?'
  return (
    <nav aria-label={staff.next} class="flex flex-wrap gap-x-6 text-[0.95rem]">
      {props.later && (
        <a href={path} class="link py-2 link-primary">
          {staff.first}
        </a>
      )}
      {next && (
        <a
          href={`${path}${joint}after=${encodeURIComponent(next)}`}
          rel="next"
          class="link py-2 link-primary"
        >
          {staff.next}
        </a>
      )}
    </nav>
  )
}

const tones = {
  neutral: 'border-base-content/25 bg-base-200 text-base-content/85',
  good: 'border-success/40 bg-success/10 text-success',
  waiting: 'border-info/40 bg-info/10 text-info',
  warning: 'border-warning/45 bg-warning/10 text-warning',
  bad: 'border-error/45 bg-error/10 text-error',
}

/** A state, as a word. Colour never says it alone. */
export function Badge({ tone = 'neutral', children }: { tone?: keyof typeof tones; children?: Child }) {
  return (
    <span
      class={`badge h-auto badge-sm border py-0.5 text-xs font-medium sm:whitespace-nowrap ${tones[tone]}`}
    >
      {children}
    </span>
  )
}

/** Filters in one line, two abreast on a phone; the first is the widest. A GET form: what is filtered stands in the address. */
export function FilterBar(props: { frame: Frame; action: string; clear?: string | null; children?: Child }) {
  const { staff } = props.frame.copy
  return (
    <form
      method="get"
      action={props.action}
      class="flex flex-wrap items-end gap-3 [&_label]:text-sm [&>div]:min-w-0 [&>div]:grow [&>div]:basis-[calc(50%-0.375rem)] sm:[&>div]:max-w-80 sm:[&>div]:basis-30 [&>div:first-of-type]:basis-full sm:[&>div:first-of-type]:basis-52 [&>div:last-child]:grow-0 [&>div:last-child]:basis-auto"
    >
      {props.children}
      <div class="flex flex-wrap items-center gap-x-4 gap-y-1">
        <button type="submit" class="btn min-h-11 border-base-content/30 bg-base-100 btn-outline text-base">
          {staff.apply}
        </button>
        {props.clear && (
          <a href={props.clear} class="link py-2 text-sm">
            {staff.clear}
          </a>
        )}
      </div>
    </form>
  )
}

/** Numbers that stand first: what they count, and where to see them. */
export function Counts({ items }: { items: { label: string; value: Child; href?: string | null }[] }) {
  return (
    <dl class="grid grid-cols-2 gap-3 sm:grid-cols-[repeat(auto-fit,minmax(9rem,1fr))]">
      {items.map(({ label, value, href }) => (
        <div class="flex flex-col-reverse justify-end rounded-box border border-base-300 bg-base-100 p-4">
          <dt class="text-sm text-base-content/70">
            {href ? (
              <a href={href} class="underline underline-offset-4 hover:text-base-content">
                {label}
              </a>
            ) : (
              label
            )}
          </dt>
          <dd class="text-2xl font-semibold tracking-tight tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
