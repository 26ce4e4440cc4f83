import type { Child } from 'hono/jsx'
import { directionOf, intlTag } from '../../kernel/locale.ts'
import { DAY } from '../../kernel/time.ts'
import { percentOf, placeColumns, topOf } from './chart-rules.ts'
import type { Frame } from './frame.ts'
import { Table } from './table.tsx'

/**
 * Pictures drawn on the server, without script and without inline style: widths are percentages, so that
 * letters keep their size on a phone. Every picture has its numbers in words beside it and as a table behind.
 */

export type Bar = {
  label: string
  /** What the bar is as long as. */
  value: number
  /** Drawn after it, paler. */
  rest?: number
  /** What stands at its end: the value in words. */
  text: string
}

type ChartWords = {
  id: string
  title: string
  /** What the picture shows, in a sentence: read out instead of it. */
  describe: string
}

const ROW = 48
const BAR = 12

/** Bars below one another, each with its name above and its number at the end. `whole`: what fills the width. */
export function BarChart(props: ChartWords & { frame: Frame; bars: Bar[]; whole?: number }) {
  const { frame, bars } = props
  // Bars grow the way that words run. The picture itself stays as it is, since `text-anchor` would follow the page.
  const turned = directionOf(frame.locale) === 'rtl'
  const [begin, end] = turned ? ['100%', '0'] : ['0', '100%']
  const [beginAnchor, endAnchor] = turned ? ['end', 'start'] : ['start', 'end']
  const spread = (percent: number) => ({ width: `${percent}%`, x: turned ? `${100 - percent}%` : '0' })
  const whole = props.whole ?? Math.max(1, ...bars.map(({ value, rest = 0 }) => value + rest))
  return (
    <Picture {...props} height={bars.length * ROW}>
      {bars.map(({ label, value, rest = 0, text }, index) => {
        const top = index * ROW
        return (
          <g>
            <text x={begin} y={top + 16} text-anchor={beginAnchor} class="fill-base-content text-[0.9rem]">
              {isolate(frame, label)}
            </text>
            <text
              x={end}
              y={top + 16}
              text-anchor={endAnchor}
              class="fill-base-content text-[0.9rem] font-semibold tabular-nums"
            >
              {isolate(frame, text)}
            </text>
            <rect x="0" y={top + 24} width="100%" height={BAR} rx="3" class="fill-base-300/60" />
            {rest > 0 && (
              <rect
                {...spread(Math.max(0.5, percentOf(value + rest, whole)))}
                y={top + 24}
                height={BAR}
                rx="3"
                class="fill-primary/35"
              />
            )}
            {value > 0 && (
              <rect
                {...spread(Math.max(0.5, percentOf(value, whole)))}
                y={top + 24}
                height={BAR}
                rx="3"
                class="fill-primary"
              />
            )}
          </g>
        )
      })}
    </Picture>
  )
}

const PLOT = 150
const ABOVE = 22
const BELOW = 26

/** A column for each day, a line at the highest value, and the first and last day below. */
export function DayChart(
  props: ChartWords & {
    frame: Frame
    days: { day: number; count: number }[]
    noun: (count: number) => string
  },
) {
  const { days, frame } = props
  const top = topOf(days.map(({ count }) => count))
  const columns = placeColumns(days.length)
  const [first, last] = [days.at(0), days.at(-1)]
  const axis = 'fill-base-content/75 text-[0.8rem] tabular-nums'
  const ground = ABOVE + PLOT
  return (
    <Picture {...props} height={ground + BELOW}>
      <line x1="0" x2="100%" y1={ABOVE} y2={ABOVE} class="stroke-base-300" stroke-dasharray="3 4" />
      <text x="0" y={ABOVE - 6} class={axis}>
        {top}
      </text>
      {days.map(({ day, count }, index) => {
        const place = columns[index]
        const height = Math.max(count > 0 ? 2 : 0, Math.round((count / top) * PLOT))
        return (
          place && (
            <rect
              x={`${place.x}%`}
              width={`${place.width}%`}
              y={ground - height}
              height={height}
              class="fill-primary"
            >
              <title>{`${dayName(frame, day)}${frame.copy.ui.colon}${props.noun(count)}`}</title>
            </rect>
          )
        )
      })}
      <line x1="0" x2="100%" y1={ground} y2={ground} class="stroke-base-content/50" />
      {first && (
        <text x="0" y={ground + 18} class={axis}>
          {isolate(frame, dayName(frame, first.day))}
        </text>
      )}
      {last && last !== first && (
        <text x="100%" y={ground + 18} text-anchor="end" class={axis}>
          {isolate(frame, dayName(frame, last.day))}
        </text>
      )}
    </Picture>
  )
}

