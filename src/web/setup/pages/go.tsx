import { Button, ButtonLink } from '../../ui/button.tsx'
import { Field, Form, Hidden } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { AskHelpdesk } from '../../ui/helpdesk.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Card, Muted, Stack, Title } from '../../ui/text.tsx'
import { setupPath } from './paths.ts'

export type GoField = 'site' | 'email' | 'pin'

/** `not_accepted` is one answer for an unknown person, a wrong PIN, and one that is locked, used or over. */
export type GoError =
  | { code: 'not_accepted' }
  | { code: 'incomplete'; fields: GoField[] }
  | { code: 'unknown_site' }
  | { code: 'rate_limited' }
  | { code: 'temporarily_unavailable' }

export type GoPageProps = {
  frame: Frame
  values: { site: string; email: string }
  /** `values.site` is known to be right: it travels along and is not asked for. */
  organisationKnown: boolean
  error: GoError | null
}

/** `/go`, for those who have no link. Posts `site`, `email` and `pin` to `/go`. */
export function GoPage({ frame, values, organisationKnown, error }: GoPageProps) {
  const words = frame.copy.go
  const missing = (field: GoField) => error?.code === 'incomplete' && error.fields.includes(field)
  const unknown = error?.code === 'unknown_site' ? words.errors.site.unknown : null
  const siteError = missing('site') ? words.errors.site.missing : unknown
  return (
    <Layout frame={frame} title={words.title} failed={error !== null}>
      <Stack>
        <Card>
          <Title title={words.title}>
            <p>{words.lead}</p>
          </Title>
          <Form action="/go">
            <GoRefusal frame={frame} error={error} />
            {organisationKnown && siteError === null ? (
              <Hidden name="site" value={values.site} />
            ) : (
              <Field
                name="site"
                label={words.site}
                hint={words.siteHint}
                value={values.site}
                autocomplete="off"
                maxlength={64}
                error={siteError}
              />
            )}
            <Field
              name="email"
              label={words.email}
              hint={words.emailHint}
              value={values.email}
              type="email"
              inputmode="email"
              autocomplete="email"
              error={missing('email') ? words.errors.email.missing : null}
            />
            <Field
              name="pin"
              label={words.pin}
              hint={words.pinHint}
              value=""
              inputmode="numeric"
              autocomplete="off"
              maxlength={20}
              code
              focus={error?.code === 'not_accepted'}
              error={missing('pin') ? words.errors.pin.missing : null}
            />
            <Button>{words.submit}</Button>
          </Form>
        </Card>
        <div>
          <Muted>{words.noPin}</Muted>
          <ButtonLink weight="quiet" href={setupPath(frame)}>
            {words.getOne}
          </ButtonLink>
        </div>
      </Stack>
    </Layout>
  )
}

function GoRefusal({ frame, error }: { frame: Frame; error: GoError | null }) {
  const words = frame.copy.go.errors.not_accepted
  switch (error?.code) {
    case 'not_accepted':
      return (
        <Notice tone="error" title={words.title}>
          {words.text} {words.next} <AskHelpdesk frame={frame} />
        </Notice>
      )
    case 'rate_limited':
    case 'temporarily_unavailable':
      return <Notice tone="error">{frame.copy.ui.refusals[error.code]}</Notice>
    default:
      return null
  }
}
