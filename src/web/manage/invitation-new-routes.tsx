import { NO_FILTER } from '../../accounts/index.ts'
import type { InvitationChannel, InvitePreview, Whom } from '../../invitations/index.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { type PostedForm, readForm } from '../http/forms.ts'
import { frameOf, renderPage } from '../http/pages.tsx'
import { actorOf, declareRoute, staffOf } from '../http/routes.ts'
import { applyEdits } from './invitation-edits.ts'
import { jobPath, NEW_INVITATIONS_PATH } from './invitation-paths.ts'
import { readChannel, readEdits, readWhom, readWhomFilter, WAYS, type Way } from './invitation-whom.ts'
import { CheckPage, type CheckProps } from './pages/invitation-check.tsx'
import { type Choosable, NewInvitationPage, type NewInvitationProps } from './pages/invitation-new.tsx'

/** Inviting people: whom, then a look at what would happen, then the job. */
export function declareNewInvitationRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', NEW_INVITATIONS_PATH, 'manager', showNew)
  declareRoute(app, 'POST', NEW_INVITATIONS_PATH, 'manager', take, { upload: true })
}

/** As many as an address of a page can name. */
const NAMED_MAX = 100

/** With ids, who was chosen elsewhere: what would happen to them is shown at once. */
async function showNew(c: EdgeContext) {
  const ids = (c.req.queries('id') ?? []).slice(0, NAMED_MAX)
  const way = WAYS.find((one) => one === c.req.query('by')) ?? 'addresses'
  if (ids.length === 0) return renderNew(c, { way, text: '', problem: null })
  const whom = { kind: 'accounts', ids } as const
  return check(c, { whom, channel: 'email', recoded: false, skipErrors: false, told: null })
}

async function renderNew(c: EdgeContext, shown: Omit<NewInvitationProps, 'frame' | 'accounts'>) {
  const accounts = shown.way === 'accounts' ? await readChoosable(c) : null
  const page = <NewInvitationPage frame={frameOf(c)} {...shown} accounts={accounts} />
  return renderPage(c, page, shown.problem === null ? 200 : 422)
}

async function readChoosable(c: EdgeContext): Promise<Choosable> {
  const { people, devices } = c.var.services
  const organisationId = staffOf(c).organisation.id
  const filter = readWhomFilter((name) => c.req.query(name))
  const { unprovisioned: _, ...rest } = filter
  const after = c.req.query('after') ?? null
  const list = await people.list({ organisationId, filter: { ...NO_FILTER, ...rest }, after })
  const ids = list.page.rows.map(({ id }) => id)
  return { filter, list, devices: await devices.countLivingOf(organisationId, ids), later: after !== null }
}

/** The form of each step. What was changed on the way is shown again before anything is sent. */
async function take(c: EdgeContext) {
  const form = await readForm(c)
  const given = await readWhom(c, form)
  if ('problem' in given) return renderNew(c, { ...given })
  const edits = readEdits(form)
  const whom = applyEdits(given.whom, edits, form.list('id'))
  const channel = readChannel(form, c.var.services.smsReady)
  const common = { whom, channel, recoded: given.recoded, skipErrors: form.ticked('skip') }
  const changed = edits.size > 0 || (form('shown_channel') !== '' && form('shown_channel') !== channel)
  if (form('step') !== 'send' || changed) return check(c, { ...common, told: changed ? 'edited' : null })
  return send(c, form, common)
}

type Shown = Pick<CheckProps, 'whom' | 'channel' | 'recoded' | 'skipErrors' | 'told'>

async function check(c: EdgeContext, shown: Shown) {
  const { services, now } = c.var
  const { whom, channel } = shown
  const { organisation } = staffOf(c)
  const looked = await services.invitations.preview({ organisation, whom, channel, now })
  if (!looked.ok) return renderNew(c, { ...typedAs(whom), problem: looked.error })
  // A look is no refusal, unless nobody is left to be invited.
  return renderCheck(c, { ...shown, preview: looked.value }, looked.value.counts.invited === 0 ? 422 : 200)
}

function renderCheck(c: EdgeContext, shown: Shown & { preview: InvitePreview }, status: number) {
  const { smsReady } = c.var.services
  return renderPage(c, <CheckPage frame={frameOf(c)} smsReady={smsReady} {...shown} />, status)
}

async function send(
  c: EdgeContext,
  form: PostedForm,
  asked: { whom: Whom; channel: InvitationChannel; recoded: boolean; skipErrors: boolean },
) {
  const { services, now } = c.var
  const { organisation } = staffOf(c)
  const { whom, channel, skipErrors } = asked
  const started = await services.invitations.start({
    ...{ organisation, whom, channel, skipErrors, now },
    digest: form('digest'),
    actor: actorOf(c),
  })
  if (started.ok) return c.redirect(jobPath(started.value.jobId), 303)
  const refusal = started.error
  if (!('preview' in refusal)) return renderNew(c, { ...typedAs(whom), problem: refusal.code })
  return renderCheck(c, { ...asked, preview: refusal.preview, told: refusal.code }, 422)
}

/** The tab that it came from, with what was typed there. */
function typedAs(whom: Whom): { way: Way; text: string } {
  if (whom.kind === 'addresses' || whom.kind === 'csv') return { way: whom.kind, text: whom.text }
  return { way: 'accounts', text: '' }
}
