import { watchLog } from './logger.ts'

/**
 * What happened, as one point of the dataset `METRICS` (Analytics Engine). Fixed words and numbers only: no id of a
 * person or a device, no address of anybody, nothing that somebody typed.
 */
export type Point = {
  /** The organisation's number; 0 is the service, or where it is not known. The point's index. */
  organisationId?: number
  /** `blob1`. */
  event: string
  /** `blob2`: `ok`, or the code of the refusal, or the status where there is no code. */
  outcome: string
  /** `blob3`: the route as it was declared, or what else tells one from another. */
  detail?: string
  /** `double1`: how many, or how much; 1 where it happened once. */
  value?: number
  /** `double2`. */
  milliseconds?: number
}

export type Metrics = { note(point: Point): void }

/** Words of ours are short and have no signs; whatever else gets here is not written. */
const WORD = /^[a-z0-9_.]{1,64}$/
/** A declared route: its parameters are names, never values. */
const ROUTE = /^[A-Z]{3,7} \/[a-zA-Z0-9_./:{}*-]{0,120}$/

/** Writes to the dataset; without one, nowhere. Nothing waits for it, and nothing fails with it. */
function makeMetrics(dataset: AnalyticsEngineDataset | null): Metrics {
  if (dataset === null) return { note() {} }
  return {
    note({ organisationId = 0, event, outcome, detail = '', value = 1, milliseconds = 0 }) {
      const said = WORD.test(detail) || ROUTE.test(detail) ? detail : ''
      const words = [event, outcome].map((word) => (WORD.test(word) ? word : 'other'))
      try {
        dataset.writeDataPoint({
          indexes: [String(organisationId)],
          blobs: [...words, said],
          doubles: [value, milliseconds],
        })
      } catch {
        // A point that is lost is lost; a log line for each would be worse.
      }
    },
  }
}

/** Lines of the log that are worth counting besides warnings and errors. */
const COUNTED = new Set(['message_sent'])

/** The dataset bound as `METRICS`, if there is one. Warnings and errors of the log are counted in it by their event. */
export function readMetrics(binding: unknown): Metrics {
  const writes = typeof (binding as AnalyticsEngineDataset | undefined)?.writeDataPoint === 'function'
  const metrics = makeMetrics(writes ? (binding as AnalyticsEngineDataset) : null)
  watchLog((level, event, fields) => {
    if (level === 'info' && !COUNTED.has(event)) return
    const { kind, action, attempts } = fields
    const detail = typeof kind === 'string' ? kind : action
    metrics.note({
      event: 'log',
      outcome: event,
      ...(typeof detail === 'string' && { detail }),
      ...(typeof attempts === 'number' && { value: attempts }),
    })
  })
  return metrics
}
