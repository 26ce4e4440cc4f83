import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { actorOf, declareRoute, staffOf } from '../http/routes.ts'
import { MESSAGES_PATH, messagePath, readMessageFilter } from './message-paths.ts'
import { declareMessageWordsRoutes } from './message-words-routes.tsx'
import { MessagePage } from './pages/message.tsx'
import { MessageListPage } from './pages/message-list.tsx'

const ONE = `${MESSAGES_PATH}/:id`

/** `/manage/messages`: what was sent, how it fared, and in which words. */
export function declareMessageRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', MESSAGES_PATH, 'manager', showList)
  declareRoute(app, 'POST', `${MESSAGES_PATH}/retry-failed`, 'manager', retryFailed)
  declareMessageWordsRoutes(app)
  declareRoute(app, 'GET', ONE, 'manager', showOne)
  declareRoute(app, 'POST', `${ONE}/retry`, 'manager', retryOne)
}

const unknown = (c: EdgeContext) => renderDeadEnd(c, 'not_found', 404)

async function showList(c: EdgeContext) {
  const { messageBook, names } = c.var.services
  const organisationId = staffOf(c).organisation.id
  const filter = readMessageFilter((name) => c.req.query(name))
  const after = c.req.query('after') ?? null
  const list = await messageBook.list(organisationId, filter, after)
  const { people } = await names.of(
    organisationId,
    list.rows.flatMap(({ accountId }) => accountId ?? []),
  )
  return renderPage(
    c,
    <MessageListPage
      frame={frameOf(c)}
      filter={filter}
      list={list}
      people={people}
      later={after !== null}
      done={c.req.query('done') ?? null}
    />,
  )
}

async function showOne(c: EdgeContext) {
  const { messageBook, names } = c.var.services
  const organisationId = staffOf(c).organisation.id
  const found = await messageBook.find(organisationId, c.req.param('id') ?? '')
  if (!found) return unknown(c)
  const { people } = await names.of(organisationId, [
    ...(found.message.accountId === null ? [] : [found.message.accountId]),
    ...found.events.map(({ actor }) => actor.id),
  ])
  return renderPage(
    c,
    <MessagePage frame={frameOf(c)} {...found} people={people} done={c.req.query('done') ?? null} />,
  )
}

async function retryOne(c: EdgeContext) {
  const id = c.req.param('id') ?? ''
  const { messageBook } = c.var.services
  const retried = await messageBook.retry(staffOf(c).organisation.id, id, actorOf(c), c.var.now)
  return retried.ok ? c.redirect(`${messagePath(id)}?done=retried`, 303) : unknown(c)
}

async function retryFailed(c: EdgeContext) {
  const { messageBook } = c.var.services
  const count = await messageBook.retryFailed(staffOf(c).organisation.id, actorOf(c), c.var.now)
  return c.redirect(`${MESSAGES_PATH}?done=${count > 0 ? 'retried_all' : 'nothing'}`, 303)
}
