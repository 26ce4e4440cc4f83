import type { AccountRole, PasskeyRefusal } from '../../../accounts/index.ts'
import type { Copy } from '../../../copy/index.ts'
import { ButtonLink, WaysOn } from '../../ui/button.tsx'
import { Fill, Strong } from '../../ui/fill.tsx'
import { Field } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PasskeyForm } from '../../ui/passkey.tsx'
import { Card, Muted, Stack, Title } from '../../ui/text.tsx'

export type PasskeyPageError = PasskeyRefusal | 'rate_limited'

/** What a refused passkey means for its person. */
export function passkeyError(copy: Copy, error: PasskeyPageError): string {
  return error === 'rate_limited' ? copy.ui.refusals.rate_limited : copy.signIn.refusals[error]
}

export type PasskeyPageProps = {
  frame: Frame
  address: string
  role: AccountRole
  /** What the browser is asked, as JSON. */
  options: string
  error: PasskeyPageError | null
}

/** The second step of managers and supervisors. Posts `response` to `/sign-in/passkey`. */
export function PasskeyPage({ frame, address, role, options, error }: PasskeyPageProps) {
  const words = frame.copy.signIn.passkey
  return (
    <Layout frame={frame} title={words.title} failed={error !== null}>
      <Stack>
        <Card>
          <Title title={words.title}>
            <p>
              <Strong>{address}</Strong>
            </p>
            <p>{words.lead}</p>
          </Title>
          <Stack>
            {error && <Notice tone="error">{passkeyError(frame.copy, error)}</Notice>}
            <PasskeyForm
              frame={frame}
              action="/sign-in/passkey"
              ceremony="get"
              options={options}
              label={words.submit}
            />
          </Stack>
          <WaysOn>
            <ButtonLink weight="quiet" href="/sign-in">
              {words.another}
            </ButtonLink>
          </WaysOn>
        </Card>
        <Muted>
          {words.lost} {role === 'supervisor' ? words.lostSupervisor : words.lostManager}
        </Muted>
      </Stack>
    </Layout>
  )
}

export type FirstPasskeyPageProps = {
  frame: Frame
  address: string
  /** The new one takes the place of all former ones. */
  replaces: boolean
  name: string
  options: string
  error: PasskeyPageError | null
}

/** The first passkey of somebody, or the one after a recovery. Posts `name` and `response`. */
export function FirstPasskeyPage(props: FirstPasskeyPageProps) {
  const { frame, error } = props
  const words = frame.copy.signIn.make
  return (
    <Layout frame={frame} title={words.title} failed={error !== null}>
      <Card>
        <Title title={words.title}>
          <p>
            <Strong>{props.address}</Strong>
          </p>
          <p>{words.lead}</p>
        </Title>
        <Stack>
          {props.replaces && (
            <Notice tone="warning">
              <Fill text={words.replaces} slots={{ address: <Strong>{props.address}</Strong> }} />
            </Notice>
          )}
          {error && <Notice tone="error">{passkeyError(frame.copy, error)}</Notice>}
          <PasskeyForm
            frame={frame}
            action="/sign-in/passkey/new"
            ceremony="create"
            options={props.options}
            label={words.submit}
          >
            <PasskeyName frame={frame} value={props.name} />
          </PasskeyForm>
        </Stack>
      </Card>
    </Layout>
  )
}

/** What a passkey will be called; what its browser calls itself where nobody says. */
export function PasskeyName({ frame, value }: { frame: Frame; value: string }) {
  const words = frame.copy.signIn.make
  return (
    <Field
      name="name"
      label={words.name}
      hint={words.nameHint}
      note={frame.copy.ui.optional}
      value={value}
      autocomplete="off"
      maxlength={60}
      required={false}
    />
  )
}
