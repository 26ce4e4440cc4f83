import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY, MINUTE } from '../../../src/kernel/time.ts'
import { makeManager, type TestStaff } from '../../support/staff.ts'
import { inD1, seedWorld, services, settle, time } from '../../support/world.ts'
import { holdJobs, invitationOf, invited, LIST, mailed } from './invitations-support.ts'

/** The list of invitations, and what keeps it fresh. */

let manager: TestStaff
beforeAll(seedWorld)
beforeEach(async () => {
  time.start()
  holdJobs()
  manager = await makeManager()
})
afterEach(() => vi.restoreAllMocks())

const page = (path: string) => manager.visitor.get(path)

/** The row of an invitation in the list. */
function rowOf(html: string, id: string): string {
  const [row = ''] = new RegExp(`<tr data-row="${id}"[\\s\\S]*?</tr>`).exec(html) ?? []
  return row
}

describe('the list', () => {
  test('without anybody says what to do', async () => {
    await inD1('DELETE FROM invitations')
    const { html } = await page(LIST)
    expect(html).toContain('Nobody was invited yet.')
    expect(html).toContain('href="/manage/invitations/new"')
    expect(html).not.toContain('data-poll')
  })

  test('tells a link that was fetched from one that was opened, and why a message did not arrive', async () => {
    const { invitation, path, person, ref, secret } = await invited(mailed('ada@sent.example'))
    const { id } = invitation
    expect(rowOf((await page(LIST)).html, id)).toContain('On its way')
    await inD1("UPDATE messages SET state = 'failed', last_error = 'bounced' WHERE invitation_id = ?", id)
    const failed = rowOf((await page(LIST)).html, id)
    expect(failed).toContain('Not delivered')
    expect(failed).toContain('Ask the person for another address')
    expect((await page(`${LIST}?status=delivery_failed`)).html).toContain(id)
    await inD1("UPDATE messages SET state = 'sent', last_error = NULL WHERE invitation_id = ?", id)

    await manager.visitor.get(`/i/${ref}?k=${secret}`)
    await settle(ref)
    const fetched = rowOf((await page(LIST)).html, id)
    expect(fetched).toMatch(/Sent<\/span>/)
    expect(fetched).toContain('possibly by a mail scanner')

    await services.provisioning.sessionOf(ref).openInvitation({ secret })
    await settle(ref)
    const opened = rowOf((await page(LIST)).html, id)
    expect(opened).toContain('Opened')
    expect(opened).not.toContain('mail scanner')
    expect(opened).toContain(person.address)
    expect((await page(path)).html).toContain('possibly by a mail scanner')
  })

  test('is searched and filtered; what is not understood filters nothing', async () => {
    const { invitation, person } = await invited({}, 'Zebedee Jones')
    const other = await invited()
    const found = await page(`${LIST}?q=zebe`)
    expect(found.html).toContain(invitation.id)
    expect(found.html).not.toContain(other.invitation.id)
    expect((await page(`${LIST}?q=${person.address}&status=sent`)).html).toContain(invitation.id)
    expect((await page(`${LIST}?q=zebe&status=expired`)).html).toContain('No invitation matches')
    expect((await page(`${LIST}?status=nonsense&after=nonsense`)).html).toContain(invitation.id)
    expect((await page(`${LIST}?job=job_nobody`)).html).toContain('No invitation matches')
  })

  test('goes on by cursor, each once', async () => {
    const { person } = await invited()
    const row = await invitationOf(person.address)
    for (let index = 0; index < 60; index++)
      await inD1(
        `INSERT INTO invitations (id, organisation_id, account_id, ref, rev, state, channel, recipient, created_at,
           created_by, devices, slot_device_id, changed_at)
         SELECT ?, organisation_id, account_id, ref, 0, 'superseded', channel, recipient, ?, created_by, 0, ?, changed_at
         FROM invitations WHERE id = ?`,
        ...[`inv_page_${index}`, time.now() - index - 1, `dev_page_${index}`, row?.id],
      )
    const seen: string[] = []
    for (let path: string | undefined = `${LIST}?status=superseded`; path; ) {
      const { html } = await page(path)
      seen.push(...[...html.matchAll(/<tr data-row="(inv_page_\d+)"/g)].map(([, id = '']) => id))
      path = /href="([^"]*after=[^"]*)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen.length).toBe(60)
    expect(new Set(seen).size).toBe(60)
    await inD1("DELETE FROM invitations WHERE id LIKE 'inv_page_%'")
  })

  test('never shows a secret', async () => {
    const { secret, pin, path } = await invited()
    for (const address of [LIST, path, `${path}/credentials`, `${path}/renew`, `${path}/deactivate`]) {
      const { html } = await page(address)
      expect(html).not.toContain(secret)
      expect(html).not.toContain(pin)
    }
  })
})

describe('what keeps the list fresh', () => {
  const changes = async (query: string) => {
    const answer = await page(`${LIST}/changes?${query}`)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    return JSON.parse(answer.html) as { since: number; rows: { id: string; html: string | null }[] }
  }

  test('brings the rows that changed as they stand in the list, looking back a little', async () => {
    const { invitation, path } = await invited()
    const list = await page(LIST)
    const [, since = ''] = /data-since="(\d+)"/.exec(list.html) ?? []
    expect(list.html).toContain('data-poll="/manage/invitations/changes"')
    time.pass(20_000)
    const { since: next, rows } = await changes(`since=${since}`)
    expect(next).toBe(time.now())
    const row = rows.find(({ id }) => id === invitation.id)
    expect(row?.html).toContain(`href="${path}"`)
    time.pass(5 * MINUTE)
    expect((await changes(`since=${time.now()}`)).rows).toEqual([])
    await manager.visitor.post(`${path}/deactivate`, {})
    const [changed] = (await changes(`since=${time.now()}`)).rows
    expect(changed?.html).toContain('Deactivated')
  })

  test('says of a row that it left what is filtered', async () => {
    const { invitation, path } = await invited()
    await manager.visitor.post(`${path}/deactivate`, {})
    const { rows } = await changes(`since=${time.now()}&status=sent`)
    expect(rows.find(({ id }) => id === invitation.id)).toEqual({ id: invitation.id, html: null })
  })

  test('takes no odd times', async () => {
    for (const since of ['', 'x', '-5', '1e99', String(time.now() + DAY)])
      expect((await changes(`since=${since}`)).since).toBe(time.now())
  })
})
