import type { FieldProblems } from '../../kernel/fields.ts'
import { LANGUAGE_NAMES } from '../../kernel/locale.ts'
import type { MessageWords } from '../../messaging/index.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { actorOf, declareRoute, staffOf } from '../http/routes.ts'
import { ConfirmPage } from '../ui/staff-form.tsx'
import { readWordsKey, WORDS_PATH, wordsPath } from './message-paths.ts'
import { MessageWordsPage } from './pages/message-words.tsx'
import { MessageWordsEditPage } from './pages/message-words-edit.tsx'

const ONE = `${WORDS_PATH}/:kind/:locale`

/**
 * The mail as it is, which brings its own styles: nothing in it runs, loads or leads anywhere. Nobody may frame
 * it either; it opens in a tab of its own.
 */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox"

/** Invitations, reminders and renewals in a manager's own words. */
export function declareMessageWordsRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', WORDS_PATH, 'manager', showWords)
  declareRoute(app, 'GET', ONE, 'manager', withKey(showOne))
  declareRoute(app, 'POST', ONE, 'manager', withKey(save))
  declareRoute(app, 'POST', `${ONE}/preview`, 'manager', withKey(showMail))
  declareRoute(app, 'GET', `${ONE}/reset`, 'manager', withKey(askAboutReset))
  declareRoute(app, 'POST', `${ONE}/reset`, 'manager', withKey(reset), { destructive: true })
}

type Key = NonNullable<ReturnType<typeof readWordsKey>>
type Answer = Response | Promise<Response>

function withKey(handle: (c: EdgeContext, key: Key) => Answer): (c: EdgeContext) => Answer {
  return (c) => {
    const key = readWordsKey(c.req.param('kind'), c.req.param('locale'))
    return key ? handle(c, key) : renderDeadEnd(c, 'not_found', 404)
  }
}

async function showWords(c: EdgeContext) {
  const lines = await c.var.services.messageTemplates.list(staffOf(c).organisation.id)
  return renderPage(
    c,
    <MessageWordsPage frame={frameOf(c)} lines={lines} done={c.req.query('done') ?? null} />,
  )
}

async function showOne(c: EdgeContext, key: Key) {
  const { words, own } = await c.var.services.messageTemplates.read(staffOf(c).organisation.id, key)
  return renderEdit(c, key, { words, own, problems: {} })
}

async function save(c: EdgeContext, key: Key) {
  const typed = await readWords(c)
  const { messageTemplates } = c.var.services
  const organisationId = staffOf(c).organisation.id
  const saved = await messageTemplates.save({ organisationId, actor: actorOf(c), now: c.var.now }, key, typed)
  if (!saved.ok) return renderRefused(c, key, typed, saved.error)
  return c.redirect(`${wordsPath(key)}?done=saved`, 303)
}

/** The mail with what was typed, saved or not. */
async function showMail(c: EdgeContext, key: Key) {
  const typed = await readWords(c)
  const shown = await makeSample(c, key, typed, true)
  if (!shown.ok) return renderRefused(c, key, typed, shown.error)
  c.header('content-security-policy', MAIL_POLICY)
  c.header('cache-control', 'no-store')
  c.header('x-robots-tag', 'noindex')
  return c.html(shown.value.html)
}

async function renderRefused(c: EdgeContext, key: Key, words: MessageWords, problems: FieldProblems) {
  const { own } = await c.var.services.messageTemplates.read(staffOf(c).organisation.id, key)
  return renderEdit(c, key, { words, own, problems })
}

async function renderEdit(
  c: EdgeContext,
  key: Key,
  shown: { words: MessageWords; own: boolean; problems: FieldProblems },
) {
  const sample = await makeSample(c, key, shown.words, false)
  const failed = Object.keys(shown.problems).length > 0
  return renderPage(
    c,
    <MessageWordsEditPage
      frame={frameOf(c)}
      {...key}
      {...shown}
      sample={sample.ok ? sample.value : null}
      smsReady={c.var.services.smsReady}
      done={c.req.query('done') ?? null}
    />,
    failed ? 422 : 200,
  )
}

/** As the manager who looks would get it. */
async function makeSample(c: EdgeContext, key: Key, words: MessageWords, withLogo: boolean) {
  const { account, organisation } = staffOf(c)
  const { messageTemplates, organisations, baseUrl } = c.var.services
  const logo = withLogo && organisation.logoVersion ? await organisations.readLogo(organisation.slug) : null
  const reader = { name: account.name, address: account.address, manager: account.name }
  return messageTemplates.show(key, words, { organisation, baseUrl, logo, reader, now: c.var.now })
}

function askAboutReset(c: EdgeContext, key: Key) {
  const frame = frameOf(c)
  const { words, kinds } = frame.copy.messages
  return renderPage(
    c,
    <ConfirmPage
      frame={frame}
      area="manage"
      section="messages"
      title={words.reset.title}
      parent={{ href: wordsPath(key), label: words.title(kinds[key.kind], LANGUAGE_NAMES[key.locale]) }}
      consequences={words.reset.consequences}
      action={wordsPath(key, 'reset')}
      act={words.reset.confirm}
      cancel={wordsPath(key)}
    />,
  )
}

async function reset(c: EdgeContext, key: Key) {
  const organisationId = staffOf(c).organisation.id
  await c.var.services.messageTemplates.reset({ organisationId, actor: actorOf(c), now: c.var.now }, key)
  return c.redirect(`${wordsPath(key)}?done=reset`, 303)
}

async function readWords(c: EdgeContext): Promise<MessageWords> {
  const form = await readForm(c)
  return { subject: form('subject'), body: form.text('body') }
}
