/** The tables of a Durable Object that makes them at its first real write. */
export type ObjectTables = {
  /** False while nothing was ever written: then nothing can be read either. */
  exists(): boolean
  /** Runs `change` as one transaction, on tables that are there. `change` must not be async. */
  write<Value>(change: () => Value): Value
  /** The tables are gone with everything else: call it together with `deleteAll`. */
  forget(): void
}

/**
 * Numbered steps, append-only: one that has landed is never edited. Each runs once an object, in the transaction of
 * the first write that finds it missing. `PRAGMA user_version` does not work in an object.
 */
export function makeObjectTables(storage: DurableObjectStorage, migrations: readonly string[]): ObjectTables {
  const { sql } = storage
  /** How many steps have landed; null until somebody asks. */
  let landed: number | null = null

  function readLanded(): number {
    const [table] = sql.exec("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migrations'")
    return table ? Number(sql.exec('SELECT max(version) AS version FROM migrations').one().version) : 0
  }

  function migrate(): void {
    landed ??= readLanded()
    if (landed === migrations.length) return
    if (landed === 0) sql.exec('CREATE TABLE migrations (version INTEGER PRIMARY KEY)')
    for (const [index, statements] of migrations.entries()) {
      if (index < landed) continue
      sql.exec(statements)
      sql.exec('INSERT INTO migrations VALUES (?)', index + 1)
    }
    landed = migrations.length
  }

  return {
    exists() {
      landed ??= readLanded()
      return landed > 0
    },
    write(change) {
      try {
        return storage.transactionSync(() => {
          migrate()
          return change()
        })
      } catch (error) {
        landed = null
        throw error
      }
    },
    forget() {
      landed = null
    },
  }
}
