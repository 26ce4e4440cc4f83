import { describe, expect, test } from 'vitest'
import { portalDeviceScenes } from '../../pictures/portal-device-scenes.tsx'

const html = (name: string) => {
  const scene = portalDeviceScenes.find((one) => one.name === name)
  if (!scene) throw new Error(`there is no scene ${name}`)
  return String(scene.page)
}

describe('what the organisation sees is told as it is', () => {
  test('of a device whose agent listens: facts and check-ins, its place only when its owner asks, and what a wipe takes', () => {
    const page = html('portal-device')
    for (const text of [
      'Acme Robotics can see',
      'serial number, IMEI, UDID',
      'Where it is: only you can ask for that here, and only you see the answer',
      'everything on it is erased',
    ])
      expect(page).toContain(text)
  })

  test('of a device that only took a profile: no facts, no place, and nothing that listens', () => {
    const page = html('portal-device-profile-pending')
    expect(page).toContain('What kind of device it is, and whose')
    expect(page).not.toContain('serial number')
    expect(page).not.toContain('only you can ask')
    expect(page).toContain('cannot be locked, located or wiped')
    expect(page).not.toContain('Checks in')
  })
})

test('each state says why it is so, or what to do', () => {
  const list = html('portal-devices')
  for (const text of [
    'Install it in the device’s settings',
    'Switch it on, connect it',
    'location, notifications',
  ])
    expect(list).toContain(text)
  expect(list).toMatch(/One code is open that no device has used yet\. <a [^>]*href="\/portal\/register"/)
  expect(list.match(/Go on with the setup/g)).toHaveLength(1)
})

test('only what is known stands among the facts', () => {
  expect(html('portal-device')).toMatch(/IMEI<\/dt>.*356938035643809/s)
  expect(html('portal-device')).toMatch(/version 3 \(there is a newer one: version 4\)/)
  expect(html('portal-device-silent-de')).not.toContain('IMEI</dt>')
})

test('what is over says what ended it and what comes next, and offers nothing else', () => {
  const over = html('portal-device-over')
  expect(over).toContain('Another device took its place.')
  expect(over).toContain('href="/portal/devices/dev_phone"')
  expect(over).toContain('href="/portal/register"')
  expect(over).not.toMatch(/<form [^>]*name"/)
  const unfinished = html('portal-device-unfinished-de')
  expect(unfinished).toContain('nicht rechtzeitig beendet')
  expect(unfinished).toContain('mailto:it@acme.example')
})
