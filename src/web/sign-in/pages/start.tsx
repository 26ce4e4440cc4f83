import type { Instant } from '../../../kernel/time.ts'
import { type AskError, AskNotice, isAskError, isRefusal } from '../../ui/asking.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Fill } from '../../ui/fill.tsx'
import { Field, Form } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { type CheckOffer, HumanCheck } from '../../ui/human-check.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Or, PasskeyForm } from '../../ui/passkey.tsx'
import { Card, Stack, Title } from '../../ui/text.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { type PasskeyPageError, passkeyError } from './passkey.tsx'

export type SignInStartError =
  | { code: 'not_an_address' }
  | { code: 'too_many_sends'; opensAt: Instant }
  | { code: 'rate_limited' }
  | { code: 'passkey'; reason: PasskeyPageError }
  | AskError

export type SignInStartPageProps = {
  frame: Frame
  email: string
  error: SignInStartError | null
  signedOut: boolean
  /** What a browser is asked for a passkey of anybody, as JSON. */
  options: string
  /** Codes are sent to those who pass the human check. */
  check?: CheckOffer | null
  /** Where to go on afterwards. */
  to: string | null
}

/** `/sign-in`: posts `email` there, or a passkey to `/sign-in/passkey`. */
export function SignInStartPage(props: SignInStartPageProps) {
  const { frame, error, to } = props
  const words = frame.copy.signIn.start
  const elsewhere = `/sign-in/organisation${to === null ? '' : `?to=${encodeURIComponent(to)}`}`
  return (
    <Layout frame={frame} title={words.title} failed={isRefusal(error)}>
      <Card>
        <Title title={words.title}>
          <p>{words.lead}</p>
        </Title>
        <Stack>
          {props.signedOut && <Notice tone="success">{words.signedOut}</Notice>}
          {error?.code === 'rate_limited' && (
            <Notice tone="error">{frame.copy.ui.refusals.rate_limited}</Notice>
          )}
          {isAskError(error) && <AskNotice frame={frame} error={error} door="sign_in" />}
          <Form action="/sign-in">
            <Field
              name="email"
              label={words.email}
              value={props.email}
              type="email"
              inputmode="email"
              autocomplete="username webauthn"
              error={addressError(frame, error)}
            />
            <HumanCheck frame={frame} offer={props.check ?? null} />
            <Button>{words.submit}</Button>
          </Form>
        </Stack>
        <Or>{words.or}</Or>
        <Stack gap="tight">
          {error?.code === 'passkey' && (
            <Notice tone="error">{passkeyError(frame.copy, error.reason)}</Notice>
          )}
          <PasskeyForm
            frame={frame}
            action="/sign-in/passkey"
            ceremony="get"
            options={props.options}
            autofill
            weight="secondary"
            label={words.passkey}
          />
          <ButtonLink weight="quiet" href={elsewhere}>
            {frame.copy.oidc.link}
          </ButtonLink>
        </Stack>
      </Card>
    </Layout>
  )
}

function addressError(frame: Frame, error: SignInStartError | null) {
  if (error?.code === 'not_an_address') return frame.copy.fields.not_an_address(0, '')
  if (error?.code !== 'too_many_sends') return null
  const when = <RelativeTime frame={frame} at={error.opensAt} />
  return <Fill text={frame.copy.signIn.start.tooManySends} slots={{ when }} />
}
