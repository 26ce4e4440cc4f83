import * as z from 'zod'
import { PASSKEY_NAME_MAX, type Passkey, type PasskeyRefusal } from '../../accounts/index.ts'
import { checkFields, type FieldProblems } from '../../kernel/fields.ts'
import { isPrintable } from '../../kernel/text.ts'
import type { EdgeApp, EdgeContext, Staff } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { declareRoute } from '../http/routes.ts'
import { clearQuestion, keepQuestion, readQuestion, userAgentOf } from '../sign-in/steps.ts'
import { mine } from './mine.ts'
import { AddPasskeyPage, RemovePasskeyPage, RenamePasskeyPage } from './pages/passkey.tsx'

/** Somebody's own passkeys: add, rename, remove. */
export function declareMyPasskeyRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', '/account/passkeys/new', 'person', mine(showNew))
  declareRoute(app, 'POST', '/account/passkeys/new', 'person', mine(addPasskey))
  declareRoute(app, 'GET', '/account/passkeys/:passkey', 'person', mine(showPasskey))
  declareRoute(app, 'POST', '/account/passkeys/:passkey', 'person', mine(renamePasskey))
  declareRoute(app, 'GET', '/account/passkeys/:passkey/remove', 'person', mine(askToRemove))
  declareRoute(app, 'POST', '/account/passkeys/:passkey/remove', 'person', mine(removePasskey), {
    destructive: true,
  })
}

async function showNew(c: EdgeContext, me: Staff) {
  return renderNew(c, me, { name: c.var.services.passkeys.suggestName(userAgentOf(c)), error: null })
}

async function renderNew(
  c: EdgeContext,
  { account }: Staff,
  shown: { name: string; error: PasskeyRefusal | null },
) {
  const asked = await c.var.services.passkeys.askNew(account)
  const options = keepQuestion(c, asked, { ceremony: 'create', accountId: account.id })
  return renderPage(
    c,
    <AddPasskeyPage frame={frameOf(c)} account={account} options={options} {...shown} />,
    shown.error ? 422 : 200,
  )
}

async function addPasskey(c: EdgeContext, me: Staff) {
  const form = await readForm(c)
  const name = form('name')
  const question = readQuestion(c)
  if (question?.ceremony !== 'create' || question.accountId !== me.account.id)
    return renderNew(c, me, { name, error: 'late' })
  const { challenge } = question
  const answer = { response: form.text('response'), challenge, name, userAgent: userAgentOf(c) }
  const added = await c.var.services.passkeys.add(me.account, answer, c.var.now)
  if (!added.ok) return renderNew(c, me, { name, error: added.error })
  clearQuestion(c)
  return c.redirect('/account?done=added', 303)
}

/** The passkey of the path, if it is their own, and whether it is the only one. */
async function findMine(c: EdgeContext, me: Staff): Promise<{ passkey: Passkey; only: boolean } | null> {
  const known = await c.var.services.passkeys.list(me.account)
  const passkey = known.find(({ id }) => id === c.req.param('passkey'))
  return passkey ? { passkey, only: known.length === 1 } : null
}

async function showPasskey(c: EdgeContext, me: Staff) {
  const found = await findMine(c, me)
  if (!found) return renderDeadEnd(c, 'not_found', 404)
  return renderRename(c, me, found.passkey, { name: found.passkey.name, problems: {} })
}

function renderRename(
  c: EdgeContext,
  { account }: Staff,
  passkey: Passkey,
  shown: { name: string; problems: FieldProblems },
) {
  const failed = Object.keys(shown.problems).length > 0
  return renderPage(
    c,
    <RenamePasskeyPage frame={frameOf(c)} account={account} passkey={passkey} {...shown} />,
    failed ? 422 : 200,
  )
}

const nameSchema = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(PASSKEY_NAME_MAX)
    .refine((name) => isPrintable(name), 'not_text'),
})

async function renamePasskey(c: EdgeContext, me: Staff) {
  const found = await findMine(c, me)
  if (!found) return renderDeadEnd(c, 'not_found', 404)
  const name = (await readForm(c))('name')
  const checked = checkFields(nameSchema, { name })
  if (!checked.ok) return renderRename(c, me, found.passkey, { name, problems: checked.error })
  await c.var.services.passkeys.rename(me.account, found.passkey, checked.value.name, c.var.now)
  return c.redirect('/account?done=renamed', 303)
}

async function askToRemove(c: EdgeContext, me: Staff) {
  const found = await findMine(c, me)
  if (!found) return renderDeadEnd(c, 'not_found', 404)
  return renderRemove(c, me, found, 200)
}

function renderRemove(
  c: EdgeContext,
  { account }: Staff,
  found: { passkey: Passkey; only: boolean },
  status: number,
) {
  const owner = account.role === 'device_owner'
  const page = (
    <RemovePasskeyPage
      frame={frameOf(c)}
      account={account}
      passkey={found.passkey}
      needed={found.only && !owner}
    />
  )
  return renderPage(c, page, status)
}

async function removePasskey(c: EdgeContext, me: Staff) {
  const id = c.req.param('passkey') ?? ''
  const removed = await c.var.services.passkeys.remove(me.account, id, c.var.now)
  if (removed.ok) return c.redirect('/account?done=removed', 303)
  const found = removed.error === 'last' ? await findMine(c, me) : null
  return found ? renderRemove(c, me, found, 422) : renderDeadEnd(c, 'not_found', 404)
}
