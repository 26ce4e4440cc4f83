import rows from './first-landing.sql?raw'

/** What the first version left behind (`first-landing.sql`), and what its people and devices hold of it. */

const sections = rows.split(/^-- (?=D1$|ProvisionSession$|AddressGate$)/m)
const statementsOf = (name: string) =>
  (sections.find((section) => section.startsWith(`${name}\n`)) ?? '')
    .split('\n')
    .filter((line) => line.endsWith(';'))

export const stored = {
  d1: statementsOf('D1'),
  session: statementsOf('ProvisionSession'),
  gate: statementsOf('AddressGate'),
}

/** Made for this fixture alone, with the keys of the tests. */
export const held = {
  account: 'acc_zbpJ1xciWqURy7MiwFYgbA',
  ref: 'qZk-Nro_AefHdaDnPv_p7A',
  webSession: '9NsJmqz12JVT9su45lSHgT9yR6vnAtCyF8_fP1Nlmik',
  device: 'dev_TL9aW_ZzZGRX-7NNrhhnHg',
  token: 'dev_TL9aW_ZzZGRX-7NNrhhnHg.1.LUfcR1EDB9CVc5FtY8Twttid_bLUN2u0fC0Igeb8BLQ',
  deviceKey: {
    kty: 'EC',
    crv: 'P-256',
    x: 'VdDCQI_-q7D4XzxTuj8yFTQlTqb6Clo5p7gVl5-V_G4',
    y: '-eVesRz_YsZv0jtVrcloDWtyDtxGeVkpFCpcl4Hh-qQ',
    d: 'VtAKOvH8pWB16MP0xtZ3R5Ps14hmSQdhrPjsrFXZVuA',
  },
  /** A code for a Linux computer, and one that wants its PIN too. */
  code: 'qZk-Nro_AefHdaDnPv_p7A.MPPTR0EjOFzObdkRAbbfWA',
  grant: 'grt_YWdccbC2uU0s0N28d1bFgg',
  codeWithPin: { code: 'qZk-Nro_AefHdaDnPv_p7A.IJqFvVM0upy_LqdgFjtiGA', pin: '35334700' },
  mailed: { address: 'person-1@acme.example', code: '751688' },
} as const
