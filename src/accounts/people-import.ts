import { auditManyStatement, auditStatement, newEntry } from '../audit/index.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { hashSecret } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import type { Organisation } from '../organisations/index.ts'
import type { Actor } from '../referee/index.ts'
import { runBatch } from '../runtime/database.ts'
import type { PeopleOptions } from './people.ts'
import {
  countOutcomes,
  type ImportCounts,
  planImport,
  type RowOutcome,
  readSheet,
  type SheetProblem,
} from './people-csv.ts'
import { makeAccount } from './people-making.ts'
import * as read from './people-read-store.ts'
import * as write from './people-write-store.ts'

/** What an import would do. */
export type ImportPreview = {
  outcomes: RowOutcome[]
  counts: ImportCounts
  /** Columns that are passed over. */
  ignored: string[]
  /** The same for the same outcomes: tells whether something changed since they were shown. */
  digest: string
}

export type ImportRefusal =
  | SheetProblem
  /** What would happen is no longer what was shown. */
  | { code: 'moved'; preview: ImportPreview }
  /** Some rows have errors, and they were not to be left out. */
  | { code: 'errors'; preview: ImportPreview }

type Target = Pick<Organisation, 'id' | 'accountTemplateId'>

export function makeImport({ database, normalise }: PeopleOptions) {
  async function preview(organisation: Target, text: string): Promise<Result<ImportPreview, SheetProblem>> {
    const sheet = readSheet(text, normalise)
    if (!sheet.ok) return sheet
    const addresses = sheet.value.rows.flatMap(({ address }) => (address === null ? [] : [address]))
    const world = await read.readKnown(database, organisation.id, addresses)
    const outcomes = planImport(sheet.value, { ...world, defaultTemplateId: organisation.accountTemplateId })
    return ok({
      outcomes,
      counts: countOutcomes(outcomes),
      ignored: sheet.value.ignored,
      digest: hashSecret(JSON.stringify(outcomes)),
    })
  }

  return {
    /** What the text would do, row by row. Changes nothing. */
    preview,

    /**
     * Does what was shown, checked again from nothing, as one transaction. Doing it twice is harmless: the second
     * time nothing is left to do.
     */
    async run(input: {
      organisation: Target
      text: string
      /** Of what was shown. */
      digest: string
      skipErrors: boolean
      actor: Actor
      now: Instant
    }): Promise<Result<ImportCounts, ImportRefusal>> {
      const { organisation, actor, now } = input
      const planned = await preview(organisation, input.text)
      if (!planned.ok) return planned
      const { outcomes, counts, digest } = planned.value
      if (digest !== input.digest) return refuse({ code: 'moved', preview: planned.value })
      if (counts.error > 0 && !input.skipErrors) return refuse({ code: 'errors', preview: planned.value })
      const organisationId = organisation.id
      const made = outcomes.flatMap((outcome) =>
        outcome.kind === 'new' ? [makeAccount({ organisationId, role: 'device_owner', ...outcome })] : [],
      )
      const changed = outcomes.flatMap((outcome) => (outcome.kind === 'changed' ? [outcome] : []))
      if (made.length + changed.length === 0) return ok(counts)
      const by = { organisationId, at: now, actor }
      const entries = [
        ...made.map(({ id, address }) =>
          newEntry({ ...by, action: 'account.added', accountId: id, detail: { address, by: 'import' } }),
        ),
        ...changed.map(({ id, address, changes }) =>
          newEntry({
            ...by,
            action: 'account.changed',
            accountId: id,
            detail: { address, by: 'import', changes },
          }),
        ),
      ]
      const { new: added, changed: altered, unchanged, error: left } = counts
      const detail = { added, changed: altered, unchanged, left_out: left }
      try {
        await runBatch(database, [
          ...write.insertPeople(made, now),
          ...write.updatePeople(
            organisationId,
            changed.map(({ id, details }) => ({ id, ...details })),
            now,
          ),
          ...write.inChunks(entries).map((some) => auditManyStatement(some)),
          auditStatement(database, newEntry({ ...by, action: 'accounts.imported', detail })),
        ])
      } catch (error) {
        // Between our look and the write somebody of the file registered: nothing was written, look again.
        const again = await preview(organisation, input.text)
        if (!again.ok || again.value.digest === digest) throw error
        return refuse({ code: 'moved', preview: again.value })
      }
      return ok(counts)
    },
  }
}
