import type { Page } from 'playwright-core'

/** What those see who enlarge, space out, still or recolour a page. Each gives faults; none where all is well. */

/** In the page: text that is cut off, or sticks out of what it stands on. */
const FIND_CLIPPED = `[...document.querySelectorAll('body *')].filter((element) => {
  if (!(element instanceof HTMLElement) || !element.textContent.trim() || element.matches('select, textarea')) return false
  const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element
  const { overflowX, overflowY, display } = getComputedStyle(element)
  // One pixel: only for those who hear the page.
  if (display === 'inline' || clientWidth <= 1) return false
  const cuts = (overflow) => /hidden|clip/.test(overflow) || element.matches('.btn, .badge')
  return (cuts(overflowX) && scrollWidth > clientWidth + 1) || (cuts(overflowY) && scrollHeight > clientHeight + 1)
}).map((element) => 'cuts text off: ' + element.outerHTML.slice(0, 120))`

/** In the page: what moves, or would once it changes. */
const FIND_MOTION = `[
  ...document.getAnimations().map(({ effect }) => 'moves: ' + effect.target.outerHTML.slice(0, 120)),
  ...[...document.querySelectorAll('*')].filter((element) => {
    const { transitionDuration, animationDuration } = getComputedStyle(element)
    return /[1-9]/.test(transitionDuration + animationDuration)
  }).map((element) => 'would move: ' + element.outerHTML.slice(0, 120)),
]`

/** In the page, while colours are forced: what can no longer be told from what is around it. */
const FIND_LOST = `(() => {
  const seen = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility())
  const groundOf = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at)
      if (!backgroundColor.endsWith(', 0)')) return backgroundColor
    }
  }
  const around = (element) => groundOf(element.parentElement)
  const hasEdge = (element) => {
    const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(element)
    const isDrawn = borderTopStyle !== 'none' && borderTopWidth !== '0px'
    return (isDrawn && borderTopColor !== around(element)) || groundOf(element) !== around(element)
  }
  const faults = []
  const lose = (what, element) => faults.push(what + ' is lost: ' + element.outerHTML.slice(0, 120))
  for (const element of seen('.btn, .input, .select, .textarea, .file-input, .checkbox, .radio, .badge, .progress'))
    if (!hasEdge(element)) lose('the edge', element)
  for (const element of seen('nav a[aria-current]'))
    if (groundOf(element) === around(element)) lose('where one is', element)
  for (const element of seen('label:has(> [type=radio]:checked)')) {
    const other = [...element.parentElement.children].find((card) => card.matches('label:not(:has(> :checked))'))
    if (other && getComputedStyle(other).borderTopColor === getComputedStyle(element).borderTopColor) lose('the choice', element)
  }
  for (const element of seen('svg[role=img] rect, svg[role=img] line')) {
    const { fill, stroke } = getComputedStyle(element)
    if ([fill, stroke].every((colour) => colour === 'none' || colour === around(element))) lose('a part', element)
  }
  for (const element of seen('[data-testid=qr]')) {
    const colours = [...element.querySelectorAll('path')].map((path) => getComputedStyle(path).fill)
    if (colours.join(' ') !== 'rgb(255, 255, 255) rgb(0, 0, 0)') lose('black on white', element)
  }
  return faults
})()`

/** Text spacing as WCAG 2.2 lets a reader set it (1.4.12). A sheet of the page's own, since the policy forbids inline ones. */
const SPACE_OUT = `(() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }' +
    'p { margin-bottom: 2em !important }')
  document.adoptedStyleSheets = [sheet]
})()`

/** In the page: ids of more than one element, which its labels then may miss. */
const FIND_TWINS = `[...document.querySelectorAll('[id]')].map(({ id }) => id)
  .filter((id, index, all) => all.indexOf(id) !== index).map((id) => id + ' is the name of two')`

export function findTwins(page: Page): Promise<string[]> {
  return page.evaluate(FIND_TWINS)
}

/** At the window's present width. */
export async function findOverflow(page: Page): Promise<string[]> {
  const found = (await page.evaluate(FIND_CLIPPED)) as string[]
  if (await page.evaluate('document.documentElement.scrollWidth > window.innerWidth'))
    found.push('is too wide')
  return found
}

/** For a context that asks for reduced motion. */
export function findMotion(page: Page): Promise<string[]> {
  return page.evaluate(FIND_MOTION)
}

export async function findLostColours(page: Page): Promise<string[]> {
  await page.emulateMedia({ forcedColors: 'active' })
  const found = (await page.evaluate(FIND_LOST)) as string[]
  await page.emulateMedia({ forcedColors: 'none' })
  return found
}

/** Overflow with wide text spacing, which is taken back. */
export async function findOverflowSpaced(page: Page): Promise<string[]> {
  await page.evaluate(SPACE_OUT)
  const found = await findOverflow(page)
  await page.evaluate('void (document.adoptedStyleSheets = [])')
  return found.map((fault) => `spaced out: ${fault}`)
}
