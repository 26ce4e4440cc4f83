import { createDevice } from '../../../src/tools/device/client.ts'
import { parseProvisionUrl } from '../../../src/tools/device/link.ts'
import type { Places } from './paths.ts'

/** Somebody with a device that was asked for something, and a code that is still open: made as people make them. */
export async function setUpOwner(origin: string, secret: string): Promise<Places> {
  const headers = { cookie: `__Host-latchkey=${secret}`, origin }
  const post = (path: string, form: Record<string, string>) =>
    fetch(origin + path, { method: 'POST', headers, body: new URLSearchParams(form), redirect: 'manual' })
  /** The id of a fresh code, and its link. */
  const ask = async (platform: string) => {
    const asked = await post('/portal/register', { platform, ownership: 'company', way: 'pin' })
    const path = asked.headers.get('location') ?? ''
    const html = await (await fetch(origin + path, { headers })).text()
    const [, grant = ''] = /\/portal\/register\/(grt_[\w-]+)/.exec(path) ?? []
    const [url = ''] = /https?:\/\/[^"<\s]+\/p\/[\w-]+\?k=[\w-]+/.exec(html) ?? []
    return { grant, url }
  }
  const link = parseProvisionUrl((await ask('agent')).url)
  if (!link || !('code' in link)) throw new Error('the owner got no code')
  const device = await createDevice({ baseUrl: origin, holder: 'dpop' })
  await device.redeem({ code: link.code, device: { name: 'Till 7', model: 'T-1000', serial: 'T1000-4711' } })
  await device.checkIn({ os_version: '7.2' }, { location: true })
  const id = device.state.claim?.deviceId ?? ''
  await post(`/portal/devices/${id}/commands/locate`, {})
  const [command] = (await device.checkIn()).body.commands
  const location = { latitude: 52.52, longitude: 13.405, accuracy: 25, at: new Date().toISOString() }
  await device.finish(command.id, { status: 'done', location })
  await post(`/portal/devices/${id}/commands/lock`, {})
  await post(`/portal/devices/${id}/passcode`, {})
  const { grant } = await ask('linux')
  if (!grant) throw new Error('the owner has no open code')
  return { '/portal/devices/': { device: id }, '/portal/register/': { grant } }
}
