import { ButtonLink } from '../../ui/button.tsx'
import { CodeDisplay } from '../../ui/credentials.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Layout } from '../../ui/layout.tsx'
import { Card, Muted, Stack, Title } from '../../ui/text.tsx'
import { setupPath } from './paths.ts'

export type CodeElsewherePageProps = { frame: Frame; code: string }

/** The mailed link was opened in a browser that did not ask for the code. */
export function CodeElsewherePage({ frame, code }: CodeElsewherePageProps) {
  const words = frame.copy.setup.elsewhere
  return (
    <Layout frame={frame} title={words.title} step="email">
      <Card>
        <Title title={words.title}>
          <p>{words.lead}</p>
        </Title>
        <Stack>
          <CodeDisplay label={words.code} code={code} />
          <Muted>{words.safe}</Muted>
          <div>
            <p>{words.orHere}</p>
            <ButtonLink weight="quiet" href={setupPath(frame, '?change=1')}>
              {words.begin}
            </ButtonLink>
          </div>
        </Stack>
      </Card>
    </Layout>
  )
}
