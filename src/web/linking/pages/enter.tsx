import { Narrow } from '../../ui/device-link.tsx'
import { Field } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Notice } from '../../ui/notice.tsx'
import { describeRelative } from '../../ui/relative.ts'
import { Act, Acts, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'

export type EnterError =
  | { code: 'not_a_code' }
  | { code: 'unknown' }
  | { code: 'other_organisation' }
  | { code: 'too_many_codes'; opensAt: number }
  | { code: 'rate_limited' }

export type EnterCodePageProps = {
  frame: Frame
  code: string
  /** The code came with a link: it is to be compared before going on. */
  brought: boolean
  /** What the person was about to answer is over. */
  over: boolean
  error: EnterError | null
}

/** `/link`. Posts `code` there. */
export function EnterCodePage({ frame, code, brought, over, error }: EnterCodePageProps) {
  const words = frame.copy.deviceLink.enter
  const { organisation, locale, now } = frame
  const atField = error?.code === 'not_a_code' || error?.code === 'unknown' ? words.errors[error.code] : null
  const refusal =
    error?.code === 'too_many_codes'
      ? words.errors.too_many_codes(describeRelative({ at: error.opensAt, now, locale }))
      : error?.code === 'other_organisation'
        ? words.errors.other_organisation(organisation?.name ?? '')
        : error?.code === 'rate_limited'
          ? frame.copy.ui.refusals.rate_limited
          : null
  return (
    <StaffLayout
      frame={frame}
      area="portal"
      section="register"
      title={words.title}
      lead={words.lead}
      failed={error !== null && 'said'}
    >
      <Narrow>
        {over && (
          <Notice tone="warning" title={words.over.title}>
            {words.over.text}
          </Notice>
        )}
        {refusal !== null && <Notice tone="error">{refusal}</Notice>}
        <Panel>
          <StaffForm action="/link">
            {brought && error === null && <Notice tone="warning">{words.compare}</Notice>}
            <Field
              name="code"
              label={words.code}
              hint={words.codeHint}
              value={code}
              autocomplete="off"
              maxlength={20}
              code
              focus={!brought}
              error={atField}
            />
            <Acts>
              <Act>{words.submit}</Act>
            </Acts>
          </StaffForm>
        </Panel>
      </Narrow>
    </StaffLayout>
  )
}
