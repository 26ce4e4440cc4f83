import type { LinkView } from '../../../referee/index.ts'
import { Button } from '../../ui/button.tsx'
import { CopyField } from '../../ui/credentials.tsx'
import { Fill } from '../../ui/fill.tsx'
import { Form, Hidden } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Layout } from '../../ui/layout.tsx'
import { Written } from '../../ui/markdown.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Card, CardTitle, Muted, OpeningArea, Part, Points, Stack, Title } from '../../ui/text.tsx'
import { RelativeTime } from '../../ui/time.tsx'

export type LinkPageProps = {
  frame: Frame
  link: LinkView
  ref: string
  secret: string
  /** What an app or the command line is given. */
  provisionUrl: string
  /** This answers the POST: a person pressed Continue. */
  justOpened: boolean
  /** From `renderMarkdown`. */
  instructionsHtml: string
}

/** `/p/<ref>?k=<secret>` on the device, while the link can be used. Posts `k` to `/p/<ref>`. */
export function LinkPage(props: LinkPageProps) {
  return props.justOpened ? <Opened {...props} /> : <Asking {...props} />
}

function Asking({ frame, link, ref, secret }: LinkPageProps) {
  const words = frame.copy.link
  const name = frame.organisation?.name ?? ''
  const path = `/p/${encodeURIComponent(ref)}`
  return (
    <Layout frame={frame} title={words.title} scripts={['link']}>
      <OpeningArea address={`${path}/opened`} secret={secret}>
        <Title title={words.title}>
          <p>{words.lead(name)}</p>
        </Title>
        <Stack>
          <Card>
            <Stack gap="normal">
              <Part title={words.happens.title}>
                <Points
                  items={[
                    words.happens.registered[link.ownership](name),
                    words.happens.settings,
                    words.happens.reports,
                  ]}
                />
              </Part>
              <Part title={words.canSee.title(name)}>
                <Points mark="yes" items={words.canSee.items} />
              </Part>
              <Part title={words.cannotSee.title(name)}>
                <Points mark="no" items={words.cannotSee.items} />
              </Part>
              <Form action={path}>
                <Hidden name="k" value={secret} />
                <Button>{words.submit}</Button>
              </Form>
            </Stack>
          </Card>
          <Muted>
            <Fill text={words.ends} slots={{ time: <RelativeTime frame={frame} at={link.validUntil} /> }} />{' '}
            {link.confirmation === 'pin' && words.pinNeeded} {words.notExpected}
          </Muted>
        </Stack>
      </OpeningArea>
    </Layout>
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
              value={provisionUrl}
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
