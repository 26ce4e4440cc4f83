/**
 * A page of somebody's own devices: what changes of them changes here. Each region of the page is replaced by the
 * one of the same name in the fragment, or emptied where that has none. Forms stand outside of regions, so that
 * nothing that is typed gets lost.
 */

import { keepLive, replaceContent } from './live.ts'
import { withoutTimes } from './live-rules.ts'

const area = document.querySelector<HTMLElement>('[data-live]')

/** Those that lie in no other: what is within one comes with it. */
function regionsOf(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (region) => !region.parentElement?.closest('[data-region]'),
  )
}

function apply(live: HTMLElement, fresh: Document): void {
  const parts = new Map(regionsOf(fresh).map((part) => [part.dataset.region, part]))
  const changed = regionsOf(live).filter((old) => {
    const part = parts.get(old.dataset.region) ?? fresh.createElement('div')
    if (withoutTimes(old.innerHTML) === withoutTimes(part.innerHTML)) return false
    replaceContent(old, part)
    return true
  })
  if (changed.length > 0 && !changed.some((region) => region.ariaLive)) say(live)
}

/** Tells those who hear the page that it is new, again and again. */
function say(live: HTMLElement): void {
  const said = live.querySelector<HTMLElement>('[data-said]')
  if (!said) return
  said.textContent = ''
  setTimeout(() => {
    said.textContent = said.dataset.changed ?? ''
  }, 100)
}

if (area) keepLive(area, { isOver: () => false, apply: (fresh) => apply(area, fresh) })