/** Words of a picture, each in the direction of its own letters (U+2068, U+2069) where the page runs to the left. */
function isolate(frame: Frame, text: string): string {
  return directionOf(frame.locale) === 'rtl' ? `\u2068${text}\u2069` : text
}

/** "20 Nov", of a day since 1970. */
export function dayName(frame: Frame, day: number): string {
  return new Intl.DateTimeFormat(intlTag(frame.locale), {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(day * DAY)
}

function Picture(props: ChartWords & { height: number; children?: Child }) {
  const { id } = props
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      width="100%"
      height={props.height}
      // Time runs from left to right in every language.
      direction="ltr"
      class="block overflow-visible"
    >
      <title id={`${id}-title`}>{props.title}</title>
      <desc id={`${id}-desc`}>{props.describe}</desc>
      {props.children}
    </svg>
  )
}

/** The numbers of a picture, for those who want to read or copy them. */
export function TableBehind(props: {
  summary: string
  caption: string
  columns: string[]
  rows: (string | number)[][]
}) {
  return (
    <details class="min-w-0">
      <summary class="w-fit cursor-pointer py-1.5 text-sm text-base-content/75 underline underline-offset-4 hover:text-base-content">
        {props.summary}
      </summary>
      <div class="mt-2">
        <Table
          caption={props.caption}
          columns={props.columns.map((label, index) => ({
            label,
            ...(index > 0 && { align: 'end' as const }),
          }))}
          rows={props.rows}
        />
      </div>
    </details>
  )
}

/** A few addresses to choose a period by; the present one is named. */
export function Periods(props: {
  label: string
  periods: { href: string; label: string; current: boolean }[]
}) {
  return (
    <nav aria-label={props.label}>
      <ul class="flex flex-wrap gap-2">
        {props.periods.map(({ href, label, current }) => (
          <li>
            <a
              href={href}
              aria-current={current ? 'true' : undefined}
              class="block rounded-field border border-base-content/25 bg-base-100 px-3 py-2 text-sm hover:border-base-content/50 aria-[current=true]:border-primary aria-[current=true]:font-semibold aria-[current=true]:text-primary"
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export type ToDo = {
  label: Child
  detail: Child
  href: string | null
  /** Null for what is not to be done but to be known. */
  done: boolean | null
  /** "done" or "to do", in words. */
  state: string
}

/** What to do, what is done already, and where. */
export function CheckList({ items }: { items: ToDo[] }) {
  return (
    <ol class="grid gap-3">
      {items.map(({ label, detail, href, done, state }) => (
        <li class="flex gap-3">
          <span
            aria-hidden="true"
            class={`mt-1 flex size-5 shrink-0 items-center justify-center rounded-full border text-xs ${
              done ? 'border-success bg-success/10 text-success' : 'border-base-content/40'
            }`}
          >
            {done ? '✓' : ''}
          </span>
          <span class="min-w-0">
            <span class="font-medium">
              {href ? (
                <a href={href} class="underline underline-offset-4">
                  {label}
                </a>
              ) : (
                label
              )}
            </span>
            <span class="sr-only"> ({state})</span>
            <span class="block text-sm text-base-content/75">{detail}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}

const bars = {
  bad: 'border-s-error',
  warning: 'border-s-warning',
  info: 'border-s-info',
}

/** What needs somebody now, the most urgent first: what it is, why, and where to look. */
export function Attention(props: {
  items: { tone: keyof typeof bars; title: string; detail: Child; href: string | null; act: string }[]
}) {
  return (
    <ul class="grid gap-2.5">
      {props.items.map(({ tone, title, detail, href, act }) => (
        <li
          class={`flex flex-wrap items-center justify-between gap-x-6 gap-y-1.5 rounded-field border border-s-4 border-base-300 px-4 py-3 ${bars[tone]}`}
        >
          <span class="min-w-0 max-w-prose">
            <span class="block font-medium">{title}</span>
            <span class="block text-sm wrap-anywhere text-base-content/75">{detail}</span>
          </span>
          {href && (
            <a href={href} class="link py-1.5 text-[0.95rem] link-primary">
              {act}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}
