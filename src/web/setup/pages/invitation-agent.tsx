import type { InvitationLinkView } from '../../../referee/index.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { CopyField } from '../../ui/credentials.tsx'
import { Fill } from '../../ui/fill.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Layout } from '../../ui/layout.tsx'
import { Written } from '../../ui/markdown.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Qr } from '../../ui/qr.tsx'
import { Card, CardTitle, Muted, Part, Stack, Title } from '../../ui/text.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { pageFor } from './invitation-parts.tsx'

export type InvitationAgentPageProps = {
  frame: Frame
  link: InvitationLinkView
  ref: string
  secret: string
  /** `<base>/i/<ref>?k=<secret>`: what the agent is given. */
  url: string
  /** From `drawQr`; null where the organisation shows none. */
  qr: string | null
  /** From `renderMarkdown`; may be empty. */
  instructionsHtml: string
}

/** Behind *Continue* for a device that uses the invitation itself: the link and the code for it. */
export function InvitationAgentPage(props: InvitationAgentPageProps) {
  const { frame, link, url, qr, instructionsHtml } = props
  const all = frame.copy.invitationLink
  const words = all.agent
  return (
    <Layout frame={frame} title={words.title} scripts={['copy']}>
      <Title title={words.title}>
        <p>{words.lead}</p>
      </Title>
      <Stack>
        <Card>
          <CardTitle>{words.instructions}</CardTitle>
          <Stack>
            <Written html={instructionsHtml} />
            <CopyField id="provision-url" label={words.copy} value={url} button={frame.copy.ui.copyButton} />
            {qr !== null && (
              <Part title={words.scan}>
                <Qr svg={qr} label={frame.copy.ui.qrLabel} />
              </Part>
            )}
          </Stack>
        </Card>
        <Notice tone="info">
          {words.unused} {link.confirmation === 'pin' && all.pinNeeded}
        </Notice>
        <ButtonLink weight="quiet" href={pageFor(props)}>
          {words.back}
        </ButtonLink>
        {link.validUntil !== null && (
          <Muted>
            <Fill text={all.ends} slots={{ time: <RelativeTime frame={frame} at={link.validUntil} /> }} />
          </Muted>
        )}
      </Stack>
    </Layout>
  )
}
