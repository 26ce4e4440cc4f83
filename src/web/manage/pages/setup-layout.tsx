import type { Child } from 'hono/jsx'
import type { Frame } from '../../ui/frame.ts'
import { LocalNav } from '../../ui/setup-nav.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'

export const SETUP_PAGES = {
  general: '/manage/setup',
  addresses: '/manage/setup/addresses',
  protection: '/manage/setup/protection',
  people: '/manage/setup/people',
  devices: '/manage/setup/devices',
  keys: '/manage/setup/keys',
} as const
export type SetupPage = keyof typeof SETUP_PAGES

export type SetupLayoutProps = {
  frame: Frame
  page: SetupPage
  /** What was saved just now: a key of the words for it. */
  done?: string | null
  failed?: boolean
  scripts?: string[]
  children?: Child
}

/** One of the pages of *Device setup*, with the way to the others. */
export function SetupLayout(props: SetupLayoutProps) {
  const { frame, page } = props
  const words = frame.copy.deviceSetup
  const { page: protection } = frame.copy.abuse
  const leads = { ...words.leads, protection: protection.lead }
  const names = { ...words.pages, protection: protection.name }
  return (
    <StaffLayout
      frame={frame}
      area="manage"
      section="deviceSetup"
      title={words.title}
      lead={leads[page]}
      done={doneWords(frame, props.done)}
      failed={props.failed ?? false}
      scripts={props.scripts ?? []}
    >
      <LocalNav
        label={words.nav}
        items={Object.entries(SETUP_PAGES).map(([key, href]) => ({
          href,
          label: names[key as SetupPage],
          current: key === page,
        }))}
      />
      {props.children}
    </StaffLayout>
  )
}

/** Only words of ours: what stands in the address is not repeated. */
function doneWords(frame: Frame, done: string | null | undefined): string | null {
  const words: Record<string, string> = {
    ...frame.copy.deviceSetup.done,
    limits: frame.copy.abuse.page.saved,
  }
  return done && Object.hasOwn(words, done) ? (words[done] ?? null) : null
}
