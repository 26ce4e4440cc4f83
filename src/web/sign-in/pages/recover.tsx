import { Button, ButtonLink } from '../../ui/button.tsx'
import { Fill, Strong } from '../../ui/fill.tsx'
import { Form, Hidden } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Layout } from '../../ui/layout.tsx'
import { Card, Points, Stack, Title } from '../../ui/text.tsx'

export type RecoveryPageProps = {
  frame: Frame
  name: string
  address: string
  organisation: string
  /** The link's own; it travels on in the form. */
  secret: string
}

/** Behind a recovery link: whose account, and what will happen. Posts `k` to `/sign-in/recover`. */
export function RecoveryPage(props: RecoveryPageProps) {
  const { frame } = props
  const words = frame.copy.signIn.recover
  const slots = {
    name: <Strong>{props.name}</Strong>,
    address: props.address,
    organisation: props.organisation,
  }
  return (
    <Layout frame={frame} title={words.title}>
      <Card>
        <Title title={words.title}>
          <p>
            <Fill text={words.lead} slots={slots} />
          </p>
        </Title>
        <Form action="/sign-in/recover">
          <Hidden name="k" value={props.secret} />
          <Stack gap="tight">
            <p>{words.happens}:</p>
            <Points items={words.consequences} />
          </Stack>
          <Button>{words.submit}</Button>
        </Form>
      </Card>
    </Layout>
  )
}

export function RecoveryEndedPage({ frame }: { frame: Frame }) {
  const words = frame.copy.signIn.recover.ended
  return (
    <Layout frame={frame} title={words.title}>
      <Card>
        <Title title={words.title}>
          <p>{words.text}</p>
          <p>{words.next}</p>
        </Title>
        <ButtonLink href="/sign-in">{words.signIn}</ButtonLink>
      </Card>
    </Layout>
  )
}
