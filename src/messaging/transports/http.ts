/** How long a provider may take for its whole answer. */
const HTTP_TIMEOUT_MS = 15_000
/** What is read of an answer; it names an id or an error. */
const ANSWER_MAX = 64 * 1024

export type Fetcher = (url: string, init: RequestInit) => Promise<Response>

export type Answer =
  /** `json` is null where the body was none. */
  | { status: number; json: Record<string, unknown> | null }
  /** No answer: the kind of error, whose text may repeat what was sent. */
  | { status: 0; json: null; why: string }

/** One POST, no redirects, 15 seconds. Never throws. */
export async function post(options: {
  fetcher: Fetcher
  url: string
  headers: Record<string, string>
  body: string
}): Promise<Answer> {
  const { fetcher, url, headers, body } = options
  try {
    const answer = await fetcher(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(HTTP_TIMEOUT_MS),
    })
    return { status: answer.status, json: await readJson(answer) }
  } catch (error) {
    return { status: 0, json: null, why: error instanceof Error ? error.name : typeof error }
  }
}

async function readJson(answer: Response): Promise<Record<string, unknown> | null> {
  const pieces: Uint8Array[] = []
  let length = 0
  const reader = answer.body?.getReader()
  for (;;) {
    const piece = await reader?.read()
    if (!piece || piece.done) break
    length += piece.value.length
    if (length > ANSWER_MAX) {
      await reader?.cancel()
      return null
    }
    pieces.push(piece.value)
  }
  try {
    const json: unknown = JSON.parse(Buffer.concat(pieces).toString('utf8'))
    return typeof json === 'object' && json !== null && !Array.isArray(json)
      ? (json as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}

/** A provider's id, as it is kept beside the message; null where it gave none that can be kept. */
export function readId(value: unknown): string | null {
  return typeof value === 'string' && /^[\x21-\x7e]{1,200}$/.test(value) ? value : null
}
