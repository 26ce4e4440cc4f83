import { setUpDevice } from '../../support/devices.ts'
import type { Visitor } from '../../support/visitor.ts'
import type { TestPerson } from '../../support/world.ts'

/** The file of one's own data, as the person gets it. */
export async function download(visitor: Visitor) {
  const answer = await visitor.post('/portal/data', {})
  return { answer, data: answer.status === 200 ? JSON.parse(answer.html) : null }
}

/** A device that is set up, with facts, and has not checked in. */
export const setUpRobot = (person: TestPerson) =>
  setUpDevice(person, {
    facts: { platform: 'agent', name: 'Ada’s robot', model: 'R-200', serial: 'SERIAL-OF-ADA' },
    checkIn: false,
  })
