import { raw } from 'hono/html'
import QRCode from 'qrcode-svg'

/** Modules of white around the code; readers need them (ISO/IEC 18004 section 6.3.8). */
const QUIET_ZONE = 4

/**
 * An inline SVG, black on white in every theme, error correction M. Drawn here from the module matrix because
 * the library's own drawing carries style attributes, which our pages do not allow.
 */
export function drawQr(text: string): string {
  const modules = modulesOf(text)
  const size = modules.length + 2 * QUIET_ZONE
  const path = modules.map((row, y) => drawRow(row, y + QUIET_ZONE)).join('')
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="100%" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${path}"/></svg>`
  )
}

/**
 * The library puts a byte order mark before what is not ASCII, which readers of Wi-Fi codes stumble over, and
 * writes characters beyond 16 bits wrongly: UTF-8 takes the place of as many letters.
 */
function modulesOf(text: string): boolean[][] {
  const bytes = [...new TextEncoder().encode(text)]
  const { qrcode } = new QRCode({ content: 'x'.repeat(bytes.length), ecl: 'M', padding: 0 })
  const [data] = qrcode.dataList
  if (data) data.parsedData = bytes
  qrcode.dataCache = null
  qrcode.make()
  return qrcode.modules
}

/** Neighbours share one rectangle: a third of the bytes. */
function drawRow(row: boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue
    const start = x
    while (row[x + 1]) x++
    const length = x - start + 1
    path += `M${start + QUIET_ZONE} ${y}h${length}v1h-${length}z`
  }
  return path
}

/** `svg` comes from `drawQr`. Black on white also where a reader forces colours: cameras need it. */
export function Qr({ svg, label }: { svg: string; label: string }) {
  return (
    <div
      role="img"
      aria-label={label}
      data-testid="qr"
      class="mx-auto aspect-square w-full max-w-68 overflow-hidden rounded-box border border-base-300 bg-white p-1 forced-color-adjust-none"
    >
      {raw(svg)}
    </div>
  )
}
