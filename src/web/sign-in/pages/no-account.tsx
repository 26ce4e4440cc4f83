import { ButtonLink } from '../../ui/button.tsx'
import { Fill, Strong } from '../../ui/fill.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Layout } from '../../ui/layout.tsx'
import { Card, Points, Stack, Title } from '../../ui/text.tsx'

/** Somebody proved an address that has no account: where to get one. */
export function NoAccountPage({ frame, address }: { frame: Frame; address: string }) {
  const words = frame.copy.signIn.none
  return (
    <Layout frame={frame} title={words.title}>
      <Card>
        <Title title={words.title}>
          <p>
            <Fill text={words.text} slots={{ address: <Strong>{address}</Strong> }} />
          </p>
        </Title>
        <Stack>
          <Points items={[words.owner, words.manager]} />
          <ButtonLink href="/setup">{words.register}</ButtonLink>
          <ButtonLink weight="quiet" href="/sign-in">
            {words.another}
          </ButtonLink>
        </Stack>
      </Card>
    </Layout>
  )
}
