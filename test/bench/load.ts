import { Agent, request } from 'node:http'

export type Call = {
  method: 'GET' | 'POST'
  path: string
  headers?: Record<string, string>
  body?: string
}

export type Load = {
  /** Milliseconds from the first request to the last answer. */
  elapsed: number
  /** How much of one processor this process needed meanwhile, 0 to 1: near 1 it would measure itself. */
  clientShare: number
}

/**
 * Sends `calls` over `concurrency` kept connections, each as soon as a connection is free, and reads every
 * answer to its end. Throws at the first answer that has not the status `expected`.
 */
export async function runLoad(options: {
  origin: string
  calls: Call[]
  concurrency: number
  expected: number
}): Promise<Load> {
  const { hostname, port } = new URL(options.origin)
  const agent = new Agent({ keepAlive: true, maxSockets: options.concurrency })
  const queue = options.calls.values()
  const usedBefore = process.cpuUsage()
  const begin = performance.now()
  const work = async () => {
    for (const call of queue) {
      const { status, text } = await send(call, { hostname, port, agent })
      if (status !== options.expected)
        throw new Error(
          `${call.method} ${call.path} answered ${status}, not ${options.expected}: ${text.slice(0, 400)}`,
        )
    }
  }
  try {
    await Promise.all(Array.from({ length: options.concurrency }, work))
  } finally {
    agent.destroy()
  }
  const elapsed = performance.now() - begin
  const used = process.cpuUsage(usedBefore)
  return { elapsed, clientShare: (used.user + used.system) / 1000 / elapsed }
}

function send(
  call: Call,
  target: { hostname: string; port: string; agent: Agent },
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const { method, path, headers = {}, body } = call
    const length: Record<string, string> = body ? { 'content-length': String(Buffer.byteLength(body)) } : {}
    const outgoing = request({ ...target, method, path, headers: { ...headers, ...length } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
      )
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
