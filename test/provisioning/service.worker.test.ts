import { beforeAll, beforeEach, expect, test } from 'vitest'
import { makeProvisioning } from '../../src/provisioning/service.ts'
import { openDatabase } from '../../src/runtime/database.ts'
import { bindings, inD1, makePerson, seedWorld, time } from '../support/world.ts'

beforeAll(seedWorld)
beforeEach(time.start)

test('a code is for somebody who is there, and by the template that is offered for the platform', async () => {
  const person = await makePerson()
  const { id } = person.account
  const provisioning = makeProvisioning({ ...bindings, database: openDatabase(bindings.db) })
  const find = (platform: 'agent' | null, organisation = 1) =>
    provisioning.findRecipient(organisation, id, platform)
  expect(await find('agent')).toMatchObject({
    account: { id, address: person.address },
    template: { platform: 'agent' },
  })
  expect(await find(null)).toMatchObject({ account: { id }, template: null })
  expect(await find('agent', 2)).toBeNull()
  await inD1(`UPDATE accounts SET state = 'deleted' WHERE id = ?`, id)
  expect(await find('agent')).toBeNull()
})
