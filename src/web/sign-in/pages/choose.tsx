import type { Entrance } from '../../../accounts/index.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choice.tsx'
import { Fill, Strong } from '../../ui/fill.tsx'
import { Form } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Layout } from '../../ui/layout.tsx'
import { Card, Title } from '../../ui/text.tsx'

export type ChooseAccountPageProps = {
  frame: Frame
  address: string
  entrances: Pick<Entrance, 'account' | 'organisation'>[]
  failed: boolean
}

/** An address that several organisations know. Posts `account` to `/sign-in/choose`. */
export function ChooseAccountPage({ frame, address, entrances, failed }: ChooseAccountPageProps) {
  const { signIn, staff } = frame.copy
  const words = signIn.choose
  return (
    <Layout frame={frame} title={words.title} failed={failed}>
      <Card>
        <Title title={words.title}>
          <p>
            <Fill text={words.lead} slots={{ address: <Strong>{address}</Strong> }} />
          </p>
        </Title>
        <Form action="/sign-in/choose">
          <Choices
            name="account"
            legend={words.accounts}
            legendHidden
            choices={entrances.map(({ account, organisation }) => ({
              value: account.id,
              label: account.role === 'supervisor' ? staff.service : organisation.name,
              detail: signIn.roles[account.role],
              checked: false,
            }))}
            error={failed ? words.error : null}
          />
          <Button>{words.submit}</Button>
        </Form>
      </Card>
    </Layout>
  )
}
