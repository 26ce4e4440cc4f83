import type { CodeError, CodePageProps } from '../../setup/pages/index.ts'
import { Button, ButtonLink, WaysOn } from '../../ui/button.tsx'
import { CodeDisplay } from '../../ui/credentials.tsx'
import { Fill, Strong } from '../../ui/fill.tsx'
import { Field, Form } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Card, Muted, Stack, Title } from '../../ui/text.tsx'
import { RelativeTime } from '../../ui/time.tsx'

/** The mailed code. Posts `code` to `/sign-in/code`; a second form asks for a new one. */
export function SignInCodePage(props: CodePageProps) {
  const { frame, error } = props
  const words = frame.copy.setup.code
  const dead = error !== null && DEAD.has(error.code)
  const usual = !props.resent && !dead && props.delivery !== 'failed'
  return (
    <Layout frame={frame} title={words.title} failed={error !== null}>
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
            <Form action="/sign-in/code">
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
          <ButtonLink weight="quiet" href="/sign-in">
            {words.change}
          </ButtonLink>
        </WaysOn>
      </Card>
    </Layout>
  )
}

/** No code that is typed could be right any more: sending a new one is the thing to do. */
const DEAD: ReadonlySet<CodeError['code']> = new Set(['expired', 'too_many_tries', 'no_challenge'])

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
    <form method="post" action="/sign-in/code/again">
      <Button weight={weight}>{frame.copy.setup.code.again}</Button>
    </form>
  )
}

/** The mailed link was opened in a browser that did not ask for the code. */
export function SignInCodeElsewherePage({ frame, code }: { frame: Frame; code: string }) {
  const words = frame.copy.setup.elsewhere
  return (
    <Layout frame={frame} title={words.title}>
      <Card>
        <Title title={words.title}>
          <p>{words.lead}</p>
        </Title>
        <Stack>
          <CodeDisplay label={words.code} code={code} />
          <Muted>{words.safe}</Muted>
          <div>
            <p>{words.orHere}</p>
            <ButtonLink weight="quiet" href="/sign-in">
              {words.begin}
            </ButtonLink>
          </div>
        </Stack>
      </Card>
    </Layout>
  )
}
