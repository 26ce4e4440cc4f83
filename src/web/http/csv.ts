import { type Cell, writeCsvLine } from '../../kernel/csv.ts'
import { describeError, log } from '../../runtime/logger.ts'
import type { EdgeContext } from './edge.ts'

/** Spreadsheets take a file without it for one of the machine's own character set. */
const BYTE_ORDER_MARK = '\ufeff'
/** Lines are put together before they are sent: a chunk for each would cost more than it carries. */
const CHUNK = 32 * 1024

type Rows<Row> = AsyncIterable<Row> | Iterable<Row>

/**
 * A CSV file (RFC 4180, UTF-8) that is written while it is sent. `name` is the file's, without its ending; it
 * takes letters, digits and dashes. An error on the way breaks the download off: half a file never looks whole.
 */
export function sendCsv(
  c: EdgeContext,
  name: string,
  columns: readonly string[],
  rows: Rows<readonly Cell[]>,
): Response {
  async function* lines() {
    yield BYTE_ORDER_MARK + writeCsvLine(columns)
    for await (const row of rows) yield writeCsvLine(row)
  }
  return sendFile(c, `${name}.csv`, 'text/csv; charset=utf-8; header=present', lines())
}

/** One JSON value a line. */
export function sendNdjson(c: EdgeContext, name: string, rows: Rows<unknown>): Response {
  async function* lines() {
    for await (const row of rows) yield `${JSON.stringify(row)}\n`
  }
  return sendFile(c, `${name}.ndjson`, 'application/x-ndjson', lines())
}

function sendFile(c: EdgeContext, file: string, type: string, lines: AsyncGenerator<string>): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        let chunk = ''
        while (chunk.length < CHUNK) {
          const line = await lines.next()
          if (line.done) {
            if (chunk) controller.enqueue(encoder.encode(chunk))
            controller.close()
            return
          }
          chunk += line.value
        }
        controller.enqueue(encoder.encode(chunk))
      } catch (error) {
        log('error', 'download.broke', { request: c.var.requestId, reason: describeError(error) })
        controller.error(error)
      }
    },
    async cancel() {
      await lines.return(undefined)
    },
  })
  const safe = file.replace(/[^A-Za-z0-9.-]/g, '-')
  return c.body(body, 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${safe}"`,
    'cache-control': 'no-store',
  })
}
