import { isFormer, type Keyring } from '../kernel/secrets.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import type { ResealStep } from '../runtime/resealing.ts'
import { isTrusted, signHead } from './chain-rules.ts'
import { listHeads, signHeadStatement } from './chain-store.ts'

/** Signs the heads of chains with the current master key. One that cannot be trusted stays as it is. */
export function makeHeadResealing({ database, keys }: { database: Database; keys: Keyring }): ResealStep {
  return async (after, limit) => {
    const heads = await listHeads(database, after === null ? -1 : Number(after), limit)
    const former = heads.filter(({ mac }) => isFormer(keys, mac))
    const trusted = former.filter((head) => isTrusted(keys, head))
    await runBatch(
      database,
      trusted.map((head) => signHeadStatement(database, head, signHead(keys, head).mac)),
    )
    return {
      ...{ resealed: trusted.length, left: 0, unreadable: former.length - trusted.length },
      next: heads.length < limit ? null : String(heads.at(-1)?.organisationId),
    }
  }
}
