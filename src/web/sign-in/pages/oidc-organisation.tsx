import { Button, ButtonLink } from '../../ui/button.tsx'
import { Field, Form, Hidden } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Layout } from '../../ui/layout.tsx'
import { Card, Title } from '../../ui/text.tsx'

export type OidcOrganisationPageProps = {
  frame: Frame
  value: string
  /** Where to go on afterwards. */
  to: string | null
  failed: boolean
}

/** Which organisation's provider: asks for the short name. Sends `organisation` to `/sign-in/organisation`. */
export function OidcOrganisationPage({ frame, value, to, failed }: OidcOrganisationPageProps) {
  const words = frame.copy.oidc.organisation
  return (
    <Layout frame={frame} title={words.title} failed={failed}>
      <Card>
        <Title title={words.title}>
          <p>{words.lead}</p>
        </Title>
        <Form action="/sign-in/organisation" method="get">
          {to !== null && <Hidden name="to" value={to} />}
          <Field
            name="organisation"
            label={words.name}
            hint={words.hint}
            value={value}
            autocomplete="organization"
            maxlength={64}
            error={failed ? frame.copy.fields.not_a_slug(0, '') : null}
          />
          <Button>{words.submit}</Button>
        </Form>
      </Card>
    </Layout>
  )
}

export type OidcOnwardPageProps = { frame: Frame; slug: string; href: string }

/** Goes on to the provider by itself; the link is for browsers that do not. */
export function OidcOnwardPage({ frame, slug, href }: OidcOnwardPageProps) {
  const words = frame.copy.oidc.organisation
  return (
    <Layout frame={frame} title={words.onward}>
      <Card>
        <Title title={words.onward}>
          <p>{words.onwardLead(slug)}</p>
        </Title>
        <ButtonLink href={href}>{words.submit}</ButtonLink>
      </Card>
    </Layout>
  )
}
