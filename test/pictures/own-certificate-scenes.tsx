import type { UserCertificate } from '../../src/certificates/index.ts'
import { DAY } from '../../src/kernel/time.ts'
import { MyCertificatesPage, type MyCertificatesPageProps } from '../../src/web/portal/pages/certificates.tsx'
import { RemoveMyCertificatePage } from '../../src/web/portal/pages/certificates-remove.tsx'
import type { Scene } from './claim-scenes.tsx'
import { makeFrame, NOW } from './fixtures.ts'

/** The portal's pages of the certificates that people bring themselves. */

const en = makeFrame({ signedInAs: 'ada@acme.example' })
const de = makeFrame({ signedInAs: 'ada@acme.example', locale: 'de' })

const mail: UserCertificate = {
  id: 'uct_mail',
  name: 'Mail at work',
  subject: 'E=ada@acme.example,CN=Ada Lovelace,O=Acme Robotics Ltd,C=GB',
  issuer: 'CN=Bought Trust S/MIME CA G4,O=Bought Trust plc,C=GB',
  serial: '4b1f00c2a97d44e0b7a1c3d5e6f70819',
  usages: ['digital_signature', 'key_encipherment', 'email_protection', 'client_auth'],
  fingerprint: 'ab'.repeat(32),
  chainLength: 3,
  hasKey: true,
  startsAt: NOW - 300 * DAY,
  endsAt: NOW + 430 * DAY,
  createdAt: NOW - 20 * DAY,
}
const certificates: UserCertificate[] = [
  mail,
  {
    ...mail,
    id: 'uct_soon',
    name: 'VPN of the university',
    subject: 'UID=al1815,CN=Ada Lovelace,O=Analytical University',
    issuer: 'CN=Analytical University Users 2',
    usages: ['digital_signature', 'client_auth'],
    endsAt: NOW + 12 * DAY,
  },
  {
    ...mail,
    id: 'uct_colleague',
    name: 'Donaudampfschifffahrtsgesellschaftskapitänin Sonnenschein',
    subject: 'CN=Donaudampfschifffahrtsgesellschaftskapitänin Sonnenschein',
    usages: ['key_agreement', 'email_protection'],
    hasKey: false,
    chainLength: 1,
  },
  { ...mail, id: 'uct_ended', name: 'Mail until last year', endsAt: NOW - 40 * DAY },
]
const page: MyCertificatesPageProps = {
  frame: en,
  certificates,
  permissions: ['upload_certificates'],
  name: '',
  problems: {},
  done: null,
}
const accepted = 'not_accepted' as const

export const ownCertificateScenes: Scene[] = [
  { name: 'own-certificates-none', page: <MyCertificatesPage {...page} certificates={[]} /> },
  {
    name: 'own-certificates',
    page: <MyCertificatesPage {...page} done={en.copy.userCertificates.done.added} />,
  },
  { name: 'own-certificates-de', page: <MyCertificatesPage {...page} frame={de} /> },
  {
    name: 'own-certificates-password',
    page: (
      <MyCertificatesPage
        {...page}
        name="Mail at work"
        problems={{ password: { code: accepted, detail: 'wrong_password' } }}
      />
    ),
  },
  {
    name: 'own-certificates-protection-de',
    page: (
      <MyCertificatesPage
        {...page}
        frame={de}
        certificates={[]}
        problems={{ file: { code: accepted, detail: 'protection' } }}
      />
    ),
  },
  { name: 'own-certificates-no-upload', page: <MyCertificatesPage {...page} permissions={[]} /> },
  {
    name: 'own-certificates-delete',
    page: (
      <RemoveMyCertificatePage
        frame={en}
        certificate={mail}
        templates={[
          { name: 'Phones', devices: 1 },
          { name: 'Laptops', devices: 2 },
        ]}
      />
    ),
  },
]
