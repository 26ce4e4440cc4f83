import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'

/** Already compressed: gzip would not make these smaller on the wire. */
const PACKED = /^(image\/(png|jpeg|webp|avif)|font\/woff2)/

export type PageWeight = { total: number; parts: { url: string; bytes: number }[] }

/** Bytes of a first visit with empty caches: every body that the page fetches, gzipped where that helps. */
export async function weighPage(browser: Browser, url: string): Promise<PageWeight> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const bodies: Promise<{ url: string; bytes: number }>[] = []
  page.on('response', (response) => {
    bodies.push(
      response.body().then((body) => {
        const packed = PACKED.test(response.headers()['content-type'] ?? '')
        return { url: response.url(), bytes: packed ? body.length : gzipSync(body).length }
      }),
    )
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  const parts = await Promise.all(bodies)
  await context.close()
  return { total: parts.reduce((sum, part) => sum + part.bytes, 0), parts }
}
