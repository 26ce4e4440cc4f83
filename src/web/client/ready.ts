/**
 * The result page: keeps the status fresh and counts down. Without it the page works by its "Check again" link.
 */

import { keepLive, replaceContent } from './live.ts'

const area = document.querySelector<HTMLElement>('[data-live]')
let ranOut = false

function isOver(): boolean {
  const state = document.querySelector<HTMLElement>('[data-state]')?.dataset.state
  return state === 'active' || state === 'ended'
}

function apply(fresh: Document): void {
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
  else if (old.innerHTML !== fresh.innerHTML) replaceContent(old, fresh)
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

/** `9:41`, `2:05:00`; null from a day on, when the text without script says more. */
function describe(seconds: number): string | null {
  if (seconds >= 86_400) return null
  const two = (part: number) => String(Math.floor(part)).padStart(2, '0')
  const rest = `${two((seconds % 3600) / 60)}:${two(seconds % 60)}`
  return seconds >= 3600 ? `${Math.floor(seconds / 3600)}:${rest}` : rest.replace(/^0/, '')
}

if (area) {
  const live = keepLive(area, { isOver, apply })
  const tick = () => {
    const countdown = document.querySelector<HTMLElement>('[data-ends]')
    if (!countdown) return
    const { ends = '', running = '', over = '' } = countdown.dataset
    const left = Math.ceil((Date.parse(ends) - live.now()) / 1000)
    const text = left > 0 ? describe(left) : ''
    if (text === null) return
    countdown.textContent = left > 0 ? running.replace('#', text) : over
    if (left <= 0 && !ranOut) {
      ranOut = true
      setTimeout(live.refresh, 1000)
    }
  }
  tick()
  setInterval(tick, 1000)
}
