import type { Instant } from '../../../kernel/time.ts'
import { Button, ButtonLink, WaysOn } from '../../ui/button.tsx'
import { Fill, Strong } from '../../ui/fill.tsx'
import { Field, Form } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Card, Stack, Title } from '../../ui/text.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { setupPath } from './paths.ts'

export type CodeError =
  | { code: 'wrong_code'; triesLeft: number }
  | { code: 'expired' }
  | { code: 'too_many_tries' }
  | { code: 'no_challenge' }
  | { code: 'too_many_sends'; opensAt: Instant }
  | { code: 'rate_limited' }
  | { code: 'temporarily_unavailable' }

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

/** Step 1, second half. Posts `code` to `/setup/<slug>/code`; a second form asks for a new one. */
export function CodePage(props: CodePageProps) {
  const { frame, error } = props
  const words = frame.copy.setup.code
  const dead = isDead(error)
  const usual = !props.resent && !dead && props.delivery !== 'failed'
  return (
    <Layout frame={frame} title={words.title} failed={error !== null} step="email">
      <Card>
        <Title title={words.title}>
          <p>
            <Fill text={words.lead(props.letters)} slots={{ address: <Strong>{props.address}</Strong> }} />
            {usual && ` ${words.delivery[props.delivery]}`}
          </p>
        </Title>
        <Stack>
          {props.resent && !error && props.delivery !== 'failed' && (
            <Notice tone="info">{words.resent}</Notice>
          )}
          {props.delivery === 'failed' && <Notice tone="warning">{words.delivery.failed}</Notice>}
          <GeneralError frame={frame} error={error} />
          {!dead && (
            <Form action={setupPath(frame, '/code')}>
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
          {dead && <Again frame={frame} weight="primary" />}
        </Stack>
        <WaysOn>
          {!dead && <Again frame={frame} weight="quiet" />}
          <ButtonLink weight="quiet" href={setupPath(frame, '?change=1')}>
            {words.change}
          </ButtonLink>
        </WaysOn>
      </Card>
    </Layout>
  )
}

/** No code that is typed could be right any more: sending a new one is the thing to do. */
function isDead(error: CodeError | null): boolean {
  return error?.code === 'expired' || error?.code === 'too_many_tries' || error?.code === 'no_challenge'
}

/** What belongs to no typed code. */
function GeneralError({ frame, error }: { frame: Frame; error: CodeError | null }) {
  const words = frame.copy.setup.code.errors
  switch (error?.code) {
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

function Again({ frame, weight }: { frame: Frame; weight: 'primary' | 'quiet' }) {
  return (
    <form method="post" action={setupPath(frame, '/code/again')}>
      <Button weight={weight}>{frame.copy.setup.code.again}</Button>
    </form>
  )
}
