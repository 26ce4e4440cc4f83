import type { Child } from 'hono/jsx'
import type { Instant } from '../../kernel/time.ts'
import { Cells, type Column, Empty, ROW_CLASS, TableHead } from './table.tsx'

/** What keeps a table fresh: its page names the script `live-list`. Without script it shows what was true then. */
export type Poll = {
  /** Answers `{since, rows: [{id, html}]}`; takes `since`, in milliseconds. */
  address: string
  since: Instant
  /** Read out when rows changed; `#` is the number. */
  one: string
  many: string
  /** Rows that are not shown stay so: another page of the list, or one in an order of its own. */
  known?: boolean
  /** No row of the list is left out. */
  whole?: boolean
}

/** As `Table`, of rows that come and change while it is looked at. `rows` are `LiveRow`s. */
export function LiveTable(props: {
  caption: string
  columns: Column[]
  rows: Child[]
  empty: Child
  poll: Poll
}) {
  const { caption, columns, rows, poll } = props
  const none = rows.length === 0
  return (
    <div class="min-w-0">
      <p role="status" class="sr-only" data-said="" data-one={poll.one} data-many={poll.many} />
      <div data-empty="" hidden={!none}>
        <Empty>{props.empty}</Empty>
      </div>
      <section
        aria-label={caption}
        tabindex={0}
        hidden={none}
        class="relative min-w-0 overflow-x-auto rounded-box border border-base-300 bg-base-100"
      >
        <table class="w-full border-collapse text-[0.95rem]">
          <caption class="sr-only">{caption}</caption>
          <TableHead columns={columns} />
          <tbody
            data-poll={poll.address}
            data-since={poll.since}
            data-known={poll.known ? '' : undefined}
            data-whole={poll.whole ? '' : undefined}
          >
            {rows}
          </tbody>
        </table>
      </section>
    </div>
  )
}

/**
 * A row of a `LiveTable`. The first cell names it. `at`: what the list is ordered by, falling, so that a new row
 * finds its place; null: new ones stand first.
 */
export function LiveRow(props: { id: string; at: number | null; columns: Column[]; cells: Child[] }) {
  const { columns, cells } = props
  return (
    <tr data-row={props.id} data-at={props.at ?? undefined} class={ROW_CLASS}>
      <Cells columns={columns} cells={cells} />
    </tr>
  )
}
