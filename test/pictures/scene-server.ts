import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { pagePolicy, TURNSTILE_ORIGIN } from '../../src/web/http/page-policy.ts'
import { themeCss } from '../../src/web/ui/theme.ts'
import { acme, sunny } from './fixtures.ts'
import { mailScenes } from './mail-scenes.ts'

/** Pages and mails in states that are hard to reach by walking: rendered from their properties. */

export type Scene = { name: string; page: unknown }

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
/** Programs that show mails allow the styles in them, and nothing else. */
const MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="9" fill="#17559a"/>' +
  '<path d="M11 29 20 10l9 19M14.5 23h11" fill="none" stroke="#fff" stroke-width="3.4" stroke-linejoin="round"/></svg>'

/** Node does not read JSX: the scenes are bundled first. */
export async function loadScenes(): Promise<Scene[]> {
  const outfile = join(root, 'node_modules', '.cache', 'pictures', 'scenes.mjs')
  await build({
    absWorkingDir: root,
    entryPoints: ['test/pictures/scenes.tsx'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  })
  const built = (await import(pathToFileURL(outfile).href)) as { scenes: Scene[] }
  return [...built.scenes, ...mailScenes]
}

/** Serves each scene at `/<name>`, with the policy of the real pages. Resolves with the origin. */
export async function serveScenes(scenes: Scene[]): Promise<{ origin: string; server: Server }> {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const scene = scenes.find(({ name }) => path === `/${name}`)
    const organisation = [acme, sunny].find(({ slug }) => path === `/setup/${slug}/theme.css`)
    const html = scene ? String(await scene.page) : ''
    // As the real page does where it shows the human check.
    const guest = html.includes(TURNSTILE_ORIGIN) ? TURNSTILE_ORIGIN : null
    const policy = scene?.name.startsWith('mail-') ? MAIL_POLICY : pagePolicy('http://localhost', guest)
    const send = (type: string, body: string | Uint8Array) =>
      response.writeHead(200, { 'content-type': type, 'content-security-policy': policy }).end(body)
    if (scene) send('text/html; charset=utf-8', html)
    else if (organisation) send('text/css', themeCss(organisation.accent))
    else if (path.endsWith('/logo')) send('image/svg+xml', LOGO)
    else if (/^\/(?:assets\/[a-z-]+\.(?:css|js)|favicon\.svg)$/.test(path)) {
      const type = path.endsWith('.css')
        ? 'text/css'
        : path.endsWith('.js')
          ? 'text/javascript'
          : 'image/svg+xml'
      send(type, await readFile(join(root, 'public', path)))
    } else response.writeHead(503).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}
