import { EXPORT_COLUMNS } from '../../accounts/index.ts'
import { toIso } from '../../kernel/time.ts'
import { sendCsv } from '../http/csv.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderPage } from '../http/pages.tsx'
import { actorOf, declareRoute, staffOf } from '../http/routes.ts'
import { PeopleListPage } from './pages/people-list.tsx'
import { declarePeopleActRoutes } from './people-act-routes.tsx'
import { declarePeopleBulkRoutes } from './people-bulk-routes.tsx'
import { declarePeopleCodeRoutes } from './people-code-routes.tsx'
import { declarePeopleDeleteRoutes } from './people-delete-routes.tsx'
import { exportRows } from './people-export.ts'
import { declarePeopleImportRoutes } from './people-import-routes.tsx'
import { PEOPLE_PATH, readFilter } from './people-paths.ts'
import { declarePersonRoutes } from './people-person-routes.tsx'
import { describeDone, describeTrouble } from './people-words.ts'

/** Everybody of the organisation. The paths with a word of their own stand before those with an id. */
export function declarePeopleRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', PEOPLE_PATH, 'manager', showList)
  declareRoute(app, 'POST', `${PEOPLE_PATH}/export`, 'manager', exportList)
  declarePeopleImportRoutes(app)
  declarePeopleBulkRoutes(app)
  declarePersonRoutes(app)
  declarePeopleActRoutes(app)
  declarePeopleCodeRoutes(app)
  declarePeopleDeleteRoutes(app)
}

async function showList(c: EdgeContext) {
  const { services } = c.var
  const organisationId = staffOf(c).organisation.id
  const filter = readFilter((name) => c.req.query(name))
  const after = c.req.query('after') ?? null
  const list = await services.people.list({ organisationId, filter, after })
  const devices = await services.devices.countLivingOf(
    organisationId,
    list.page.rows.map(({ id }) => id),
  )
  const frame = frameOf(c)
  return renderPage(
    c,
    <PeopleListPage
      frame={frame}
      filter={filter}
      list={list}
      devices={devices}
      later={after !== null}
      done={describeDone(frame.copy, (name) => c.req.query(name), c.var.services.baseUrl)}
      trouble={describeTrouble(frame.copy, c.req.query('trouble'))}
      typedGroup={c.req.query('to_group') ?? ''}
    />,
  )
}

/** The filtered list as a file, written while it is sent. That it was taken is noted first. */
async function exportList(c: EdgeContext) {
  const { services, now } = c.var
  const organisationId = staffOf(c).organisation.id
  const form = await readForm(c)
  const filter = readFilter(form)
  await services.people.recordExport({ organisationId, filter, actor: actorOf(c), now })
  const name = `accounts-${organisationId}-${toIso(now).slice(0, 10)}`
  return sendCsv(c, name, EXPORT_COLUMNS, exportRows(services.people.listAll(organisationId, filter)))
}
