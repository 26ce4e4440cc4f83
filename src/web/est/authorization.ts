import { isCredential, type PresentedCredential } from '../../devices/index.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { Presented } from '../../provisioning/index.ts'
import { readPresented } from '../device/bodies.ts'
import { readCredential } from '../device/holder.ts'
import type { DeviceProblemCode } from '../device/problems.ts'
import type { EdgeContext } from '../http/edge.ts'

/** Who enrols: whoever holds a code, or a device by its credential. */
export type EstAuthorization =
  | { kind: 'code'; presented: Presented }
  | { kind: 'device'; credential: PresentedCredential }

const BASIC = /^basic +([A-Za-z0-9+/]+={0,2})$/i
const BASIC_MAX = 1024

/** `<ref>.<secret>`, and behind another dot the PIN where the code asks for it. */
const CODE_AND_PIN = /^([A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{22})\.([0-9 -]{8,20})$/

/**
 * HTTP Basic (RFC 7617), else the device's credential as the device API takes it. As password:
 * - the PIN, with `<site>\<e-mail address>` as user name; `label`, of the path, may name the site instead;
 * - the provision code `<ref>.<secret>`, or `<ref>.<secret>.<PIN>`; the user name does not matter;
 * - the device's credential, with the device's id as user name.
 */
export async function readAuthorization(
  c: EdgeContext,
  label: string | null,
): Promise<Result<EstAuthorization, DeviceProblemCode>> {
  const header = c.req.header('authorization')
  if (header === undefined) return refuse('authentication_required')
  if (!/^basic /i.test(header)) {
    const credential = await readCredential(c)
    return credential.ok ? ok({ kind: 'device', credential: credential.value }) : credential
  }
  const typed = readBasic(header)
  if (!typed) return refuse('invalid_credential')
  const { user, password } = typed
  if (isCredential(password)) return ok({ kind: 'device', credential: { token: password, thumbprint: null } })
  const presented = readPresented(presentedBody(user, password, label))
  return presented.ok ? ok({ kind: 'code', presented: presented.value }) : presented
}

function readBasic(header: string): { user: string; password: string } | null {
  const encoded = header.length > BASIC_MAX ? undefined : BASIC.exec(header)?.[1]
  if (!encoded) return null
  const text = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  return colon < 0 ? null : { user: text.slice(0, colon), password: text.slice(colon + 1) }
}

/** As the body of `POST /device/v1/redeem` would say it. */
function presentedBody(user: string, password: string, label: string | null) {
  const [, code, pin] = CODE_AND_PIN.exec(password) ?? []
  if (code !== undefined && pin !== undefined) return { code, pin }
  const slash = user.indexOf('\\')
  const site = slash < 0 ? (label ?? '') : user.slice(0, slash)
  return {
    code: password,
    username: user.slice(slash + 1),
    ...(/^[0-9]+$/.test(site) ? { site } : site !== '' && { organisation: site }),
  }
}
