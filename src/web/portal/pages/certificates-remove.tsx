import type { UserCertificate } from '../../../certificates/index.ts'
import type { Frame } from '../../ui/frame.ts'
import { ConfirmPage } from '../../ui/staff-form.tsx'
import { Facts } from '../../ui/text.tsx'
import { MY_CERTIFICATES_PATH, removalPath } from './certificates-paths.ts'

export type RemoveMyCertificatePageProps = {
  frame: Frame
  certificate: UserCertificate
  /** Templates by which living devices of its owner get it. */
  templates: { name: string; devices: number }[]
}

/** Asks once before a certificate goes. GET `/portal/certificates/:certificate/delete`. */
export function RemoveMyCertificatePage({ frame, certificate, templates }: RemoveMyCertificatePageProps) {
  const words = frame.copy.userCertificates
  const { consequences } = words.remove
  const { hasKey, usages } = certificate
  return (
    <ConfirmPage
      frame={frame}
      area="portal"
      section="myCertificates"
      title={words.remove.title}
      parent={{ href: MY_CERTIFICATES_PATH, label: words.title }}
      consequences={[
        hasKey ? consequences.deleted : consequences.deletedWithoutKey,
        ...(templates.length > 0
          ? templates.map(({ name, devices }) => consequences.devices(name, devices))
          : [consequences.unused]),
        ...(hasKey && usages.includes('email_protection') ? [consequences.mail] : []),
      ]}
      action={removalPath(certificate)}
      act={words.remove.act}
      cancel={MY_CERTIFICATES_PATH}
    >
      <Facts
        facts={[
          { name: words.name, value: certificate.name },
          { name: words.issuer, value: certificate.issuer },
        ]}
      />
    </ConfirmPage>
  )
}
