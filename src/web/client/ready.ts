/**
 * The result page: keeps the status fresh by a socket and counts down. Without it the page works by its "Check
 * again" link. Everything it needs stands in data attributes.
 */

import { isLocale } from '../../kernel/locale.ts'
import { describeRelative } from '../ui/relative.ts'

const area = document.querySelector<HTMLElement>('[data-live]')
const LONGEST_WAIT = 30_000
let wait = 1000
let socket: WebSocket | null = null
let timer = 0
let stopped = false
let ranOut = false
/** Milliseconds that our clock is ahead of the reader's. */
const ahead = area ? Number(area.dataset.now) - Date.now() : 0

function now(): number {
  return Date.now() + ahead
}

function isOver(): boolean {
  if (stopped) return true
  const state = document.querySelector<HTMLElement>('[data-state]')?.dataset.state
  return state === 'active' || state === 'ended'
}

/** Fetches what changed. Any other answer than a fragment (signed out, gone) ends the watching. */
async function refresh(address: string): Promise<void> {
  const response = await fetch(address, { headers: { accept: 'text/html' } }).catch(() => null)
  if (!response || response.status >= 500 || response.status === 429) return
  if (!response.ok || response.redirected) {
    stopped = true
    return socket?.close()
  }
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html')
  const before = document.querySelector('h1')?.textContent ?? ''
  for (const region of fresh.querySelectorAll<HTMLElement>('[data-region]')) swap(region)
  document.title = document.title.replace(before, document.querySelector('h1')?.textContent ?? before)
}

function swap(fresh: HTMLElement): void {
  const old = document.querySelector<HTMLElement>(`[data-region="${fresh.dataset.region}"]`)
  if (!old) return
  const [oldList, freshList] = [old.querySelector('ol'), fresh.querySelector('ol')]
  // Only the list that is read out is swapped by its items; lists elsewhere belong to what surrounds them.
  if (oldList && freshList && fresh.dataset.region === 'status') swapItems(oldList, freshList)
  else if (old.innerHTML !== fresh.innerHTML) swapAll(old, fresh)
}

/** Whoever was in it by keyboard or screen reader goes on from here, not from the top of the page. */
function swapAll(old: HTMLElement, fresh: HTMLElement): void {
  const held = old.contains(document.activeElement)
  old.replaceChildren(...fresh.childNodes)
  if (!held) return
  old.tabIndex = -1
  old.focus()
}

/** Item by item, so that a screen reader hears only what is new. */
function swapItems(old: HTMLElement, fresh: HTMLElement): void {
  old.dataset.state = fresh.dataset.state
  const items = [...fresh.children]
  items.forEach((item, index) => {
    const before = old.children[index]
    if (!before) old.append(item)
    else if (identify(before) !== identify(item)) before.replaceWith(item)
  })
  while (old.children.length > items.length) old.lastElementChild?.remove()
}

function identify(item: Element): string {
  return `${(item as HTMLElement).dataset.phase} ${item.querySelector('p')?.textContent}`
}

function connect(live: string, status: string): void {
  if (isOver() || (socket && socket.readyState <= WebSocket.OPEN)) return
  const address = new URL(live, location.href)
  address.protocol = address.protocol.replace('http', 'ws')
  socket = new WebSocket(address)
  socket.onopen = () => {
    wait = 1000
    void refresh(status)
  }
  socket.onmessage = () => void refresh(status)
  socket.onclose = () => {
    if (isOver()) return
    clearTimeout(timer)
    timer = window.setTimeout(
      () => {
        wait = Math.min(LONGEST_WAIT, wait * 2)
        void refresh(status).then(() => connect(live, status))
      },
      wait * (0.75 + Math.random() / 2),
    )
  }
}

/** `9:41`, `2:05:00`; null from a day on, when the text without script says more. */
function describe(seconds: number): string | null {
  if (seconds >= 86_400) return null
  const two = (part: number) => String(Math.floor(part)).padStart(2, '0')
  const rest = `${two((seconds % 3600) / 60)}:${two(seconds % 60)}`
  return seconds >= 3600 ? `${Math.floor(seconds / 3600)}:${rest}` : rest.replace(/^0/, '')
}

function tick(): void {
  const countdown = document.querySelector<HTMLElement>('[data-ends]')
  if (!countdown) return
  const { ends = '', running = '', over = '' } = countdown.dataset
  const left = Math.ceil((Date.parse(ends) - now()) / 1000)
  const text = left > 0 ? describe(left) : ''
  if (text === null) return
  countdown.textContent = left > 0 ? running.replace('#', text) : over
  if (left <= 0 && !ranOut) {
    ranOut = true
    setTimeout(() => void refresh(area?.dataset.status ?? ''), 1000)
  }
}

/** Keeps "2 minutes ago" true, and gives the exact time where its reader is. */
function ageTimes(): void {
  const { lang } = document.documentElement
  for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-relative]')) {
    const at = Date.parse(time.dateTime)
    time.title = new Date(at).toLocaleString(lang)
    if (isLocale(lang)) time.textContent = describeRelative({ at, now: now(), locale: lang })
  }
}

if (area) {
  const { live = '', status = '' } = area.dataset
  connect(live, status)
  tick()
  ageTimes()
  setInterval(tick, 1000)
  setInterval(ageTimes, 15_000)
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || stopped) return
    void refresh(status)
    connect(live, status)
  })
}
