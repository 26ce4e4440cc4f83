import {
  type Anchor,
  type ChainReport,
  type Finding,
  type Head,
  type HeadTrust,
  isTrusted,
  makeChainVerifier,
  type PlacedChainEntry,
  type Seal,
} from '../../audit/index.ts'
import type { Keyring } from '../../kernel/secrets.ts'
import type { Row, Source } from './sources.ts'

export type Report = ChainReport & {
  /** The organisation's name in addresses; empty where it is not known. */
  slug: string
  /** Rows that wait for the sealer. */
  waiting: number
}

const PAGE = 5000

/** Compares every sealed row with its seal. `keys` null: the heads are believed. One report for each organisation. */
export async function verifyAudit(
  source: Source,
  keys: Keyring | null,
  anchors: Anchor[],
): Promise<Report[]> {
  const heads = await readHeads(source)
  const chains = new Map<number, ReturnType<typeof makeChainVerifier>>()
  const chainOf = (id: number) => {
    const chain = chains.get(id) ?? makeChainVerifier(id, anchors)
    chains.set(id, chain)
    return chain
  }
  for (const id of [...heads.keys(), ...anchors.map(({ organisationId }) => organisationId)]) chainOf(id)

  const sealed = new Set<string>()
  /** The last number of chains that go on behind the head that was read. */
  const beyond = new Map<number, number>()
  const inserted: Finding[] = []
  let lastRow = 0
  for await (const { seal, entry } of readSeals(source)) {
    const { organisationId, seq } = seal
    sealed.add(seal.entryId)
    const head = heads.get(organisationId)
    if (head && seq > head.seq) beyond.set(organisationId, seq)
    else if (head && seq <= head.cutSeq)
      inserted.push({ organisationId, seq, entryId: seal.entryId, problem: 'inserted' })
    else chainOf(organisationId).next({ seal, entry })
    // Of what a sealer that runs meanwhile has sealed, rows before these may not have been read with their seals.
    if (head && seq <= head.seq) lastRow = Math.max(lastRow, entry?.row ?? 0)
  }

  const waiting = new Map<number, number>()
  for await (const entry of readIds(source)) {
    if (sealed.has(entry.id)) continue
    const { organisationId } = entry
    if (entry.row < lastRow) inserted.push({ organisationId, seq: 0, entryId: entry.id, problem: 'inserted' })
    else waiting.set(organisationId, (waiting.get(organisationId) ?? 0) + 1)
  }
  // What was sealed or cut meanwhile is signed too.
  const later = await readHeads(source)
  for (const [organisationId, seq] of beyond)
    if ((later.get(organisationId)?.seq ?? 0) < seq)
      inserted.push({ organisationId, seq, entryId: null, problem: 'inserted' })

  for (const { organisationId } of inserted) chainOf(organisationId)
  const slugs = new Map((await source.query(SLUGS)).map(({ id, slug }) => [Number(id), String(slug)]))
  return [...chains]
    .sort(([one], [other]) => one - other)
    .map(([id, chain]) => {
      const head = heads.get(id) ?? null
      const trust = head ? trustOf(keys, head) : 'unchecked'
      const latest = later.get(id)
      const report = chain.end(head, trust, latest && trustOf(keys, latest) === trust ? latest : head)
      const begun = !head && later.has(id)
      const findings = [
        ...report.findings.filter(({ problem }) => !(begun && problem === 'head_missing')),
        ...inserted.filter((one) => one.organisationId === id),
      ]
      return { ...report, findings, slug: slugs.get(id) ?? '', waiting: waiting.get(id) ?? 0 }
    })
}

function trustOf(keys: Keyring | null, head: Head): HeadTrust {
  if (!keys) return 'unchecked'
  const keyId = head.mac.split('.')[0]
  if (keyId !== keys.currentId && keyId !== keys.formerId) return 'key_unknown'
  return isTrusted(keys, head) ? 'trusted' : 'forged'
}

async function readHeads(source: Source): Promise<Map<number, Head>> {
  const rows = await source.query('SELECT * FROM audit_heads')
  return new Map(rows.map(headOf).map((head) => [head.organisationId, head]))
}

/** Databases from before rows were cut have no columns for it. */
function headOf(row: Row): Head {
  const { organisation_id, sealed_at, broken_seq, broken_at, cut_seq, cut_hash, cut_until, ...rest } = row
  return {
    ...rest,
    organisationId: organisation_id,
    sealedAt: sealed_at,
    brokenSeq: broken_seq,
    brokenAt: broken_at,
    cutSeq: cut_seq ?? 0,
    cutHash: cut_hash ?? '',
    cutUntil: cut_until ?? 0,
  } as Head
}

const SLUGS = 'SELECT id, slug FROM organisations'

/** By organisation and number. */
async function* readSeals(source: Source) {
  let after: [number, number] = [-1, 0]
  for (;;) {
    const rows = await source.query(
      `SELECT s.organisation_id AS chain, s.seq, s.entry_id AS entryId, s.hash, a.rowid AS row, a.id,
         a.organisation_id AS organisationId, a.at, a.actor_kind AS actorKind, a.actor_id AS actorId, a.action,
         a.account_id AS accountId, a.device_id AS deviceId, a.detail
       FROM audit_seals s LEFT JOIN audit a ON a.id = s.entry_id
       WHERE (s.organisation_id, s.seq) > (${after.join(', ')})
       ORDER BY s.organisation_id, s.seq LIMIT ${PAGE}`,
    )
    for (const { chain, seq, entryId, hash, ...entry } of rows) {
      const seal = { organisationId: chain, seq, entryId, hash } as Seal
      after = [seal.organisationId, seal.seq]
      yield { seal, entry: entry.id === null ? null : (entry as PlacedChainEntry) }
    }
    if (rows.length < PAGE) return
  }
}

async function* readIds(source: Source) {
  // Numbers below zero are nobody's but those of somebody who puts rows in.
  let after: number | null = null
  for (;;) {
    const rows: Row[] = await source.query(
      `SELECT rowid AS row, id, organisation_id AS organisationId FROM audit
       ${after === null ? '' : `WHERE rowid > ${after}`} ORDER BY rowid LIMIT ${PAGE}`,
    )
    for (const row of rows) {
      const entry = row as { row: number; id: string; organisationId: number }
      after = entry.row
      yield entry
    }
    if (rows.length < PAGE) return
  }
}
