import type { Instant } from '../../kernel/time.ts'
import { drawQrPicture } from '../qr-picture.ts'
import type { InlineImage } from '../types.ts'
import { type Block, showTime } from './layout.ts'
import { showAddress } from './layout-html.ts'
import type { MailOptions } from './words.ts'

/** What the owner of a grant said at sending time. `validUntil` null: until it is ended. */
export type AccessSecrets = { credentials: { secret: string; pin: string }; validUntil: Instant | null }

const QR_ID = 'qr'

/** Where a grant's link leads: `i` for an invitation, `p` for a provision code. */
export function accessLink(
  baseUrl: string,
  grant: { kind: 'invitation' | 'provision_code'; ref: string },
  secret: string,
): string {
  const door = grant.kind === 'invitation' ? 'i' : 'p'
  return `${baseUrl}/${door}/${encodeURIComponent(grant.ref)}?k=${encodeURIComponent(secret)}`
}

/** Eight digits in two groups. */
export function showPin(pin: string): string {
  return `${pin.slice(0, 4)} ${pin.slice(4)}`
}

/**
 * Button, PIN, QR code, and what is typed where none of these helps: the parts of a mail that no manager edits
 * away.
 */
export function accessBlocks(
  options: MailOptions,
  access: { label: string; link: string; secrets: AccessSecrets },
): { blocks: Block[]; images: InlineImage[] } {
  const { locale, catalogue, organisation, baseUrl, reader } = options
  const { credentials, validUntil } = access.secrets
  const { access: copy } = catalogue.mail
  const pin = showPin(credentials.pin)
  const page = `${baseUrl}/go`
  const picture = drawQrPicture(access.link)
  const { camera, typed } = copy
  return {
    blocks: [
      { type: 'action', label: access.label, href: access.link, leads: copy.leads },
      { type: 'paragraph', text: copy.asks },
      { type: 'code', code: pin, spoken: copy.pinIs({ pin }) },
      {
        type: 'paragraph',
        text:
          validUntil === null
            ? copy.untilEnded({ organisation: organisation.name })
            : copy.until({ when: showTime(validUntil, locale) }),
      },
      {
        type: 'picture',
        title: camera.title,
        lead: camera.how,
        contentId: QR_ID,
        alt: camera.alt({ page: showAddress(page) }),
        size: picture.size,
      },
      { type: 'subheading', text: typed.title },
      { type: 'paragraph', text: typed.how },
      {
        type: 'facts',
        rows: [
          { name: typed.page, value: showAddress(page), href: page },
          { name: typed.site, value: organisation.siteId },
          { name: typed.address, value: reader?.address || typed.thisAddress },
          { name: typed.pin, value: pin },
        ],
      },
      { type: 'note', text: copy.keepIt },
    ],
    images: [{ contentId: QR_ID, type: 'image/png', filename: 'qr.png', bytes: picture.bytes }],
  }
}
