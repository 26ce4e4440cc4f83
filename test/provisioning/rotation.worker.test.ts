import { beforeAll, expect, test, vi } from 'vitest'
import { makeKeyring } from '../../src/kernel/secrets.ts'
import { resealStored } from '../../src/provisioning/rotation.ts'
import { openDatabase } from '../../src/runtime/database.ts'
import { fakeSessions } from '../support/fake-sessions.ts'
import { invite } from '../support/invitations.ts'
import { bindings, inD1, makePerson, seedWorld, sessionOf, settle, time } from '../support/world.ts'

beforeAll(seedWorld)

test('all that is kept for long is brought under a new key, in D1 and in sessions that hold an invitation', async () => {
  time.start()
  vi.spyOn(console, 'info').mockReturnValue()
  const person = await makePerson()
  await makePerson()
  await invite(person)
  const opened = await makePerson()
  const { secret } = await invite(opened)
  await sessionOf(opened.account.ref).openInvitation({ secret })
  await settle(opened.account.ref)
  const former = { id: 'k1', bytes: Uint8Array.from({ length: 32 }, (_, index) => index) }
  const current = { id: 'k2', bytes: new Uint8Array(32).fill(2) }
  const keys = makeKeyring({ current, previous: former, naming: new Uint8Array(32) })
  const woken: string[] = []
  const provisionSessions = fakeSessions((ref) => ({
    async resealCodes() {
      woken.push(ref)
      return { resealed: 1, unreadable: 0 }
    },
  }))
  await resealStored({ database: openDatabase(bindings.db), keys, provisionSessions }, time.now())
  expect(woken.toSorted()).toEqual([person.account.ref, opened.account.ref].toSorted())
  const [row] = await inD1('SELECT key_id, found FROM key_rotation')
  expect(row?.key_id).toBe('k2')
  expect(Object.keys(JSON.parse(String(row?.found)))).toEqual(
    expect.arrayContaining(['invitations', 'auditHeads', 'securityStrings']),
  )
  vi.restoreAllMocks()
})
