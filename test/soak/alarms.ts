import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * Where workerd keeps alarms, in nanoseconds since 1970: each object's own in its `_cf_METADATA`, and all of a class
 * in `metadata.sqlite`, which rings them. Touched only while no process has them open.
 */

const NANO = 1_000_000n

export type Alarm = { className: string; object: string; at: number }

/** The folders of the objects' classes, by the name of the class. */
export function listClasses(state: string): { className: string; folder: string }[] {
  const all = join(state, 'do')
  if (!existsSync(all)) return []
  return readdirSync(all).map((name) => ({ className: name.replace(/^.*-/, ''), folder: join(all, name) }))
}

export function listAlarms(state: string): Alarm[] {
  return listClasses(state).flatMap(({ className, folder }) => {
    const all = open(join(folder, 'metadata.sqlite'))
    try {
      const rows = all.prepare('SELECT actor_id AS id, scheduled_time AS at FROM _cf_ALARM')
      rows.setReadBigInts(true)
      return rows
        .all()
        .map((row) => ({ className, object: String(row.id), at: Number((row.at as bigint) / NANO) }))
    } finally {
      all.close()
    }
  })
}

/** Alarms that are due at `now`, by the Worker's clock, ring as soon as the server starts. */
export function makeDueAlarmsRing(state: string, now: number): void {
  const soon = BigInt(Date.now()) * NANO
  for (const { className, folder } of listClasses(state)) {
    const due = listAlarms(state).filter((alarm) => alarm.className === className && alarm.at <= now)
    const all = open(join(folder, 'metadata.sqlite'))
    const ring = all.prepare('UPDATE _cf_ALARM SET scheduled_time = ? WHERE actor_id = ?')
    for (const { object } of due) {
      ring.run(soon, object)
      const path = join(folder, `${object}.sqlite`)
      // The class hears of an alarm first: an object that was killed before its own write has none.
      if (!existsSync(path)) continue
      const own = open(path)
      // The object lets only the alarm ring that it remembers itself.
      if (own.prepare("SELECT 1 FROM sqlite_schema WHERE name = '_cf_METADATA'").get())
        own.prepare('UPDATE _cf_METADATA SET value = ? WHERE key = 1').run(soon)
      own.close()
    }
    all.close()
  }
}

function open(path: string): DatabaseSync {
  return new DatabaseSync(path)
}
