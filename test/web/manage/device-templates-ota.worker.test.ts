import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeManager, type TestStaff } from '../../support/staff.ts'
import { seedWorld, time } from '../../support/world.ts'
import { errorAt, find, makeTemplate, openEditor } from './device-templates-support.ts'

/** Devices that say what they are while they are set up: Apple's, and no others. */

let manager: TestStaff
beforeAll(async () => {
  time.start()
  await seedWorld()
})
beforeEach(async () => {
  time.start()
  manager = await makeManager()
})
afterEach(() => vi.restoreAllMocks())

const OFFER = '<option value="ota"'

async function open(platform: string) {
  const { id, path } = await makeTemplate(manager.visitor, platform)
  const { html } = await manager.visitor.get(path)
  return { id, html, editor: await openEditor(manager.visitor, path) }
}

describe('how a device reports', () => {
  test.each(['ios', 'macos'])('on %s it may tell about itself while it is set up', async (platform) => {
    const { id, html, editor } = await open(platform)
    expect(html).toContain(OFFER)
    expect((await editor.save({ reports: 'ota' })).status).toBe(303)
    expect(await find(id)).toMatchObject({ reports: 'ota', version: 2 })
    const preview = await editor.preview({ reports: 'ota' })
    expect(preview.html).toContain('asks twice')
  })

  test.each(['android', 'windows', 'linux', 'chromeos', 'agent'])(
    'on %s that is not offered, and refused where it comes all the same',
    async (platform) => {
      const { id, html, editor } = await open(platform)
      expect(html).not.toContain(OFFER)
      const refused = await editor.save({ reports: 'ota' })
      expect([refused.status, errorAt(refused.html, 'reports')]).toEqual([422, expect.stringMatching(/\w/)])
      expect((await find(id))?.version).toBe(1)
    },
  )
})
