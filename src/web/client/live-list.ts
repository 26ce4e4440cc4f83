/**
 * Keeps a list fresh without reloading: asks for the rows that changed while somebody looks at the page, and
 * replaces these. Without it the page shows what was true when it was loaded.
 *
 * `<tbody data-poll="<address>" data-since="<ms>">` has rows `<tr data-row="<id>" data-at="<ms>">`. `data-whole`:
 * no row is left out; `data-known`: rows that are not shown stay so.
 */

import type { Locale } from '../../kernel/locale.ts'
import { describeRelative } from '../ui/relative.ts'
import { isOver, placeOf, readAnswer, waitAfter, withoutAges } from './live-list-rules.ts'

const HELD = 'a, button, input, select'

function watch(body: HTMLTableSectionElement, address: string): void {
  const section = body.closest('section')
  const empty = section?.parentElement?.querySelector<HTMLElement>('[data-empty]')
  const said = section?.parentElement?.querySelector<HTMLElement>('[data-said]')
  let failures = 0
  /** When nobody looks, the next question waits until somebody does. */
  let waiting = false

  const rowOf = (id: string) => body.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)

  /** Parsed inertly: nothing of it runs or loads before it stands in the page. */
  function parse(html: string): HTMLElement | null {
    const template = document.createElement('template')
    template.innerHTML = html
    return template.content.querySelector<HTMLElement>('tr[data-row]')
  }

  /** Ticks and the focus pass on to the new row. */
  function swap(old: HTMLElement, fresh: HTMLElement): void {
    for (const tick of old.querySelectorAll<HTMLInputElement>('input:checked'))
      for (const box of fresh.querySelectorAll<HTMLInputElement>(`input[name="${tick.name}"]`))
        box.checked ||= box.value === tick.value
    const held = [...old.querySelectorAll(HELD)].indexOf(document.activeElement as Element)
    old.replaceWith(fresh)
    if (held >= 0) focus(fresh, held)
  }

  function focus(row: Element | null, index: number): void {
    const those = row?.querySelectorAll<HTMLElement>(HELD) ?? []
    const next = those[Math.min(index, those.length - 1)] ?? section
    next?.focus({ preventScroll: true })
  }

  function remove(old: HTMLElement): void {
    const held = old.contains(document.activeElement)
    const next = old.nextElementSibling ?? old.previousElementSibling
    old.remove()
    if (held) focus(next, 0)
  }

  function add(fresh: HTMLElement): boolean {
    if (body.dataset.known !== undefined) return false
    const ats = [...body.children].map((row) => Number((row as HTMLElement).dataset.at ?? 0))
    const place = placeOf(Number(fresh.dataset.at ?? Infinity), ats, body.dataset.whole !== undefined)
    if (place !== null) body.insertBefore(fresh, body.children[place] ?? null)
    return place !== null
  }

  /** Whether the page changed by it. */
  function apply(id: string, html: string | null): boolean {
    const [old, fresh] = [rowOf(id), html === null ? null : parse(html)]
    if (!fresh) {
      if (old) remove(old)
      return old !== null
    }
    if (!old) return add(fresh)
    if (withoutAges(old.outerHTML) === withoutAges(fresh.outerHTML)) return false
    swap(old, fresh)
    return true
  }

  async function ask(): Promise<void> {
    const url = new URL(address, location.href)
    url.searchParams.set('since', body.dataset.since ?? '')
    const response = await fetch(url, { redirect: 'manual' }).catch(() => null)
    if (response && isOver(response.status, response.type === 'opaqueredirect')) return
    const answer = response?.ok ? readAnswer(await response.json().catch(() => null)) : null
    failures = answer ? 0 : failures + 1
    if (answer) {
      body.dataset.since = String(answer.since)
      const changed = answer.rows.filter(({ id, html }) => apply(id, html)).length
      age(answer.since)
      const none = body.children.length === 0
      if (empty && section) [section.hidden, empty.hidden] = [none, !none]
      if (said && changed > 0)
        said.textContent =
          (changed === 1 ? said.dataset.one : said.dataset.many)?.replace('#', `${changed}`) ?? ''
    }
    next()
  }

  function age(now: number): void {
    const locale = document.documentElement.lang as Locale
    for (const time of body.querySelectorAll<HTMLTimeElement>('time[data-relative]'))
      time.textContent = describeRelative({ at: Date.parse(time.dateTime), now, locale })
  }

  function next(): void {
    setTimeout(() => {
      waiting = document.hidden
      if (!waiting) void ask()
    }, waitAfter(failures))
  }

  document.addEventListener('visibilitychange', () => {
    if (document.hidden || !waiting) return
    waiting = false
    void ask()
  })
  next()
}

for (const body of document.querySelectorAll<HTMLTableSectionElement>('tbody[data-poll]'))
  watch(body, body.dataset.poll ?? '')
