import type { CDPSession, Page } from 'playwright-core'

/** What the keyboard alone reaches on a page, in which order, and whether one sees where it is. */

/** In the page: what Tab should stop at, in the order of the document, and how each is called in a fault. */
const STOPS = `
  const controls = 'a[href], button, input:not([type=hidden]), select, textarea, summary'
  const canBeSeen = (element) => element.checkVisibility({ visibilityProperty: true })
  const callIt = (element) => element.tagName.toLowerCase() + ' "' +
    (element.id || element.name || element.textContent.trim().replaceAll(/\\s+/g, ' ').slice(0, 40)) + '"'
  // Of radio buttons that belong together Tab stops at one: the chosen, or else the first.
  const standsFor = (radio) => {
    const group = [...document.querySelectorAll('input[type=radio]')].filter((other) =>
      other.name === radio.name && other.form === radio.form && !other.disabled)
    return radio === (group.find(({ checked }) => checked) ?? group[0])
  }
  const usable = [...document.querySelectorAll(controls + ', [tabindex]')].filter((element) =>
    canBeSeen(element) && !element.matches(':disabled') && !element.closest('[inert]'))
  const stops = usable.filter((element) =>
    element.tabIndex >= 0 && (element.type !== 'radio' || standsFor(element)))
`

/** In the page: stops that follow in the document what stands below or behind them on the screen. */
const FIND_JUMPS = `(() => {
  ${STOPS}
  const rightToLeft = getComputedStyle(document.documentElement).direction === 'rtl'
  const faults = []
  for (const [index, to] of stops.entries()) {
    const from = stops[index - 1]
    if (!from || from.contains(to)) continue
    // The parts of the page that tell them apart: what is side by side may each go from top to bottom.
    let [before, after] = [from, to]
    while (!after.parentElement.contains(from)) after = after.parentElement
    while (before.parentElement !== after.parentElement) before = before.parentElement
    if ([before, after].some((part) => /absolute|fixed/.test(getComputedStyle(part).position))) continue
    const [a, b] = [before.getBoundingClientRect(), after.getBoundingClientRect()]
    const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
    const inOneLine = shared > Math.min(a.height, b.height) / 2
    const isBefore = rightToLeft ? b.left >= a.right - 1 : b.right <= a.left + 1
    if (b.bottom <= a.top + 1 || (inOneLine && isBefore))
      faults.push('Tab goes back on the screen from ' + callIt(from) + ' to ' + callIt(to))
  }
  return faults
})()`

/** In the page: remembers how all look unfocused, and from now on what gets the focus and how it looks then. */
const BEGIN = `(() => {
  ${STOPS}
  document.activeElement?.blur()
  // A card shows the focus of the radio button within.
  const lookOf = (element) => [element, element.closest('label')].filter(Boolean).map((part) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor } = getComputedStyle(part)
    const isDrawn = outlineStyle !== 'none' && outlineWidth !== '0px' && !outlineColor.endsWith(', 0)')
    return [isDrawn ? outlineWidth + outlineColor : '', boxShadow, borderColor, backgroundColor].join(' ')
  }).join()
  const before = new Map(stops.map((element) => [element, lookOf(element)]))
  const went = new Map()
  const onFocus = ({ target }) => { if (!went.has(target)) went.set(target, lookOf(target)) }
  document.addEventListener('focusin', onFocus)
  globalThis.walked = () => {
    document.removeEventListener('focusin', onFocus)
    document.activeElement?.blur()
    const faults = []
    for (const element of usable)
      if (element.matches(controls) && element.tabIndex < 0) faults.push(callIt(element) + ' is left out by Tab')
    for (const element of stops) {
      if (element.tabIndex > 0) faults.push(callIt(element) + ' has an order of its own')
      if (!went.has(element)) faults.push('Tab does not reach ' + callIt(element))
      else if (went.get(element) === before.get(element)) faults.push(callIt(element) + ' does not show its focus')
    }
    // The browser stops by itself at what scrolls; nothing else may come in between.
    const others = [...went.keys()].filter((element) => !before.has(element) &&
      element.scrollWidth <= element.clientWidth && element.scrollHeight <= element.clientHeight)
    for (const element of others) faults.push('Tab stops at ' + callIt(element))
    const order = [...went.keys()].filter((element) => before.has(element))
    const wrong = order.findIndex((element, index) => element !== stops[index])
    if (wrong >= 0 && order.length === stops.length)
      faults.push('Tab comes to ' + callIt(order[wrong]) + ' before ' + callIt(stops[wrong]))
    return faults
  }
  stops[0]?.focus()
  // Dates have stops of their own within.
  const within = stops.filter(({ type }) => /^(date|time|month|week)/.test(type)).length
  return stops.length === 0 ? 0 : stops.length + within * 8 + 3
})()`

/** A Tab key for a page: pressed by DevTools, many times in one go. */
export async function tabKeyOf(page: Page): Promise<(times: number) => Promise<void>> {
  const devtools: CDPSession = await page.context().newCDPSession(page)
  const key = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 }
  return async (times) => {
    const pressed = Array.from({ length: times }, () => [
      devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key }),
      devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }),
    ])
    await Promise.all(pressed.flat())
  }
}

/** Goes through the page by Tab, as wide as it is now. Empty where all is reached, in order, and seen. */
export async function findKeyFaults(
  page: Page,
  pressTab: (times: number) => Promise<void>,
): Promise<string[]> {
  const jumps = await findJumps(page)
  await pressTab((await page.evaluate(BEGIN)) as number)
  return [...jumps, ...((await page.evaluate('walked()')) as string[])]
}

/** Where the order of the document is not the one on the screen. Presses nothing. */
export function findJumps(page: Page): Promise<string[]> {
  return page.evaluate(FIND_JUMPS)
}
