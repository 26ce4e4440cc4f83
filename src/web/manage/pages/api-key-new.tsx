import type { FieldProblems } from '../../../kernel/fields.ts'
import { API_KEY_NAME_MAX, API_SCOPES, type ApiKey, type ApiKeyForm } from '../../../organisations/index.ts'
import { problemAt, Switch, SwitchGroup } from '../../ui/controls.tsx'
import { CopyField } from '../../ui/credentials.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field, Hidden } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Notice } from '../../ui/notice.tsx'
import { Act, ActLink, Acts, ConfirmPage, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { API_KEYS_PATH, NEW_API_KEY_PATH, revokePath } from '../api-key-paths.ts'

const around = (frame: Frame) =>
  ({
    frame,
    area: 'manage',
    section: 'deviceSetup',
    parent: { href: API_KEYS_PATH, label: frame.copy.apiKeys.title },
  }) as const

/** What a new key is for. Posts to itself. */
export function NewApiKeyPage(props: { frame: Frame; values: ApiKeyForm; problems: FieldProblems }) {
  const { frame, values, problems } = props
  const { copy } = frame
  const words = copy.apiKeys.form
  // Which of several is wrong does not matter: it is the group that lacks something.
  const scopeField = Object.keys(problems).find((field) => field.split('.')[0] === 'scopes')
  return (
    <StaffLayout
      {...around(frame)}
      title={words.title}
      lead={words.lead}
      failed={Object.keys(problems).length > 0}
    >
      <StaffForm action={NEW_API_KEY_PATH}>
        <Hidden name="once" value={values.once} />
        <Panel>
          <Field
            name="name"
            label={words.name}
            hint={words.nameHint}
            value={values.name}
            autocomplete="off"
            maxlength={API_KEY_NAME_MAX}
            error={problemAt(copy, problems, 'name')}
          />
          <SwitchGroup legend={words.scopes}>
            {API_SCOPES.map((scope, index) => (
              <Switch
                name="scopes"
                id={`scope-${scope}`}
                value={scope}
                label={copy.apiKeys.scopes[scope].label}
                detail={copy.apiKeys.scopes[scope].detail}
                checked={values.scopes.includes(scope)}
                error={index === 0 && scopeField ? problemAt(copy, problems, scopeField) : null}
              />
            ))}
          </SwitchGroup>
          <DateField
            name="endsOn"
            label={words.endsOn}
            note={copy.ui.optional}
            hint={words.endsOnHint}
            value={values.endsOn}
            error={problemAt(copy, problems, 'endsOn')}
          />
          <Acts>
            <Act>{words.submit}</Act>
            <ActLink href={API_KEYS_PATH}>{copy.staff.cancel}</ActLink>
          </Acts>
        </Panel>
      </StaffForm>
    </StaffLayout>
  )
}

/** The key, this once. */
export function ApiKeyMadePage({ frame, name, secret }: { frame: Frame; name: string; secret: string }) {
  const { copy } = frame
  const words = copy.apiKeys.made
  return (
    <StaffLayout {...around(frame)} title={words.title} scripts={['copy']}>
      <Notice tone="warning">{words.once}</Notice>
      <Panel>
        <CopyField id="api-key" label={words.key(name)} value={secret} button={copy.ui.copyButton} leading />
        <p>{words.keep}</p>
        <Acts>
          <ActLink href={API_KEYS_PATH}>{words.back}</ActLink>
        </Acts>
      </Panel>
    </StaffLayout>
  )
}

/** Asks once before a key ends. */
export function RevokeApiKeyPage({ frame, apiKey }: { frame: Frame; apiKey: Pick<ApiKey, 'id' | 'name'> }) {
  const words = frame.copy.apiKeys.revoke
  return (
    <ConfirmPage
      {...around(frame)}
      title={words.title(apiKey.name)}
      consequences={words.consequences}
      action={revokePath(apiKey.id)}
      act={words.act}
      cancel={API_KEYS_PATH}
    />
  )
}
