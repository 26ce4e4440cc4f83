import type { Permission } from '../../../accounts/index.ts'
import {
  CHAIN_LENGTH_MAX,
  FILE_PASSWORD_MAX,
  lifeOf,
  purposesOf,
  USER_CERTIFICATE_NAME_MAX,
  USER_CERTIFICATES_MAX,
  type UserCertificate,
} from '../../../certificates/index.ts'
import type { FieldProblems } from '../../../kernel/fields.ts'
import { DAY } from '../../../kernel/time.ts'
import { Links } from '../../ui/certificates.tsx'
import { FileField, problemAt } from '../../ui/controls.tsx'
import { Field } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Item, Items } from '../../ui/items.tsx'
import { SecretField } from '../../ui/secret-field.tsx'
import { Act, Acts, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { Badge } from '../../ui/table.tsx'
import { Muted } from '../../ui/text.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { MY_CERTIFICATES_PATH, removalPath } from './certificates-paths.ts'

export type MyCertificatesPageProps = {
  frame: Frame
  /** At most 20. */
  certificates: UserCertificate[]
  permissions: readonly Permission[]
  /** What was typed; a password and a file are never shown again. */
  name: string
  /** At `file`, `password` and `name`. */
  problems: FieldProblems
  done: string | null
}

/** GET `/portal/certificates`: what somebody brought, and the form for more where they may. */
export function MyCertificatesPage(props: MyCertificatesPageProps) {
  const { frame, certificates } = props
  const words = frame.copy.userCertificates
  const mayUpload = props.permissions.includes('upload_certificates')
  return (
    <StaffLayout
      frame={frame}
      area="portal"
      section="myCertificates"
      title={words.title}
      lead={words.lead}
      done={props.done}
      failed={Object.keys(props.problems).length > 0}
    >
      <Panel title={words.caption}>
        {certificates.length > 0 ? (
          <Items label={words.caption}>
            {certificates.map((certificate) => (
              <Certificate frame={frame} certificate={certificate} />
            ))}
          </Items>
        ) : (
          <Muted>{mayUpload ? words.emptyUpload : words.empty}</Muted>
        )}
      </Panel>
      {mayUpload ? <UploadPanel {...props} /> : <Muted>{words.notAllowed}</Muted>}
    </StaffLayout>
  )
}

function Certificate({ frame, certificate }: { frame: Frame; certificate: UserCertificate }) {
  const words = frame.copy.userCertificates
  const { name, subject, issuer, usages, hasKey } = certificate
  const purposes = purposesOf(usages).map((purpose) => words.purposes[purpose])
  return (
    <Item
      title={name}
      badge={<Badge tone={hasKey ? 'good' : 'neutral'}>{hasKey ? words.withKey : words.withoutKey}</Badge>}
      about={
        <>
          {subject || words.noSubject}. {words.issuer}
          {frame.copy.ui.colon}
          {issuer}
        </>
      }
      act={<Links items={[{ href: removalPath(certificate), label: words.remove.link, about: name }]} />}
    >
      {purposes.length > 0 && <p>{purposes.join(', ')}</p>}
      <div>
        <End frame={frame} certificate={certificate} />
      </div>
    </Item>
  )
}

/** Until when, and a word of warning where that is soon or over. */
function End({ frame, certificate }: { frame: Frame; certificate: UserCertificate }) {
  const words = frame.copy.userCertificates
  const { endsAt } = certificate
  const life = lifeOf(certificate, frame.now)
  if (life === 'ended')
    return (
      <>
        <Badge tone="bad">{words.ended}</Badge> <RelativeTime frame={frame} at={endsAt} />
        <Muted>{words.endedNote}</Muted>
      </>
    )
  if (life !== 'valid')
    return <Badge tone="warning">{words.soon(Math.floor((endsAt - frame.now) / DAY))}</Badge>
  return (
    <>
      {words.ends} <RelativeTime frame={frame} at={endsAt} />
    </>
  )
}

function UploadPanel({ frame, certificates, name, problems }: MyCertificatesPageProps) {
  const { copy } = frame
  const { upload: words } = copy.userCertificates
  const full = certificates.length >= USER_CERTIFICATES_MAX
  return (
    <Panel id="upload" title={words.title} lead={full ? words.full(USER_CERTIFICATES_MAX) : words.lead}>
      <StaffForm action={MY_CERTIFICATES_PATH} upload>
        <FileField
          name="file"
          label={words.file}
          hint={words.fileHint(CHAIN_LENGTH_MAX - 1)}
          accept=".p12,.pfx,.pem,.crt,.cer,.der,application/x-pkcs12,application/x-x509-user-cert"
          error={tell(frame, problems, 'file')}
        />
        <SecretField
          name="password"
          label={words.password}
          note={words.optional}
          hint={words.passwordHint}
          maxlength={FILE_PASSWORD_MAX}
          error={tell(frame, problems, 'password')}
        />
        <Field
          name="name"
          label={words.name}
          note={words.optional}
          hint={words.nameHint}
          value={name}
          maxlength={USER_CERTIFICATE_NAME_MAX}
          autocomplete="off"
          required={false}
          error={tell(frame, problems, 'name')}
        />
        <Acts>
          <Act>{words.submit}</Act>
        </Acts>
      </StaffForm>
    </Panel>
  )
}

/** What is wrong with a field; of a file, what would be accepted. */
function tell({ copy }: Frame, problems: FieldProblems, field: string): string | null {
  const { refusals } = copy.userCertificates
  const detail = problems[field]?.detail ?? ''
  if (Object.hasOwn(refusals, detail)) return refusals[detail as keyof typeof refusals]
  return problemAt(copy, problems, field)
}
