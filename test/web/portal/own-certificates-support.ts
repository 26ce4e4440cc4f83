import { KeyUsageFlags } from '@peculiar/x509'
import { makeOwner, type Visitor } from '../../support/visitor.ts'
import { inD1, seedWorld, time } from '../../support/world.ts'
import { errorsIn, makeBought } from '../manage/certificates-support.ts'

/** Owners who bring certificates. */

export const PATH = '/portal/certificates'
export const PERMITTED = ['register', 'pin', 'qr', 'upload_certificates']

/** Everybody may bring certificates, and every device asks for them. Gives one owner. */
export async function startCertificates() {
  time.start()
  await seedWorld()
  await allow(PERMITTED)
  await inD1("UPDATE device_templates SET settings = json_set(settings, '$.userCertificates', json('true'))")
  await inD1("UPDATE device_templates SET reports = 'none' WHERE platform = 'windows'")
  return makeOwner()
}

/** Before each test. */
export async function clearCertificates(): Promise<void> {
  time.start()
  await inD1('DELETE FROM account_certificates')
  await inD1('DELETE FROM audit')
}

export const allow = (permissions: string[]) =>
  inD1('UPDATE account_templates SET permissions = ?', JSON.stringify(permissions))

export const rowsOf = () => inD1('SELECT * FROM account_certificates ORDER BY created_at, id')

/** Posts the form with a file, as a browser does. */
export async function upload(
  visitor: Visitor,
  file: string | Uint8Array | null,
  fields: { password?: string; name?: string } = {},
) {
  const files: [string, File][] = file === null ? [] : [['file', new File([file as string], 'some.p12')]]
  const { status, html, location } = await visitor.send(PATH, [...files, ...Object.entries(fields)])
  return { status, html, errors: errorsIn(html), location }
}

export const mailUse = { usage: KeyUsageFlags.keyEncipherment, name: 'CN=Ada at work' }
export const bought = () => makeBought(mailUse)
