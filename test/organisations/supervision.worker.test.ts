import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Actor } from '../../src/referee/index.ts'
import { inD1, seedWorld, services, time } from '../support/world.ts'
import { readRoutes } from '../web/http/route-walk.ts'

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

const actor: Actor = { kind: 'supervisor', id: 'acc_supervisor' }
const { supervision } = services

let made = 0
const form = (change: Record<string, string> = {}) => {
  made += 1
  return {
    name: `Umbra ${made}`,
    slug: `umbra-${made}`,
    siteId: String(90_000 + made),
    accent: '#17559a',
    ...change,
  }
}

async function create(change: Record<string, string> = {}) {
  const created = await supervision.create(form(change), actor, time.now())
  if (!created.ok) throw new Error(JSON.stringify(created.error))
  const organisation = await supervision.find(created.value)
  if (!organisation) throw new Error('not there')
  return organisation
}

describe('a new organisation', () => {
  test('begins switched off, accepts nobody, and has a first account template', async () => {
    const organisation = await create()
    expect(organisation.enabled).toBe(false)
    for (const address of ['ada@acme.example', 'x@example.com', 'x@umbra.example'])
      expect(services.organisations.acceptsAddress(organisation, address)).toBe(false)
    expect(
      await inD1('SELECT id, name FROM account_templates WHERE organisation_id = ?', organisation.id),
    ).toEqual([{ id: organisation.accountTemplateId, name: 'Everybody' }])
    const actions = await inD1(
      'SELECT action, actor_id FROM audit WHERE organisation_id = ?',
      organisation.id,
    )
    expect(actions).toContainEqual({ action: 'organisation.created', actor_id: actor.id })
  })

  test('many at once get an id each', async () => {
    const created = await Promise.all(
      Array.from({ length: 3 }, () => supervision.create(form(), actor, time.now())),
    )
    const ids = created.map((one) => (one.ok ? one.value : null))
    expect(new Set(ids).size).toBe(3)
    expect(ids).not.toContain(null)
  })

  test('two of one name at once: one is made, the other is told which field is taken', async () => {
    const slug = 'contested'
    const created = await Promise.all([
      supervision.create(form({ slug }), actor, time.now()),
      supervision.create(form({ slug }), actor, time.now()),
    ])
    expect(created.filter((one) => one.ok)).toHaveLength(1)
    expect(created.find((one) => !one.ok)).toEqual({ ok: false, error: { slug: { code: 'taken' } } })
    expect(await inD1("SELECT id FROM organisations WHERE slug = 'contested'")).toHaveLength(1)
  })

  test('says every field that is wrong or taken', async () => {
    expect(await supervision.create(form({ slug: 'acme', siteId: '4711' }), actor, time.now())).toEqual({
      ok: false,
      error: { slug: { code: 'taken' }, siteId: { code: 'taken' } },
    })
    expect(
      await supervision.create(
        form({ name: ' ', slug: 'No Slug', siteId: '0123', accent: 'red' }),
        actor,
        time.now(),
      ),
    ).toMatchObject({
      error: {
        name: { code: 'missing' },
        slug: { code: 'not_a_slug' },
        siteId: { code: 'not_a_site_id' },
        accent: { code: 'not_a_colour' },
      },
    })
  })

  test('a word that an address has where slugs stand is taken, whoever asks for it', async () => {
    const paths = (await readRoutes()).map(({ path }) => path)
    const places = paths.filter((path) => /\/:slug$/.test(path)).map((path) => path.replace(/:slug$/, ''))
    const words = new Set(
      paths.flatMap((path) =>
        places
          .filter((place) => path.startsWith(place) && !path.startsWith(`${place}:`))
          .map((place) => path.slice(place.length).split('/')[0] ?? ''),
      ),
    )
    expect([...words]).toContain('callback')
    for (const slug of words) {
      const made = await supervision.create(form({ slug }), actor, time.now())
      expect(made, slug).toEqual({ ok: false, error: { slug: { code: 'taken' } } })
    }
  })

  test('a site id is suggested that is accepted', async () => {
    const siteId = await supervision.suggestSiteId()
    expect(siteId).toMatch(/^[1-9][0-9]{4}$/)
    expect((await create({ siteId })).siteId).toBe(siteId)
  })
})

describe('renaming', () => {
  test('is told in the audit of the organisation, before and after; the same again writes nothing', async () => {
    const before = await create()
    const names = { name: 'Umbra Labs', slug: `${before.slug}-x`, siteId: before.siteId }
    await supervision.rename(before, names, actor, time.now())
    const after = await supervision.find(before.id)
    if (!after) throw new Error('not there')
    await supervision.rename(after, names, actor, time.now())
    const rows = await inD1(
      "SELECT detail FROM audit WHERE organisation_id = ? AND action = 'organisation.configured'",
      before.id,
    )
    expect(rows.map((row) => JSON.parse(String(row.detail)))).toEqual([
      {
        changed: 'names',
        changes: [
          { field: 'name', before: before.name, after: 'Umbra Labs' },
          { field: 'slug', before: before.slug, after: names.slug },
        ],
      },
    ])
  })

  test('to a name that another organisation has is refused at the field, and nothing changes', async () => {
    const before = await create()
    const taken = (change: { slug?: string; siteId?: string }) =>
      supervision.rename(before, { ...before, ...change }, actor, time.now())
    expect(await taken({ slug: 'acme' })).toEqual({ ok: false, error: { slug: { code: 'taken' } } })
    expect(await taken({ siteId: '4711' })).toEqual({ ok: false, error: { siteId: { code: 'taken' } } })
    expect(await supervision.find(before.id)).toEqual(before)
  })
})

describe('the list', () => {
  test('leaves the service’s own organisation out, and finds by name, slug or site id', async () => {
    const one = await create({ name: 'Zebra 100% Ltd', slug: 'stripes' })
    const slugs = async (search: string) =>
      (await supervision.list(search, null)).rows.map(({ slug }) => slug)
    expect(await slugs('')).not.toContain('-')
    expect(await slugs('zebra 100%')).toEqual(['stripes'])
    expect(await slugs('STRI')).toEqual(['stripes'])
    expect(await slugs(one.siteId)).toEqual(['stripes'])
    expect(await slugs('%')).toEqual([])
    expect(await supervision.find(0)).toBeNull()
  })

  test('goes on where the page before ended', async () => {
    await inD1(
      `INSERT INTO organisations (id, slug, site_id, name, enabled, accent, email_rule, terms_version, phone_required,
         confirmation, created_at, changed_at)
       SELECT 5000 + value, 'page-' || (1000 + value), 70000 + value, 'Page', 1, '#000000', '', 0, 0, 'tap', 0, 0
         FROM generate_series(1, 120)`.replace(
        'generate_series(1, 120)',
        `(WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 120) SELECT value FROM n)`,
      ),
    )
    const seen: string[] = []
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof supervision.list>> = await supervision.list('page-', after)
      seen.push(...page.rows.map(({ slug }) => slug))
      after = page.next
    } while (after)
    expect(seen).toHaveLength(120)
    expect(seen).toEqual([...new Set(seen)].sort())
    expect(await supervision.choices()).toBeNull()
  })
})
