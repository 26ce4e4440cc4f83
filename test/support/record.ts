import type { Holder } from '../../src/referee/index.ts'
import { inD1, issueCode, makePerson, sessionOf, settle, type TestPerson } from './world.ts'

/** A person, a code and its session, and what the audit says of it, word for word. */

export const actor = { kind: 'manager', id: 'acc_manager' } as const
export const manager = 'manager acc_manager'
export const key = (name: string): Holder => ({
  kind: 'device_key',
  thumbprint: name.padEnd(43, 'k'),
  jti: crypto.randomUUID(),
})
export const browser = (name: string): Holder => ({ kind: 'browser', hash: name.padEnd(43, 'b') })
const facts = { name: 'bench', model: 'T14', os_version: '13' }

/** What a person's audit gained since this was asked last: who, what, which device, and the detail. */
export async function auditOf(person: TestPerson) {
  const all = () =>
    inD1(
      `SELECT actor_kind, actor_id, action, device_id, detail FROM audit WHERE account_id = ? ORDER BY rowid`,
      person.account.id,
    )
  let read = (await all()).length
  return async (names: Record<string, string>) => {
    await settle(person.account.ref)
    const rows = await all()
    const fresh = rows.slice(read)
    read = rows.length
    const words = { ...names, owner: person.account.id }
    const name = (text: string) =>
      Object.entries(words).reduce((said, [word, id]) => said.replaceAll(id, word), text)
    return fresh.map((row) => [
      name(`${row.actor_kind} ${row.actor_id}`),
      row.action,
      row.device_id && name(String(row.device_id)),
      JSON.parse(name(String(row.detail))),
    ])
  }
}

export async function start(options: Parameters<typeof issueCode>[1] = {}) {
  const person = await makePerson()
  const said = await auditOf(person)
  const code = await issueCode(person, options)
  const session = () => sessionOf(person.account.ref)
  const redeem = (holder: Holder, by: { secret: string; pin?: string } = code) =>
    session().redeem({
      by: { kind: 'url', secret: by.secret, pin: null },
      holder,
      facts,
      ownership: null,
      logFacts: true,
    })
  return { person, code, said, session, redeem }
}

export function must<Value>(result: { ok: true; value: Value } | { ok: false; error: unknown }): Value {
  if (!result.ok) throw new Error(String(result.error))
  return result.value
}
