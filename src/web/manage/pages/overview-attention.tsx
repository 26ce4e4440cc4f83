import { RENEWAL_TIME } from '../../../certificates/index.ts'
import { DAY } from '../../../kernel/time.ts'
import { Attention } from '../../ui/charts.tsx'
import { Panel } from '../../ui/staff-form.tsx'
import { Muted } from '../../ui/text.tsx'
import { CERTIFICATES_PATH, SIGNER_PATH } from '../certificate-paths.ts'
import { filteredPath } from '../device-paths.ts'
import type { OverviewPageProps } from './overview.tsx'
import { SETUP_PAGES } from './setup-layout.tsx'

type Items = Parameters<typeof Attention>[0]['items']

/** How many addresses are named before the rest is counted. */
const NAMED = 3

/** What needs a manager, the most urgent first. */
export function AttentionPanel(props: OverviewPageProps & { starting: boolean }) {
  const { frame, starting } = props
  const words = frame.copy.overview.attention
  const items = attentionItems(props)
  if (items.length === 0 && starting) return null
  return (
    <Panel title={words.title}>
      {items.length === 0 ? <Muted>{words.none}</Muted> : <Attention items={items} />}
    </Panel>
  )
}

/** What the first steps say already is left out while they are shown. */
function attentionItems({
  frame,
  organisation,
  serviceEnabled,
  overview,
  starting,
}: OverviewPageProps & { starting: boolean }): Items {
  const { attention: words, look } = frame.copy.overview
  const { unapproved, leaving, unresponsive, undelivered, platforms } = overview
  const items: Items = []
  if (!serviceEnabled) items.push({ tone: 'bad', ...words.serviceOff, href: null, act: look })
  if (serviceEnabled && !organisation.setupOpen)
    items.push({ tone: 'bad', ...words.setupOff, href: SETUP_PAGES.general })
  if (!starting && (organisation.accountTemplateId === null || platforms.length === 0))
    items.push({
      tone: 'bad',
      ...words.unfinished,
      href: organisation.accountTemplateId === null ? SETUP_PAGES.people : SETUP_PAGES.devices,
    })
  if (unapproved > 0)
    items.push({
      tone: 'warning',
      ...words.unapproved(unapproved),
      href: '/manage/accounts?state=unapproved',
    })
  if (leaving > 0)
    items.push({
      tone: 'warning',
      ...frame.copy.myData.attention(leaving),
      href: '/manage/accounts?state=leaving',
    })
  if (unresponsive > 0)
    items.push({
      tone: 'warning',
      ...words.unresponsive(unresponsive),
      href: filteredPath({ status: 'unresponsive' }),
    })
  if (undelivered.length > 0) {
    const told = words.undelivered(undelivered.length)
    const addresses = [...new Set(undelivered.map(({ recipient }) => recipient))]
    const rest = addresses.length - NAMED
    const named = [...addresses.slice(0, NAMED), ...(rest > 0 ? [told.more(rest)] : [])].join(', ')
    const [first] = undelivered
    const href = first?.accountId ? `/manage/accounts/${first.accountId}` : '/manage/accounts'
    items.push({ tone: 'warning', title: told.title, detail: told.detail(named), href, act: look })
  }
  items.push(...endingItems(frame, overview))
  if (!starting && organisation.emailRule === '')
    items.push({ tone: 'info', ...words.anybody, href: SETUP_PAGES.addresses })
  return items
}

/** The authority, or the uploaded certificate that signs profiles, where its end is near or past. */
function endingItems(
  frame: OverviewPageProps['frame'],
  { authorityEndsAt, signerEndsAt }: OverviewPageProps['overview'],
): Items {
  const words = frame.copy.overview.attention
  const ends = [
    { at: authorityEndsAt, says: words.authorityEnds, href: CERTIFICATES_PATH },
    { at: signerEndsAt, says: words.signerEnds, href: SIGNER_PATH },
  ]
  return ends.flatMap(({ at, says, href }) => {
    if (at === null || at - frame.now >= RENEWAL_TIME) return []
    const days = Math.floor((at - frame.now) / DAY)
    return [{ tone: at <= frame.now ? ('bad' as const) : ('warning' as const), ...says(days), href }]
  })
}
