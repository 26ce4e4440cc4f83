import type { DiscoveryRefusal, OidcProblems, OidcView } from '../../../organisations/index.ts'
import { FieldRow, problemText, Switch } from '../../ui/controls.tsx'
import { CopyField } from '../../ui/credentials.tsx'
import { Field } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { SecretField } from '../../ui/secret-field.tsx'
import { Act, ActLink, Acts, ConfirmPage, Explained, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'

export const OIDC_PATH = '/manage/sign-in'

/** What the page begins with where nothing is set. */
export const EMPTY_OIDC: OidcView = {
  enabled: true,
  issuer: '',
  clientId: '',
  emailClaim: 'email',
  forOwners: false,
}

export type OidcDone = 'saved' | 'savedOff' | 'worked' | 'forgotten'

export type OidcPageProps = {
  frame: Frame
  redirectUri: string
  values: OidcView
  /** Settings are stored: a secret too. */
  stored: boolean
  /** Where the sign-in begins; null while it is off. */
  tryAt: string | null
  problems: OidcProblems | null
  discovery: DiscoveryRefusal | null
  done: OidcDone | null
}

/** How people sign in at the organisation's own provider. Posts to itself. */
export function OidcPage(props: OidcPageProps) {
  const { frame, stored, tryAt, done } = props
  const words = frame.copy.oidc.settings
  return (
    <StaffLayout
      frame={frame}
      area="manage"
      section="oidc"
      title={words.title}
      lead={words.lead}
      failed={props.problems !== null || props.discovery !== null}
      done={done && words[done]}
      scripts={['copy']}
    >
      <Panel title={words.provider.title} lead={words.provider.lead}>
        <CopyField
          id="redirect-uri"
          label={words.provider.redirectUri}
          value={props.redirectUri}
          button={frame.copy.ui.copyButton}
        />
      </Panel>
      <OidcForm {...props} />
      {stored && (
        <Panel>
          {tryAt && (
            <Explained act={<ActLink href={tryAt}>{words.tryIt}</ActLink>}>{words.tryText}</Explained>
          )}
          <Explained
            act={
              <ActLink weight="danger" href={`${OIDC_PATH}/forget`}>
                {words.forget.act}
              </ActLink>
            }
          >
            {words.forget.explained}
          </Explained>
        </Panel>
      )}
    </StaffLayout>
  )
}

function OidcForm({ frame, values, stored, problems, discovery }: OidcPageProps) {
  const { copy } = frame
  const words = copy.oidc.settings
  const fields = problems?.fields ?? {}
  const issuerError = problems?.issuer
    ? words.issuer[problems.issuer]
    : discovery && words.discovery[discovery.code](discovery.detail)
  return (
    <StaffForm action={OIDC_PATH}>
      <Panel title={words.form.title} lead={words.form.lead}>
        <Switch
          name="enabled"
          label={words.form.enabled}
          detail={words.form.enabledDetail}
          checked={values.enabled}
        />
        <Field
          name="issuer"
          label={words.form.issuer}
          hint={words.form.issuerHint}
          value={values.issuer}
          autocomplete="off"
          error={issuerError}
        />
        <FieldRow>
          <Field
            name="clientId"
            label={words.form.clientId}
            value={values.clientId}
            autocomplete="off"
            maxlength={200}
            error={problemText(copy, fields.clientId)}
          />
          <SecretField
            name="clientSecret"
            label={words.form.clientSecret}
            note={stored ? words.form.secretSet : null}
            hint={stored ? words.form.secretKeep : words.form.secretNew}
            maxlength={500}
            error={problemText(copy, fields.clientSecret)}
          />
        </FieldRow>
        <Field
          name="emailClaim"
          label={words.form.emailClaim}
          hint={words.form.emailClaimHint}
          value={values.emailClaim}
          autocomplete="off"
          maxlength={100}
          error={problemText(copy, fields.emailClaim)}
        />
        <Switch
          name="forOwners"
          label={words.form.forOwners}
          detail={words.form.forOwnersDetail}
          checked={values.forOwners}
        />
        <Acts>
          <Act>{words.form.submit}</Act>
        </Acts>
      </Panel>
    </StaffForm>
  )
}

/** Asks once before the provider's people are forgotten. */
export function ForgetIdentitiesPage({ frame }: { frame: Frame }) {
  const words = frame.copy.oidc.settings
  return (
    <ConfirmPage
      frame={frame}
      area="manage"
      section="oidc"
      title={words.forget.title}
      parent={{ href: OIDC_PATH, label: words.title }}
      consequences={words.forget.consequences}
      action={`${OIDC_PATH}/forget`}
      act={words.forget.act}
      cancel={OIDC_PATH}
    />
  )
}
