import type { Platform } from '../../../kernel/platform.ts'
import type { LinkView } from '../../../referee/index.ts'
import { ButtonLink } from '../../ui/button.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Layout } from '../../ui/layout.tsx'
import { Card, Part, Stack, Title } from '../../ui/text.tsx'
import { setupPath } from './paths.ts'

export type WrongPlatformPageProps = {
  frame: Frame
  link: Pick<LinkView, 'platform'>
  /** What the visitor's browser seems to run on. */
  seems: Platform
  /** The page that the person asked for, with the guess overruled. */
  path: string
}

/** The link is for another kind of device, as far as one can tell. Nothing was used up, and guesses can be wrong. */
export function WrongPlatformPage({ frame, link, seems, path }: WrongPlatformPageProps) {
  const words = frame.copy.link.wrongPlatform
  const wanted = frame.copy.platforms[link.platform]
  const title = words.title(wanted.forOne)
  return (
    <Layout frame={frame} title={title}>
      <Title title={title}>
        <p>{words.lead(frame.copy.platforms[seems].one)}</p>
      </Title>
      <Card>
        <Stack>
          <Part title={wanted.onIt}>
            <p>{words.there}</p>
          </Part>
          <Part title={words.here.title}>
            <Stack gap="tight">
              <p>{words.here.text}</p>
              <ButtonLink weight="secondary" href={setupPath(frame, '/device')}>
                {words.get}
              </ButtonLink>
            </Stack>
          </Part>
          <Part title={words.wrong.title}>
            <p>{words.wrong.text}</p>
            <ButtonLink weight="quiet" href={path}>
              {words.overrule(wanted.one)}
            </ButtonLink>
          </Part>
        </Stack>
      </Card>
    </Layout>
  )
}
