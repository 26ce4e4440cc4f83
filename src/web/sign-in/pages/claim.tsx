import type { FieldProblems } from '../../../kernel/fields.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { problemAt } from '../../ui/controls.tsx'
import { Emphasised } from '../../ui/fill.tsx'
import { Field, Form } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Layout } from '../../ui/layout.tsx'
import { Card, Title } from '../../ui/text.tsx'

export type ClaimError = { refused: boolean; problems: FieldProblems }

export type ClaimServicePageProps = {
  frame: Frame
  values: { email: string; name: string }
  error: ClaimError | null
}

/** The first supervisor. Posts `secret`, `email` and `name` to `/supervise/claim`. */
export function ClaimServicePage({ frame, values, error }: ClaimServicePageProps) {
  const words = frame.copy.signIn.claim
  const problem = (field: string) => problemAt(frame.copy, error?.problems ?? {}, field)
  return (
    <Layout frame={frame} title={words.title} failed={error !== null}>
      <Card>
        <Title title={words.title}>
          <p>{words.lead}</p>
        </Title>
        <Form action="/supervise/claim">
          <Field
            name="secret"
            label={words.secret}
            hint={words.secretHint}
            value=""
            autocomplete="off"
            maxlength={200}
            error={error?.refused ? words.refused : problem('secret')}
          />
          <Field
            name="email"
            label={words.email}
            hint={words.emailHint}
            value={values.email}
            type="email"
            inputmode="email"
            autocomplete="email"
            error={problem('email')}
          />
          <Field
            name="name"
            label={words.name}
            value={values.name}
            autocomplete="name"
            maxlength={120}
            error={problem('name')}
          />
          <Button>{words.submit}</Button>
        </Form>
      </Card>
    </Layout>
  )
}

/** The service is claimed, or nobody can claim it yet. */
export function ClosedClaimPage({ frame, state }: { frame: Frame; state: 'used' | 'unconfigured' }) {
  const words = frame.copy.signIn.claim
  const { title, text, next } = words[state]
  return (
    <Layout frame={frame} title={title}>
      <Card>
        <Title title={title}>
          <p>{text}</p>
          <p>
            <Emphasised text={next} />
          </p>
        </Title>
        {state === 'used' && <ButtonLink href="/sign-in">{words.used.signIn}</ButtonLink>}
      </Card>
    </Layout>
  )
}
