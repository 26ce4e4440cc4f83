import type { Authority, IssuedCertificate, SignerView } from '../../src/certificates/index.ts'
import type { KnownDevice } from '../../src/devices/index.ts'
import { DAY } from '../../src/kernel/time.ts'
import { CertificateListPage } from '../../src/web/manage/pages/certificate-list.tsx'
import { CertificatePage, RevokePage } from '../../src/web/manage/pages/certificate-one.tsx'
import { SignerFormPage } from '../../src/web/manage/pages/certificate-signer.tsx'
import { CertificatesPage, type CertificatesPageProps } from '../../src/web/manage/pages/certificates.tsx'
import { NOW } from './fixtures.ts'
import { managerDe as de, manager as en } from './staff-fixtures.ts'

/** The pages of certificates in states that a service in use does not show. */

const pem = (text: string) => `-----BEGIN CERTIFICATE-----\n${btoa(text)}\n-----END CERTIFICATE-----`

const issuing: Authority = {
  id: 'cea_sample',
  organisationId: 1,
  name: 'CN=Acme Robotics Device CA 2,O=Acme Robotics',
  pem: pem('issuing'),
  createdAt: NOW - 3630 * DAY,
  endsAt: NOW + 22 * DAY,
  retiredAt: null,
}
const old: Authority = {
  ...issuing,
  id: 'cea_old',
  name: 'CN=Donaudampfschifffahrtsgesellschaft Sonnenschein Device CA 1,O=Donaudampfschifffahrtsgesellschaft',
  pem: pem('old'),
  endsAt: NOW + 400 * DAY,
  retiredAt: NOW - 3 * DAY,
}
const signer: SignerView = {
  chain: [pem('signer')],
  subject: 'CN=Acme Robotics Profiles,O=Acme Robotics Ltd,L=London,C=GB',
  issuer: 'CN=Bought Trust Code Signing G4,O=Bought Trust plc,C=GB',
  keyKind: 'rsa',
  createdAt: NOW - 400 * DAY,
  endsAt: NOW - 2 * DAY,
}
const page: CertificatesPageProps = {
  frame: en,
  issuing,
  trusted: [old],
  signer: null,
  baseUrl: 'https://setup.acme.example',
  done: null,
}

const certificate: IssuedCertificate = {
  serial: '4b1f00c2a97d44e0b7a1c3d5e6f70819',
  organisationId: 1,
  authorityId: issuing.id,
  kind: 'device',
  accountId: 'acc_1',
  deviceId: 'dev_1',
  subject: 'CN=Ada Lovelace,E=ada@acme.example,O=Acme Robotics',
  pem: pem('certificate'),
  createdAt: NOW - 340 * DAY,
  endsAt: NOW + 25 * DAY,
  revokedAt: null,
  reason: null,
}
const known: KnownDevice = {
  id: 'dev_1',
  name: 'Ada’s iPhone',
  model: 'iPhone 17',
  platform: 'ios',
  owner: { id: 'acc_1', name: 'Ada Lovelace', address: 'ada@acme.example' },
}
const revoked: IssuedCertificate = {
  ...certificate,
  serial: '51'.repeat(16),
  subject: `CN=${'long'.repeat(30)}`,
  revokedAt: NOW - 2 * DAY,
  reason: 'key_compromise',
}
const signing: IssuedCertificate = {
  ...certificate,
  serial: '52'.repeat(16),
  kind: 'signer',
  accountId: null,
  deviceId: null,
  subject: 'CN=Acme Robotics',
}
const list = {
  frame: en,
  filter: { state: null, deviceId: null },
  page: {
    rows: [certificate, revoked, { ...certificate, subject: '', endsAt: NOW - DAY }, signing],
    next: 'n',
  },
  devices: new Map([[known.id, known]]),
  later: false,
}
const one = { frame: en, certificate, known, done: null }

export const certificateScenes = [
  { name: 'manage-certificates-none', page: <CertificatesPage {...page} issuing={null} trusted={[]} /> },
  { name: 'manage-certificates-ending', page: <CertificatesPage {...page} signer={signer} /> },
  {
    name: 'manage-certificates-de',
    page: (
      <CertificatesPage
        {...page}
        frame={de}
        signer={{ ...signer, endsAt: NOW + 90 * DAY }}
        done="Gespeichert."
      />
    ),
  },
  {
    name: 'manage-certificates-signer-refused',
    page: (
      <SignerFormPage
        frame={en}
        chain={signer.chain.join('\n')}
        problems={{ chain: { code: 'not_a_certificate' }, secretKey: { code: 'missing' } }}
      />
    ),
  },
  { name: 'manage-certificates-signer-de', page: <SignerFormPage frame={de} chain="" problems={{}} /> },
  { name: 'manage-certificates-issued', page: <CertificateListPage {...list} /> },
  {
    name: 'manage-certificates-issued-none-de',
    page: (
      <CertificateListPage
        {...list}
        frame={de}
        filter={{ state: 'revoked', deviceId: 'dev_1' }}
        page={{ rows: [], next: null }}
      />
    ),
  },
  { name: 'manage-certificate-valid', page: <CertificatePage {...one} /> },
  {
    name: 'manage-certificate-revoked-de',
    page: <CertificatePage {...one} frame={de} certificate={revoked} />,
  },
  { name: 'manage-certificate-signer-revoke', page: <RevokePage frame={en} certificate={signing} /> },
]
