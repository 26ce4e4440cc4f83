import type { Child } from 'hono/jsx'
import type { Ownership } from '../../../kernel/ownership.ts'
import type { LinkView } from '../../../referee/index.ts'
import { Button } from '../../ui/button.tsx'
import { CopyField } from '../../ui/credentials.tsx'
import { Fill } from '../../ui/fill.tsx'
import { Form, Hidden } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Layout } from '../../ui/layout.tsx'
import { Written } from '../../ui/markdown.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Aside, Card, CardTitle, Muted, OpeningArea, Stack, Title } from '../../ui/text.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { AfterNewPin, isPinClosed, LinkForm, LinkRefusal } from './link-form.tsx'
import { linkPath } from './paths.ts'
import { WhatHappens } from './what-happens.tsx'

export type LinkError =
  | { code: 'wrong_pin' }
  | { code: 'pin_closed' }
  | { code: 'choose_ownership' }
  | { code: 'rate_limited' }
  | { code: 'temporarily_unavailable' }

export type LinkPageProps = {
  frame: Frame
  link: LinkView
  ref: string
  /** Null where the grant was proved by its PIN at `/go`. */
  secret: string | null
  /** This browser may claim: every platform but `agent`. */
  claims: boolean
  values: { ownership: Ownership | null }
  error: LinkError | null
  /** What an app or the command line is given; null with the secret. */
  provisionUrl: string | null
  /** Where the browser does not claim: this answers the POST, a person pressed Continue. */
  justOpened: boolean
  /** From `renderMarkdown`. */
  instructionsHtml: string
}

/**
 * `/p/<ref>?k=<secret>` on the device, while the link can be used. Posts `k` to `/p/<ref>`, with `ownership` and
 * `pin` where they are asked for; as the second step of `/go` posts `grant` to `/go/continue`.
 */
export function LinkPage(props: LinkPageProps) {
  return props.justOpened && !props.claims ? <Opened {...props} /> : <Asking {...props} />
}

function Asking(props: LinkPageProps) {
  const { frame, link, secret, claims, error } = props
  const words = frame.copy.link
  const title = claims ? frame.copy.platforms[link.platform].setUpThis : words.title
  return (
    <Layout frame={frame} title={title} failed={error !== null} scripts={secret === null ? [] : ['link']}>
      <Watched {...props}>
        <Title title={title}>
          <p>{words.lead(frame.organisation?.name ?? '')}</p>
        </Title>
        <Aside>
          <LinkRefusal {...props} />
        </Aside>
        <Stack>
          <Card>
            {claims && isPinClosed(props) ? (
              <AfterNewPin {...props} />
            ) : (
              <Stack>
                <WhatHappens frame={frame} link={link} reports={link.reports} />
                {claims ? <LinkForm {...props} /> : <ContinueForm {...props} />}
              </Stack>
            )}
          </Card>
          <Muted>
            <Fill
              text={secret === null ? words.endsCode : words.ends}
              slots={{ time: <RelativeTime frame={frame} at={link.validUntil} /> }}
            />{' '}
            {!claims && link.confirmation === 'pin' && words.pinNeeded} {words.notExpected}
          </Muted>
        </Stack>
      </Watched>
    </Layout>
  )
}

/** A link that was opened is noted; what was proved by its PIN was opened before. */
function Watched({ ref, secret, children }: LinkPageProps & { children?: Child }) {
  if (secret === null) return <>{children}</>
  return (
    <OpeningArea address={`${linkPath(ref)}/opened`} secret={secret}>
      {children}
    </OpeningArea>
  )
}

function ContinueForm({ frame, ref, secret }: LinkPageProps) {
  return (
    <Form action={linkPath(ref)}>
      <Hidden name="k" value={secret ?? ''} />
      <Button>{frame.copy.link.submit}</Button>
    </Form>
  )
}

function Opened({ frame, link, provisionUrl, instructionsHtml }: LinkPageProps) {
  const words = frame.copy.link
  return (
    <Layout frame={frame} title={words.opened.title} scripts={['copy']}>
      <Title title={words.opened.title}>
        <p>{words.opened.lead}</p>
      </Title>
      <Stack>
        <Card>
          <CardTitle>{words.opened.instructions}</CardTitle>
          <Stack>
            <Written html={instructionsHtml} />
            <CopyField
              id="provision-url"
              label={words.opened.copy}
              value={provisionUrl ?? ''}
              button={frame.copy.ui.copyButton}
            />
          </Stack>
        </Card>
        <Notice tone="info">
          {words.opened.unused} {link.confirmation === 'pin' && words.pinNeeded}
        </Notice>
        <Muted>
          <Fill text={words.ends} slots={{ time: <RelativeTime frame={frame} at={link.validUntil} /> }} />
        </Muted>
      </Stack>
    </Layout>
  )
}
