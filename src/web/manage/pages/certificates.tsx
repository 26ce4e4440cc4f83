import type { Authority, SignerView } from '../../../certificates/index.ts'
import { fingerprintOf } from '../../http/certificate-files.ts'
import { Fingerprint, Links } from '../../ui/certificates.tsx'
import { CopyField } from '../../ui/credentials.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Notice } from '../../ui/notice.tsx'
import { Heading } from '../../ui/people.tsx'
import { Act, ActLink, Acts, ConfirmPage, Explained, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { RowTitle, Table } from '../../ui/table.tsx'
import { Facts, Muted, Stack } from '../../ui/text.tsx'
import { ClockTime, RelativeTime } from '../../ui/time.tsx'
import { CERTIFICATES_PATH, ISSUED_PATH, publicPaths, SIGNER_PATH } from '../certificate-paths.ts'
import { around, EndTime, parentOf } from './certificate-parts.tsx'

export type CertificatesPageProps = {
  frame: Frame
  /** The one that issues; null before the first certificate. */
  issuing: Authority | null
  /** Those that issue no more and have not ended. */
  trusted: Authority[]
  /** Null while the authority's own certificate signs. */
  signer: SignerView | null
  baseUrl: string
  done: string | null
}

/** The authority, what signs profiles, and the way to what was issued. GET `/manage/certificates`. */
export function CertificatesPage(props: CertificatesPageProps) {
  const { frame, trusted } = props
  const words = frame.copy.certificates
  return (
    <StaffLayout
      {...around(frame)}
      title={words.title}
      lead={words.lead}
      actions={<ActLink href={ISSUED_PATH}>{words.issued.link}</ActLink>}
      done={props.done}
      scripts={['copy']}
    >
      <AuthorityPanel {...props} />
      {trusted.length > 0 && <Retired frame={frame} trusted={trusted} />}
      <SignerPanel {...props} />
    </StaffLayout>
  )
}

function AuthorityPanel({ frame, issuing, baseUrl }: CertificatesPageProps) {
  const { authority: words, rotate, facts } = frame.copy.certificates
  if (!issuing)
    return (
      <Panel title={words.title}>
        <Muted>{words.none}</Muted>
        <StaffForm action={`${CERTIFICATES_PATH}/create`}>
          <Acts>
            <Act>{words.create}</Act>
          </Acts>
        </StaffForm>
      </Panel>
    )
  return (
    <Panel title={words.title} lead={words.lead}>
      <Facts
        facts={[
          { name: facts.name, value: issuing.name },
          { name: facts.fingerprint, value: <Fingerprint text={fingerprintOf(issuing.pem)} /> },
          { name: facts.created, value: <RelativeTime frame={frame} at={issuing.createdAt} /> },
          { name: facts.ends, value: <EndTime frame={frame} at={issuing.endsAt} /> },
        ]}
      />
      <Acts>
        <ActLink href={pemPath(issuing)}>{words.pem}</ActLink>
        <ActLink href={publicPaths(issuing.id).certificate}>{words.der}</ActLink>
      </Acts>
      <CopyField
        id="crl"
        label={words.crl}
        value={`${baseUrl}${publicPaths(issuing.id).crl}`}
        button={frame.copy.ui.copyButton}
      />
      <Explained
        act={
          <ActLink weight="danger" href={`${CERTIFICATES_PATH}/rotate`}>
            {rotate.link}
          </ActLink>
        }
      >
        {words.rotateText}
      </Explained>
    </Panel>
  )
}

const pemPath = ({ id }: Authority) => `${CERTIFICATES_PATH}/authorities/${encodeURIComponent(id)}/pem`

function Retired({ frame, trusted }: { frame: Frame; trusted: Authority[] }) {
  const { retired: words, authority, facts } = frame.copy.certificates
  return (
    <Stack gap="tight">
      <Heading>{words.title}</Heading>
      <Muted>{words.lead}</Muted>
      <Table
        caption={words.title}
        columns={[
          { label: facts.name },
          { label: facts.retired, steady: true, lesser: true },
          { label: facts.ends, steady: true },
          { label: frame.copy.staff.actions, silent: true },
        ]}
        rows={trusted.map((one) => [
          <RowTitle title={one.name} detail={<Fingerprint text={fingerprintOf(one.pem)} />} />,
          one.retiredAt !== null && <RelativeTime frame={frame} at={one.retiredAt} />,
          <ClockTime frame={frame} at={one.endsAt} />,
          <Links
            items={[
              { href: pemPath(one), label: authority.pem, about: one.name },
              { href: publicPaths(one.id).certificate, label: authority.der, about: one.name },
            ]}
          />,
        ])}
      />
    </Stack>
  )
}

function SignerPanel({ frame, signer }: CertificatesPageProps) {
  const { signer: words, facts } = frame.copy.certificates
  if (!signer)
    return (
      <Panel title={words.title} lead={words.lead}>
        <Muted>{words.builtIn}</Muted>
        <Explained act={<ActLink href={SIGNER_PATH}>{words.upload}</ActLink>}>{words.builtInHint}</Explained>
      </Panel>
    )
  return (
    <Panel title={words.title} lead={words.lead}>
      {signer.endsAt <= frame.now ? (
        <Notice tone="warning">{words.ended}</Notice>
      ) : (
        <Muted>{words.uploaded}</Muted>
      )}
      <Facts
        facts={[
          { name: facts.subject, value: signer.subject },
          { name: facts.issuer, value: signer.issuer },
          {
            name: facts.fingerprint,
            value: <Fingerprint text={fingerprintOf(signer.chain[0] ?? '')} />,
          },
          { name: facts.ends, value: <EndTime frame={frame} at={signer.endsAt} /> },
        ]}
      />
      <Explained
        act={
          <Acts>
            <ActLink href={SIGNER_PATH}>{words.replace}</ActLink>
            <ActLink weight="danger" href={`${SIGNER_PATH}/remove`}>
              {words.remove}
            </ActLink>
          </Acts>
        }
      >
        {words.removeText}
      </Explained>
    </Panel>
  )
}

/** Asks once before another authority takes over. */
export function RotatePage({ frame }: { frame: Frame }) {
  const { rotate: words } = frame.copy.certificates
  return (
    <ConfirmPage
      {...around(frame)}
      title={words.title}
      parent={parentOf(frame)}
      consequences={words.consequences}
      action={`${CERTIFICATES_PATH}/rotate`}
      act={words.act}
      cancel={CERTIFICATES_PATH}
    />
  )
}
