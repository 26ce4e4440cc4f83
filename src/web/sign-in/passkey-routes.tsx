import type { PasskeyRefusal } from '../../accounts/index.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderPage } from '../http/pages.tsx'
import { declareRoute } from '../http/routes.ts'
import { clientOf } from '../http/shields.ts'
import { FirstPasskeyPage, PasskeyPage, type PasskeyPageError } from './pages/passkey.tsx'
import { renderStart } from './start-routes.tsx'
import {
  type Entering,
  formerOf,
  goOn,
  keepQuestion,
  readEntering,
  readQuestion,
  userAgentOf,
} from './steps.ts'

/** The passkey: of whoever proved an address, or of anybody who has one; and the first one somebody makes. */
export function declareSignInPasskeyRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', '/sign-in/passkey', 'public', showPasskey)
  declareRoute(app, 'POST', '/sign-in/passkey', 'public', usePasskey)
  declareRoute(app, 'GET', '/sign-in/passkey/new', 'public', showFirst)
  declareRoute(app, 'POST', '/sign-in/passkey/new', 'public', makeFirst)
}

type Chosen = Entering & { ground: NonNullable<Entering['ground']> }

/** Whom the steps before have led to. */
function chosenOf(c: EdgeContext): Chosen | null {
  const entering = readEntering(c)
  return entering?.ground ? { ...entering, ground: entering.ground } : null
}

const STATUS: Partial<Record<PasskeyPageError, number>> = { rate_limited: 429, closed: 403 }
const statusOf = (error: PasskeyPageError | null) => (error === null ? 200 : (STATUS[error] ?? 422))

async function showPasskey(c: EdgeContext) {
  const chosen = chosenOf(c)
  return chosen ? renderPasskey(c, chosen, null) : c.redirect('/sign-in', 303)
}

async function renderPasskey(c: EdgeContext, chosen: Chosen, error: PasskeyPageError | null) {
  const { accountId, organisationId } = chosen.ground
  const question = await c.var.services.passkeys.ask({ id: accountId, organisationId })
  const options = keepQuestion(c, question, { ceremony: 'get', accountId })
  const page = (
    <PasskeyPage
      frame={frameOf(c, null)}
      address={chosen.address}
      role={chosen.role ?? 'manager'}
      options={options}
      error={error}
    />
  )
  return renderPage(c, page, statusOf(error))
}

async function usePasskey(c: EdgeContext) {
  const { services, now } = c.var
  const response = (await readForm(c)).text('response')
  const question = readQuestion(c)
  const chosen = question && question.accountId === null ? null : chosenOf(c)
  const refuse = (error: PasskeyPageError) =>
    chosen
      ? renderPasskey(c, chosen, error)
      : renderStart(c, { email: '', error: { code: 'passkey', reason: error } }, statusOf(error))
  if (!(await services.admit('people', clientOf(c)))) return refuse('rate_limited')
  if (question?.ceremony !== 'get') return refuse('late')
  const { challenge, accountId } = question
  const input = { response, challenge, accountId, userAgent: userAgentOf(c), former: formerOf(c) }
  const entered = await services.passkeys.signIn(input, now)
  return entered.ok ? goOn(c, entered.value, entered.value.organisation) : refuse(entered.error)
}

async function showFirst(c: EdgeContext) {
  const chosen = chosenOf(c)
  return chosen ? renderFirst(c, chosen, { name: null, error: null }) : c.redirect('/sign-in', 303)
}

async function renderFirst(
  c: EdgeContext,
  chosen: Chosen,
  shown: { name: string | null; error: PasskeyPageError | null },
) {
  const { passkeys } = c.var.services
  const account = await passkeys.findGround(chosen.ground)
  if (!account) return c.redirect('/sign-in', 303)
  const options = keepQuestion(c, await passkeys.askNew(account), {
    ceremony: 'create',
    accountId: account.id,
  })
  const page = (
    <FirstPasskeyPage
      frame={frameOf(c, null)}
      address={account.address}
      replaces={chosen.ground.replaces}
      name={shown.name ?? passkeys.suggestName(userAgentOf(c))}
      options={options}
      error={shown.error}
    />
  )
  return renderPage(c, page, statusOf(shown.error))
}

async function makeFirst(c: EdgeContext) {
  const { services, now } = c.var
  const form = await readForm(c)
  const chosen = chosenOf(c)
  if (!chosen) return c.redirect('/sign-in', 303)
  const name = form('name')
  const refuse = (error: PasskeyRefusal | 'rate_limited') => renderFirst(c, chosen, { name, error })
  if (!(await services.admit('people', clientOf(c)))) return refuse('rate_limited')
  const question = readQuestion(c)
  const { ground } = chosen
  if (question?.ceremony !== 'create' || question.accountId !== ground.accountId) return refuse('late')
  const entered = await services.passkeys.enrol(
    {
      response: form.text('response'),
      challenge: question.challenge,
      ground,
      name,
      userAgent: userAgentOf(c),
      former: formerOf(c).staff,
    },
    now,
  )
  return entered.ok ? goOn(c, entered.value, entered.value.organisation) : refuse(entered.error)
}
