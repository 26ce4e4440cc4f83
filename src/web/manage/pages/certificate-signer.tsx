import type { FieldProblems } from '../../../kernel/fields.ts'
import { FileOrText } from '../../ui/certificates.tsx'
import { problemAt } from '../../ui/controls.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Act, ActLink, Acts, ConfirmPage, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { CERTIFICATES_PATH, SIGNER_PATH } from '../certificate-paths.ts'
import { around, parentOf } from './certificate-parts.tsx'

/** Under the names of the form's fields. */
export type SignerFormProps = { frame: Frame; chain: string; problems: FieldProblems }

/** A certificate of another authority and its key. What was typed stays, but for the key. Posts to itself. */
export function SignerFormPage({ frame, chain, problems }: SignerFormProps) {
  const { copy } = frame
  const words = copy.certificates.signer.form
  return (
    <StaffLayout
      {...around(frame)}
      title={words.title}
      lead={words.lead}
      parent={parentOf(frame)}
      failed={Object.keys(problems).length > 0}
    >
      <StaffForm action={SIGNER_PATH} upload>
        <Panel>
          <FileOrText
            name="chain"
            label={words.chain}
            hint={words.chainHint}
            orText={words.chainText}
            accept=".pem,.crt,.cer,application/x-pem-file"
            value={chain}
            error={problemAt(copy, problems, 'chain')}
          />
          <FileOrText
            name="secretKey"
            label={words.key}
            hint={words.keyHint}
            orText={words.keyText}
            accept=".pem,.key,application/x-pem-file"
            value=""
            error={problemAt(copy, problems, 'secretKey')}
          />
          <Acts>
            <Act>{words.submit}</Act>
            <ActLink href={CERTIFICATES_PATH}>{copy.staff.cancel}</ActLink>
          </Acts>
        </Panel>
      </StaffForm>
    </StaffLayout>
  )
}

/** Asks once before the uploaded certificate goes. */
export function RemoveSignerPage({ frame }: { frame: Frame }) {
  const words = frame.copy.certificates.signer.removal
  return (
    <ConfirmPage
      {...around(frame)}
      title={words.title}
      parent={parentOf(frame)}
      consequences={words.consequences}
      action={`${SIGNER_PATH}/remove`}
      act={words.act}
      cancel={CERTIFICATES_PATH}
    />
  )
}
