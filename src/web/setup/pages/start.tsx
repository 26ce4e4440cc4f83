import { inLocale } from '../../../kernel/locale.ts'
import type { Instant } from '../../../kernel/time.ts'
import { type AskError, AskNotice, isAskError, isRefusal } from '../../ui/asking.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Fill } from '../../ui/fill.tsx'
import { Field, Form } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { AskHelpdesk } from '../../ui/helpdesk.tsx'
import { type CheckOffer, HumanCheck } from '../../ui/human-check.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Or } from '../../ui/passkey.tsx'
import { Card, InlineLink, Muted, Stack, Title } from '../../ui/text.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { setupPath } from './paths.ts'

export type StartError =
  | { code: 'not_an_address' }
  | { code: 'not_accepted' }
  | { code: 'too_many_sends'; opensAt: Instant }
  | { code: 'throw_away' }
  | { code: 'rate_limited' }
  | { code: 'temporarily_unavailable' }
  | AskError

export type StartPageProps = {
  frame: Frame
  values: { email: string }
  error: StartError | null
  /** People may sign in at the organisation's own provider instead. */
  oidc?: boolean
  /** Codes are sent to those who pass the human check. */
  check?: CheckOffer | null
}

/** Step 1: the address. Posts `email` to `/setup/<slug>`. */
export function StartPage({ frame, values, error, oidc = false, check = null }: StartPageProps) {
  const words = frame.copy.setup.start
  const general =
    error?.code === 'rate_limited' || error?.code === 'temporarily_unavailable' ? error.code : null
  const asking = isAskError(error) ? error : null
  return (
    <Layout frame={frame} title={words.title} failed={isRefusal(error)} step="email">
      <Stack>
        <Card>
          <Title title={words.title}>
            <p>{words.lead}</p>
          </Title>
          <Form action={setupPath(frame)}>
            {general && <Notice tone="error">{frame.copy.ui.refusals[general]}</Notice>}
            {asking && <AskNotice frame={frame} error={asking} door="setup" />}
            <Field
              name="email"
              label={words.email}
              value={values.email}
              type="email"
              inputmode="email"
              autocomplete="email"
              error={error && !general && !asking ? <AddressError frame={frame} error={error} /> : null}
            />
            <HumanCheck frame={frame} offer={check} />
            <Button>{words.submit}</Button>
          </Form>
          {oidc && <OwnSignIn frame={frame} />}
        </Card>
        <Muted>{words.again}</Muted>
      </Stack>
    </Layout>
  )
}

function OwnSignIn({ frame }: { frame: Frame }) {
  const { slug, name } = frame.organisation ?? { slug: '', name: '' }
  const words = frame.copy.oidc.start
  return (
    <>
      <Or>{words.or}</Or>
      <ButtonLink weight="secondary" href={`/sign-in/oidc/${encodeURIComponent(slug)}?for=setup`}>
        {words.with(name)}
      </ButtonLink>
    </>
  )
}

function AddressError({ frame, error }: { frame: Frame; error: StartError }) {
  const words = frame.copy.setup.start.errors
  const { organisation } = frame
  switch (error.code) {
    case 'not_an_address':
      return <>{words.not_an_address}</>
    case 'throw_away':
      return <>{frame.copy.abuse.throwAway.refused}</>
    case 'too_many_sends':
      return (
        <Fill
          text={words.too_many_sends}
          slots={{ when: <RelativeTime frame={frame} at={error.opensAt} /> }}
        />
      )
    case 'not_accepted': {
      const hint = organisation?.emailRuleHint ? inLocale(organisation.emailRuleHint, frame.locale) : null
      return (
        <>
          {words.not_accepted(organisation?.name ?? '', hint)} {hint ? words.useAnother : words.useWork}{' '}
          <Fill
            text={words.added}
            slots={{
              signIn: <InlineLink href="/sign-in">{words.signIn}</InlineLink>,
            }}
          />{' '}
          <AskHelpdesk frame={frame} />
        </>
      )
    }
    default:
      return null
  }
}
