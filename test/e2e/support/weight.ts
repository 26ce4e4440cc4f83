import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext, Response } from 'playwright-core'

/** Already compressed: gzip would not make these smaller on the wire. */
const PACKED = /^(image\/(png|jpeg|webp|avif)|font\/woff2)/

export type PageWeight = {
  total: number
  parts: { url: string; bytes: number }[]
  /** Cumulative layout shift while the page came in: 0 when nothing jumped. */
  layoutShift: number
}

/** Whose cookies a visit carries. */
type Visitor = Awaited<ReturnType<BrowserContext['storageState']>>

/** Bytes of a first visit with empty caches: every body that the page fetches, gzipped where that helps. */
export async function weighPage(
  browser: Browser,
  url: string,
  visitor: Visitor = { cookies: [], origins: [] },
): Promise<PageWeight> {
  const context = await browser.newContext({ storageState: visitor })
  const page = await context.newPage()
  await page.addInitScript(SUM_LAYOUT_SHIFT)
  const responses: Response[] = []
  page.on('response', (response) => responses.push(response))
  await page.goto(url, { waitUntil: 'networkidle' })
  const parts = await Promise.all(
    // A redirect has no body.
    responses
      .filter((response) => response.status() === 200)
      .map(async (response) => ({ url: response.url(), bytes: await weigh(response) })),
  )
  const layoutShift = Number(await page.evaluate('globalThis.layoutShift'))
  await context.close()
  return { total: parts.reduce((sum, part) => sum + part.bytes, 0), parts, layoutShift }
}

async function weigh(response: Response): Promise<number> {
  const body = await response.body()
  const packed = PACKED.test(response.headers()['content-type'] ?? '')
  return packed ? body.length : gzipSync(body).length
}

const SUM_LAYOUT_SHIFT = `
  globalThis.layoutShift = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) globalThis.layoutShift += entry.value
  }).observe({ type: 'layout-shift', buffered: true })`
