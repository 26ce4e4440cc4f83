import { describe, expect, test } from 'vitest'
import { checkExtras } from '../../src/templates/extras.ts'

const P = 'android.app.extra.PROVISIONING_'
const component = { [`${P}DEVICE_ADMIN_COMPONENT_NAME`]: 'example.acme.agent/.Admin' }
const checkAndroid = (android: Record<string, never> | object) =>
  checkExtras({ apple: [], android: android as never, agent: null })['extras.android']?.detail
const checkAgent = (agent: object) =>
  checkExtras({ apple: [], android: null, agent: agent as never })['extras.agent']?.detail

describe('Android settings that become a code or a link', () => {
  test.each([
    {},
    { anything: 'goes' },
    component,
    {
      [`${P}DEVICE_ADMIN_COMPONENT_NAME`]:
        'com.google.android.apps.work.clouddpc/.receivers.CloudDeviceAdminReceiver',
    },
    { ...component, [`${P}WIFI_SECURITY_TYPE`]: 'EAP', [`${P}WIFI_HIDDEN`]: true, [`${P}LOCAL_TIME`]: 1 },
    {
      ...component,
      [`${P}DEVICE_ADMIN_PACKAGE_DOWNLOAD_LOCATION`]: 'https://acme.example/a.apk',
      [`${P}DEVICE_ADMIN_PACKAGE_CHECKSUM`]: '_'.repeat(43),
    },
    { enrollmentToken: 'IBPYLXKNRIFZPRHQZCXW', qrCode: '{"android.app.extra.X":1}' },
  ])('are taken: %j', (android) => expect(checkAndroid(android)).toBeUndefined())

  test.each([
    [{ [`${P}WIFI_SSID`]: 'Acme' }, 'provisioning_component'],
    [{ [`${P}DEVICE_ADMIN_COMPONENT_NAME`]: 'example.acme.agent' }, 'provisioning_component'],
    [{ [`${P}DEVICE_ADMIN_COMPONENT_NAME`]: 'a.b/$(reboot)' }, 'provisioning_component'],
    [{ ...component, [`${P}WIFI_HIDDEN`]: 'true' }, 'provisioning_types'],
    [{ ...component, [`${P}LOCAL_TIME`]: '1' }, 'provisioning_types'],
    [{ ...component, [`${P}WIFI_SECURITY_TYPE`]: 'WPA2' }, 'provisioning_types'],
    [{ ...component, [`${P}ADMIN_EXTRAS_BUNDLE`]: 'x' }, 'provisioning_types'],
    [
      { ...component, [`${P}DEVICE_ADMIN_PACKAGE_DOWNLOAD_LOCATION`]: 'https://a.example' },
      'provisioning_checksum',
    ],
    [{ ...component, [`${P}DEVICE_ADMIN_PACKAGE_CHECKSUM`]: `${'A'.repeat(43)}=` }, 'provisioning_checksum'],
    [
      {
        ...component,
        [`${P}DEVICE_ADMIN_PACKAGE_DOWNLOAD_LOCATION`]: 'http://a.example',
        [`${P}DEVICE_ADMIN_SIGNATURE_CHECKSUM`]: 'A'.repeat(43),
      },
      'provisioning_download',
    ],
    [{ enrollmentToken: 'a b' }, 'enrolment_token'],
    [{ enrollmentToken: 7 }, 'enrolment_token'],
    [{ qrCode: '' }, 'enrolment_token'],
  ])('are refused by their field: %j', (android, detail) => expect(checkAndroid(android)).toBe(detail))
})

describe('a management server of Windows', () => {
  test.each([{ a: 1 }, { 'ms-device-enrollment': { servername: 'https://mdm.acme.example/x' } }])(
    'is taken: %j',
    (agent) => expect(checkAgent(agent)).toBeUndefined(),
  )
  test.each([
    { 'ms-device-enrollment': null },
    { 'ms-device-enrollment': 'https://mdm.acme.example' },
    { 'ms-device-enrollment': {} },
    { 'ms-device-enrollment': { servername: 'http://mdm.acme.example' } },
    { 'ms-device-enrollment': { servername: 'mdm.acme.example' } },
  ])('is refused unless it is behind https: %j', (agent) => expect(checkAgent(agent)).toBe('mdm_server'))
})
