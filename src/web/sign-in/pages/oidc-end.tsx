import type { Copy } from '../../../copy/index.ts'
import { ButtonLink } from '../../ui/button.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Layout } from '../../ui/layout.tsx'
import { Card, Muted, Stack, Title } from '../../ui/text.tsx'

export type OidcEnd = keyof Copy['oidc']['ends']

export type OidcEndPageProps = {
  frame: Frame
  end: OidcEnd
  /** The provider's own error code, for whoever looks after it. */
  said: string | null
  /** The address that the provider gave. */
  address: string | null
  /** Where signing in at the provider begins again; null where no organisation is known. */
  again: string | null
  /** Where people sign in without the provider. */
  instead: string
}

/** Somebody came back from their provider and could not be signed in: what happened, and the next step. */
export function OidcEndPage({ frame, end, said, address, again, instead }: OidcEndPageProps) {
  const { ends, ways } = frame.copy.oidc
  const words = ends[end]
  const offered = end !== 'not_offered' && end !== 'not_for_owners'
  return (
    <Layout frame={frame} title={words.title}>
      <Card>
        <Title title={words.title}>
          <p>{words.text(frame.organisation?.name ?? ways.yourOrganisation, address)}</p>
          <p>{words.next}</p>
        </Title>
        <Stack gap="tight">
          {offered && <ButtonLink href={again ?? '/sign-in/organisation'}>{ways.again}</ButtonLink>}
          <ButtonLink weight={offered ? 'secondary' : 'primary'} href={instead}>
            {ways.instead}
          </ButtonLink>
          {said !== null && <Muted>{ways.said(said)}</Muted>}
        </Stack>
      </Card>
    </Layout>
  )
}
