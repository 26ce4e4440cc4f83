import type { Copy } from '../../copy/index.ts'
import { oneLine } from '../templates-rules.ts'
import type { DeviceRenewal } from '../types.ts'
import { type AccessSecrets, accessBlocks, accessLink } from './access.ts'
import { type Block, type MailBody, renderMail } from './layout.ts'
import { type MailOptions, wordsFor } from './words.ts'

/** Nobody reads a longer list; what devices say of themselves is not trusted to be short. */
const PERMISSIONS_SHOWN = 8

/**
 * Tells the owner of a device what is wrong with it and brings a way back: with the living grant's link, QR code
 * and PIN, or by signing in where there is none (`secrets` null).
 */
export function makeRenewalMail(
  renewal: DeviceRenewal,
  secrets: AccessSecrets | null,
  options: MailOptions,
): MailBody {
  const { locale, catalogue, organisation, baseUrl, logo, reader } = options
  const { renewal: copy } = catalogue.mail
  const words = wordsFor('renewal', options, {
    validUntil: secrets?.validUntil ?? null,
    device: deviceOf(renewal),
  })
  const state = describeState(renewal, catalogue)
  const access = wayBack()
  return renderMail({
    subject: words.subject,
    preview: copy.preview,
    locale,
    catalogue,
    sender: organisation,
    logo,
    images: access.images,
    blocks: [
      { type: 'heading', text: words.subject },
      ...words.paragraphs.map((text) => ({ type: 'paragraph' as const, text })),
      { type: 'paragraph', text: `${state.what} ${state.next}` },
      ...access.blocks,
      { type: 'note', text: copy.why({ organisation: organisation.name, manager: reader?.manager ?? null }) },
    ],
  })

  function wayBack(): ReturnType<typeof accessBlocks> {
    const { grant, ref } = renewal
    if (!grant || !secrets) {
      const signIn: Block[] = [
        {
          type: 'action',
          label: copy.signIn,
          href: `${baseUrl}/sign-in`,
          leads: catalogue.mail.access.leads,
        },
        { type: 'paragraph', text: copy.signInHow },
      ]
      return { blocks: signIn, images: [] }
    }
    const link = accessLink(baseUrl, { kind: grant.kind, ref }, secrets.credentials.secret)
    return accessBlocks(options, { label: copy.open, link, secrets })
  }
}

/** What is wrong with the device, and what helps. */
function describeState(renewal: DeviceRenewal, catalogue: Copy): { what: string; next: string } {
  const known = catalogue.deviceList.permissions as Record<string, string>
  const permissions = renewal.permissions
    .slice(0, PERMISSIONS_SHOWN)
    .map((name) => (Object.hasOwn(known, name) ? known[name] : oneLine(name)))
    .join(', ')
  return catalogue.mail.renewal.states[renewal.state]({ permissions })
}

function deviceOf({ deviceName, platform }: DeviceRenewal) {
  return { name: deviceName && oneLine(deviceName), platform }
}
