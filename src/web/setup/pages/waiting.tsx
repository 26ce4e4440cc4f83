import { ButtonLink } from '../../ui/button.tsx'
import type { Frame } from '../../ui/frame.ts'
import { AskHelpdesk } from '../../ui/helpdesk.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Card, Numbered, Stack, Title } from '../../ui/text.tsx'
import { setupPath } from './paths.ts'

export type WaitingPageProps = { frame: Frame }

/** Between "About you" and the device, where a manager accepts new people: what happens next, and who helps. */
export function WaitingPage({ frame }: WaitingPageProps) {
  const words = frame.copy.setup.waiting
  return (
    <Layout frame={frame} title={words.title} step="device">
      <Card>
        <Title title={words.title}>
          <p>{words.lead(frame.organisation?.name ?? '')}</p>
        </Title>
        <Stack>
          <Numbered items={words.steps} />
          <p>
            {words.urgent} <AskHelpdesk frame={frame} />
          </p>
          <ButtonLink weight="secondary" href={setupPath(frame, '/waiting')}>
            {words.again}
          </ButtonLink>
        </Stack>
      </Card>
    </Layout>
  )
}
