import type { PersonRead } from '../../accounts/index.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderPage } from '../http/pages.tsx'
import { actorOf, declareRoute, staffOf } from '../http/routes.ts'
import { DeleteAccountPage, type DeleteAccountProps } from './pages/people-delete.tsx'
import { PEOPLE_PATH, personPath } from './people-paths.ts'
import { withPerson } from './people-person-routes.tsx'

/** An account with everything in it, for good. */
export function declarePeopleDeleteRoutes(app: EdgeApp): void {
  const path = `${PEOPLE_PATH}/:id/delete`
  declareRoute(app, 'GET', path, 'manager', withPerson(askDelete))
  declareRoute(app, 'POST', path, 'manager', withPerson(deleteAccount), { destructive: true })
}

function renderDelete(
  c: EdgeContext,
  { account }: PersonRead,
  shown: Pick<DeleteAccountProps, 'typed' | 'wrong'>,
) {
  const self = account.id === staffOf(c).account.id
  const page = <DeleteAccountPage frame={frameOf(c)} account={account} self={self} {...shown} />
  return renderPage(c, page, shown.wrong ? 422 : 200)
}

function askDelete(c: EdgeContext, found: PersonRead) {
  return renderDelete(c, found, { typed: '', wrong: false })
}

/** The address is typed, so that nobody deletes the account beside the one that was meant. */
async function deleteAccount(c: EdgeContext, found: PersonRead) {
  const { services, now } = c.var
  const typed = (await readForm(c))('address')
  const meant = typed.trim().toLowerCase() === found.account.address.toLowerCase()
  if (!meant) return renderDelete(c, found, { typed, wrong: true })
  const deleted = await services.myData.deleteAccount({ found, actor: actorOf(c), now })
  if (deleted.ok) return c.redirect(`${PEOPLE_PATH}?done=deleted`, 303)
  const trouble = { self: 'delete_self', last_manager: 'last_manager', temporarily_unavailable: 'away' }
  return c.redirect(`${personPath(found.account.id)}?trouble=${trouble[deleted.error]}`, 303)
}
