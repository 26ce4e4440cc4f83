import type { BrowserClaim } from '../../../referee/index.ts'
import { Button } from '../../ui/button.tsx'
import { Form, Hidden } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Layout } from '../../ui/layout.tsx'
import { Card, Muted, Part, Points, Stack, Title } from '../../ui/text.tsx'
import { profilePlatformOf } from './claim-stage.ts'
import { linkPath } from './paths.ts'

export type TicketPageProps = { frame: Frame; claim: BrowserClaim; ref: string; ticket: string }

/** `/p/<ref>?t=<ticket>`: takes a claim over from the browser that began. Posts `t` to `/p/<ref>`. */
export function TicketPage({ frame, claim, ref, ticket }: TicketPageProps) {
  const words = frame.copy.claim.ticket
  return (
    <Layout frame={frame} title={words.title}>
      <Title title={words.title}>
        <p>{claim.platform === 'ios' ? words.lead.ios : words.lead.other}</p>
      </Title>
      <Stack>
        <Card>
          <Stack>
            <Part title={words.happens}>
              <Points items={words.items(frame.organisation?.name ?? '')} />
            </Part>
            <Form action={linkPath(ref)}>
              <Hidden name="t" value={ticket} />
              <Button>{words.submit}</Button>
            </Form>
          </Stack>
        </Card>
        <Muted>
          {profilePlatformOf(claim) === null && words.forApp} {frame.copy.link.notExpected}
        </Muted>
      </Stack>
    </Layout>
  )
}
