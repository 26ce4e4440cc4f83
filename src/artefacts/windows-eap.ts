import type { FullSettings } from '../templates/index.ts'
import { thumbprintOf, trustedOf } from './text.ts'
import { type Element, element } from './xml.ts'

type Network = FullSettings['wifi'][number]
type Eap = NonNullable<Network['eap']>

const PROVISIONING = 'http://www.microsoft.com/provisioning'
/** IANA's numbers of EAP methods. */
const TYPES = { tls: '13', ttls: '21', peap: '25', mschapv2: '26' } as const
/** Microsoft's own methods have no author; TTLS in Windows says who wrote it. */
const TTLS_AUTHOR = '311'

/** Windows speaks TLS, PEAP with MSCHAPv2, and TTLS with MSCHAPv2 or PAP; no GTC. */
export function isWindowsEap(eap: Eap): boolean {
  return eap.inner !== 'gtc'
}

/**
 * `OneX` of a profile of a network with accounts or certificates (Windows 8 and later). Name and password have no
 * place in it: Windows asks for them when it joins.
 */
export function oneX(eap: Eap, certificates: FullSettings['certificates']): Element {
  const trusted = trustedOf(certificates, eap.trustedCertificates)
  const [config, author] = configOf(eap, {
    names: eap.serverNames.join(';'),
    thumbprints: trusted.map(({ pem }) => thumbprintOf(pem)),
  })
  const common = { xmlns: `${PROVISIONING}/EapCommon` }
  return element(
    'OneX',
    [
      element('authMode', 'user'),
      element('EAPConfig', [
        element(
          'EapHostConfig',
          [
            element('EapMethod', [
              element('Type', TYPES[eap.method], common),
              element('VendorId', '0', common),
              element('VendorType', '0', common),
              element('AuthorId', author, common),
            ]),
            element('Config', [config], { xmlns: `${PROVISIONING}/EapHostConfig` }),
          ],
          { xmlns: `${PROVISIONING}/EapHostConfig` },
        ),
      ]),
    ],
    { xmlns: 'http://www.microsoft.com/networking/OneX/v1' },
  )
}

type Trust = { names: string; thumbprints: string[] }

function configOf(eap: Eap, trust: Trust): [Element, author: string] {
  if (eap.method === 'tls') return [typed(TYPES.tls, tlsConfig(trust)), '0']
  if (eap.method === 'peap') return [typed(TYPES.peap, peapConfig(eap, trust)), '0']
  return [ttlsConfig(eap, trust), TTLS_AUTHOR]
}

function typed(type: string, config: Element): Element {
  return element('Eap', [element('Type', type), config], {
    xmlns: `${PROVISIONING}/BaseEapConnectionPropertiesV1`,
  })
}

/** Without anything to check a server by, its person is asked whether to trust it. */
function serverValidation({ names, thumbprints }: Trust): Element {
  return element('ServerValidation', [
    element('DisableUserPromptForServerValidation', String(thumbprints.length > 0 && names !== '')),
    element('ServerNames', names),
    ...thumbprints.map((hex) => element('TrustedRootCA', spaced(hex))),
  ])
}

const spaced = (hex: string) => (hex.match(/../g) ?? []).join(' ')

function tlsConfig(trust: Trust): Element {
  return element(
    'EapType',
    [
      element('CredentialsSource', [element('CertificateStore', [element('SimpleCertSelection', 'true')])]),
      serverValidation(trust),
      element('DifferentUsername', 'false'),
    ],
    { xmlns: `${PROVISIONING}/EapTlsConnectionPropertiesV1` },
  )
}

function peapConfig({ outerIdentity }: Eap, trust: Trust): Element {
  const v2 = { xmlns: `${PROVISIONING}/MsPeapConnectionPropertiesV2` }
  return element(
    'EapType',
    [
      serverValidation(trust),
      element('FastReconnect', 'true'),
      element('InnerEapOptional', 'false'),
      typed(
        TYPES.mschapv2,
        element('EapType', [element('UseWinLogonCredentials', 'false')], {
          xmlns: `${PROVISIONING}/MsChapV2ConnectionPropertiesV1`,
        }),
      ),
      element('EnableQuarantineChecks', 'false'),
      element('RequireCryptoBinding', 'false'),
      outerIdentity === ''
        ? null
        : element('PeapExtensions', [
            element('PerformServerValidation', 'true', v2),
            element('AcceptServerName', 'true', v2),
            element(
              'IdentityPrivacy',
              [element('EnableIdentityPrivacy', 'true'), element('AnonymousUserName', outerIdentity)],
              v2,
            ),
          ]),
    ],
    { xmlns: `${PROVISIONING}/MsPeapConnectionPropertiesV1` },
  )
}

function ttlsConfig({ inner, outerIdentity }: Eap, { names, thumbprints }: Trust): Element {
  return element(
    'EapTtls',
    [
      element('ServerValidation', [
        element('ServerNames', names),
        ...thumbprints.map((hex) => element('TrustedRootCAHash', spaced(hex))),
        element('DisablePrompt', String(thumbprints.length > 0 && names !== '')),
      ]),
      element('Phase2Authentication', [
        inner === 'pap'
          ? element('PAPAuthentication')
          : element('MSCHAPv2Authentication', [element('UseWinlogonCredentials', 'false')]),
      ]),
      element('Phase1Identity', [
        element('IdentityPrivacy', String(outerIdentity !== '')),
        outerIdentity === '' ? null : element('AnonymousIdentity', outerIdentity),
      ]),
    ],
    { xmlns: `${PROVISIONING}/EapTtlsConnectionPropertiesV1` },
  )
}
