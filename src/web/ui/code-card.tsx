import type { Instant } from '../../kernel/time.ts'
import { type AskError, AskNotice, isAskError, PeopleFullNotice } from './asking.tsx'
import { Button, ButtonLink, WaysOn } from './button.tsx'
import { CodeDisplay } from './credentials.tsx'
import { Fill, Strong } from './fill.tsx'
import { Field, Form } from './form.tsx'
import type { Frame } from './frame.ts'
import { Notice } from './notice.tsx'
import { Card, Muted, Stack, Title } from './text.tsx'
import { RelativeTime } from './time.tsx'

export type CodeError =
  | { code: 'wrong_code'; triesLeft: number }
  | { code: 'expired' }
  | { code: 'too_many_tries' }
  | { code: 'no_challenge' }
  | { code: 'too_many_sends'; opensAt: Instant }
  | { code: 'rate_limited' }
  | { code: 'temporarily_unavailable' }
  /** The address is proved, and nobody new is taken before. */
  | { code: 'people_full'; opensAt: Instant }
  | AskError

export type CodePageProps = {
  frame: Frame
  address: string
  /** What was typed, or what the mailed link brought. */
  code: string
  /** 8 letters were mailed instead of 6 digits. */
  letters: boolean
  delivery: 'queued' | 'sent' | 'failed'
  resent: boolean
  error: CodeError | null
}

/** Where the card's forms and its way back lead. */
export type CodeActions = { submit: string; again: string; change: string }

/** Takes a mailed code. Posts `code` to `actions.submit`; a second form asks for a new one. */
export function CodeCard(props: CodePageProps & { actions: CodeActions }) {
  const { frame, error, actions } = props
  const words = frame.copy.setup.code
  const dead = isDead(error)
  const usual = !props.resent && !dead && props.delivery !== 'failed'
  return (
    <Card>
      <Title title={words.title}>
        <p>
          <Fill text={words.lead(props.letters)} slots={{ address: <Strong>{props.address}</Strong> }} />
          {usual && ` ${words.delivery[props.delivery]}`}
        </p>
      </Title>
      <Stack>
        {props.resent && !error && props.delivery !== 'failed' && <Notice tone="info">{words.resent}</Notice>}
        {props.delivery === 'failed' && <Notice tone="warning">{words.delivery.failed}</Notice>}
        <GeneralError frame={frame} error={error} />
        {!dead && (
          <Form action={actions.submit}>
            <Field
              name="code"
              label={words.code}
              value={props.code}
              inputmode={props.letters ? 'text' : 'numeric'}
              autocomplete="one-time-code"
              maxlength={20}
              code
              focus
              error={error?.code === 'wrong_code' ? words.errors.wrong_code(error.triesLeft) : null}
            />
            <Button>{words.submit}</Button>
          </Form>
        )}
        {dead && <Again frame={frame} action={actions.again} weight="primary" />}
      </Stack>
      <WaysOn>
        {!dead && <Again frame={frame} action={actions.again} weight="quiet" />}
        <ButtonLink weight="quiet" href={actions.change}>
          {words.change}
        </ButtonLink>
      </WaysOn>
    </Card>
  )
}

/** No code that is typed could be right any more: sending a new one is the thing to do. */
function isDead(error: CodeError | null): boolean {
  return error?.code === 'expired' || error?.code === 'too_many_tries' || error?.code === 'no_challenge'
}

/** What belongs to no typed code. */
function GeneralError({ frame, error }: { frame: Frame; error: CodeError | null }) {
  const words = frame.copy.setup.code.errors
  // Only the wizard knows of an organisation here.
  const door = frame.organisation ? 'setup' : 'sign_in'
  if (isAskError(error)) return <AskNotice frame={frame} error={error} door={door} />
  switch (error?.code) {
    case 'people_full':
      return <PeopleFullNotice frame={frame} opensAt={error.opensAt} />
    case 'expired':
    case 'too_many_tries':
    case 'no_challenge':
      return <Notice tone="error">{words[error.code]}</Notice>
    case 'rate_limited':
    case 'temporarily_unavailable':
      return <Notice tone="error">{frame.copy.ui.refusals[error.code]}</Notice>
    case 'too_many_sends': {
      const when = <RelativeTime frame={frame} at={error.opensAt} />
      return (
        <Notice tone="error">
          <Fill text={words.too_many_sends} slots={{ when }} />
        </Notice>
      )
    }
    default:
      return null
  }
}

function Again(props: { frame: Frame; action: string; weight: 'primary' | 'quiet' }) {
  const { frame, action, weight } = props
  return (
    <form method="post" action={action}>
      <Button weight={weight}>{frame.copy.setup.code.again}</Button>
    </form>
  )
}

/** Shows a code whose mailed link was opened in a browser that did not ask for it. */
export function CodeElsewhereCard(props: { frame: Frame; code: string; begin: string }) {
  const { frame, code, begin } = props
  const words = frame.copy.setup.elsewhere
  return (
    <Card>
      <Title title={words.title}>
        <p>{words.lead}</p>
      </Title>
      <Stack>
        <CodeDisplay label={words.code} code={code} />
        <Muted>{words.safe}</Muted>
        <div>
          <p>{words.orHere}</p>
          <ButtonLink weight="quiet" href={begin}>
            {words.begin}
          </ButtonLink>
        </div>
      </Stack>
    </Card>
  )
}
