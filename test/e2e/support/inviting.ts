import { expect } from 'vitest'
import type { Desk } from './desk.ts'
import type { Access } from './invited.ts'
import { freshAddress } from './mailbox.ts'
import { readQrFrom } from './qr.ts'

export type Guest = { name: string; address: string }

/** Somebody whose name nobody else has: a line of a list or of the audit is found by it. */
export function makeGuest(name: string): Guest {
  const address = freshAddress(name.toLowerCase())
  return { name: `${name} ${address.slice(name.length + 1, name.length + 9)}`, address }
}

/** A manager's acts on invitations and devices, by the buttons of their pages. */
export class Inviting {
  private readonly desk: Desk

  constructor(desk: Desk) {
    this.desk = desk
  }

  /** A file of people whose last address is wrong; corrected where the page shows what would happen; sent. */
  async sendFile(guests: Guest[]): Promise<void> {
    const { desk } = this
    const last = guests.at(-1)?.address ?? ''
    const lines = guests.map(({ name, address }) =>
      [name, address === last ? address.replace('@', ' at ') : address].join(','),
    )
    await desk.open('/manage/invitations/new?by=csv')
    await desk.field('file').setInputFiles({
      name: 'people.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['name,address', ...lines].join('\r\n')),
    })
    await desk.press('Look first')
    await desk.press(`Send to ${guests.length - 1} people`)
    await desk.read('Some people cannot be invited. Correct their addresses, or choose to leave them out.')
    const wrong = desk.page.locator('main input[aria-invalid="true"]')
    expect(await wrong.inputValue()).toBe(last.replace('@', ' at '))
    await wrong.fill(last)
    await desk.press('Look again')
    await desk.read('This is what would happen with your changes: look again, then send.')
    await desk.press(`Send to ${guests.length} people`)
    await desk.goesTo(/^\/manage\/invitations\/jobs\/[\w-]+$/)
    // The page loads itself again until it is over.
    await desk.page.getByRole('heading', { name: 'Invitations sent' }).waitFor({ timeout: 90_000 })
    await desk.read(`${guests.length} of ${guests.length}`)
  }

  /** The page of the living invitation, the newest of the person. */
  private async openInvitationOf({ name }: Guest): Promise<void> {
    await this.desk.open(`/manage/invitations?${new URLSearchParams({ q: name })}`)
    await this.desk.follow(name)
    await this.desk.read('How far it has come')
  }

  async sendNewOne(guest: Guest): Promise<void> {
    await this.openInvitationOf(guest)
    await this.desk.follow('Send a new one …')
    await this.desk.press('Send a new one')
    await this.desk.read('A new invitation is on its way. The one before ended at once.')
  }

  async deactivate(guest: Guest): Promise<void> {
    await this.openInvitationOf(guest)
    await this.desk.follow('Deactivate …')
    await this.desk.press('Deactivate')
    await this.desk.read('Deactivated. Link, QR code and PIN no longer work.')
  }

  /** Link, PIN and what a camera reads from the screen. */
  async showCredentials(guest: Guest): Promise<Access> {
    const { desk } = this
    await this.openInvitationOf(guest)
    await desk.follow('Show credentials …')
    expect(await desk.page.getByTestId('qr').count()).toBe(0)
    await desk.press('Show the credentials')
    const pin = await desk.page.getByTestId('pin').innerText()
    return {
      link: await desk.page.getByTestId('provision-url').inputValue(),
      pin: pin.replaceAll(/\D/g, ''),
      qr: await readQrFrom(desk.page),
    }
  }

  async renewDevice(id: string): Promise<void> {
    await this.desk.open(`/manage/devices/${id}`)
    await this.desk.follow('Renew …')
    await this.desk.press('Send the e-mail')
    await this.desk.read('The e-mail is on its way to the owner.')
  }

  /** How many invitations the person has had. */
  async count({ name }: Guest): Promise<number> {
    await this.desk.open(`/manage/invitations?${new URLSearchParams({ q: name })}`)
    return this.desk.page.locator('tbody tr[data-row]').count()
  }

  /** The audit's newest entries, as they stand on its page. */
  async readAudit(): Promise<string> {
    await this.desk.open('/manage/audit')
    return this.desk.page.locator('main').innerText()
  }
}
