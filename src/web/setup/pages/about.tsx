import { Button } from '../../ui/button.tsx'
import { Checkbox, Field, Form, Reading } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Layout } from '../../ui/layout.tsx'
import { Written } from '../../ui/markdown.tsx'
import { Card, Title } from '../../ui/text.tsx'
import { setupPath } from './paths.ts'

export type AboutErrors = {
  name?: 'missing' | 'too_long' | 'not_text'
  phone?: 'missing' | 'not_a_number'
  terms?: 'not_accepted'
}

export type AboutPageProps = {
  frame: Frame
  values: { name: string; phone: string; terms: boolean }
  phoneRequired: boolean
  /** From `renderMarkdown`; null where there are none to accept. */
  termsHtml: string | null
  errors: AboutErrors
}

/** Step 2. Posts `name`, `phone` and `terms` (`yes`) to `/setup/<slug>/about`. */
export function AboutPage({ frame, values, phoneRequired, termsHtml, errors }: AboutPageProps) {
  const { copy, organisation } = frame
  const words = copy.setup.about
  const failed = Object.keys(errors).length > 0
  return (
    <Layout frame={frame} title={words.title} failed={failed} step="about">
      <Card>
        <Title title={words.title}>
          <p>{words.lead(organisation?.name ?? '')}</p>
        </Title>
        <Form action={setupPath(frame, '/about')}>
          <Field
            name="name"
            label={words.name}
            value={values.name}
            autocomplete="name"
            error={errors.name ? words.errors.name[errors.name] : null}
          />
          <Field
            name="phone"
            label={words.phone}
            note={phoneRequired ? null : copy.ui.optional}
            hint={words.phoneHint}
            value={values.phone}
            type="tel"
            inputmode="tel"
            autocomplete="tel"
            required={phoneRequired}
            error={errors.phone ? words.errors.phone[errors.phone] : null}
          />
          {termsHtml !== null && (
            <>
              <Reading title={words.terms}>
                <Written html={termsHtml} />
              </Reading>
              <Checkbox
                name="terms"
                label={words.accept}
                checked={values.terms}
                error={errors.terms ? words.errors.terms[errors.terms] : null}
              />
            </>
          )}
          <Button>{words.submit}</Button>
        </Form>
      </Card>
    </Layout>
  )
}
