import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Copy } from '../../copy/index.ts'
import { directionOf } from '../../kernel/locale.ts'
import { Brand } from './brand.tsx'
import type { Frame } from './frame.ts'
import { HelpdeskLine } from './helpdesk.tsx'
import { DocumentHead, SkipLink } from './layout.tsx'
import { Notice } from './notice.tsx'

export type StaffArea = 'manage' | 'supervise' | 'account' | 'portal'
export type StaffSection = keyof Copy['staff']['sections']

/** The pages of each area, in the order of its side bar. */
const SECTIONS: Record<StaffArea, [StaffSection, string][]> = {
  manage: [
    ['overview', '/manage'],
    ['devices', '/manage/devices'],
    ['invitations', '/manage/invitations'],
    ['people', '/manage/accounts'],
    ['deviceSetup', '/manage/setup'],
    ['deviceTemplates', '/manage/device-templates'],
    ['accountTemplates', '/manage/account-templates'],
    ['certificates', '/manage/certificates'],
    ['messages', '/manage/messages'],
    ['oidc', '/manage/sign-in'],
    ['audit', '/manage/audit'],
  ],
  supervise: [
    ['organisations', '/supervise'],
    ['service', '/supervise/service'],
    ['health', '/supervise/health'],
    ['audit', '/supervise/audit'],
  ],
  account: [],
  portal: [
    ['myDevices', '/portal'],
    ['register', '/portal/register'],
    ['myCertificates', '/portal/certificates'],
    ['myAccount', '/account'],
  ],
}

export type StaffLayoutProps = {
  frame: Frame
  area: StaffArea
  section?: StaffSection | null
  title: string
  /** A sentence below the title. */
  lead?: Child
  /** Where this page hangs below another: shown as a link above the title. */
  parent?: { href: string; label: string } | null
  /** Buttons beside the title. */
  actions?: Child
  /** The page answers a form that was refused; `said`: and says itself what was wrong. */
  failed?: boolean | 'said'
  /** What was done just now, in words; after a redirect. */
  done?: string | null
  scripts?: string[]
  children?: Child
}

/** The whole document of `/manage`, `/supervise`, `/portal` and `/account`: a side bar, a title, what belongs below it. */
export function StaffLayout(props: StaffLayoutProps) {
  const { frame, area, title, parent = null, done = null } = props
  const { copy } = frame
  const owner = frame.organisation?.name ?? copy.staff.service
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={frame.locale} dir={directionOf(frame.locale)}>
        <DocumentHead
          frame={frame}
          title={copy.ui.pageTitle(title, owner)}
          failed={Boolean(props.failed)}
          scripts={props.scripts ?? []}
        />
        <body class="min-h-dvh font-sans">
          <SkipLink frame={frame} />
          <div class="mx-auto flex min-h-dvh w-full max-w-7xl flex-col gap-x-10 px-5 py-5 lg:flex-row lg:py-8">
            <header class="mb-6 shrink-0 lg:mb-0 lg:w-56">
              <div class="flex flex-wrap items-center justify-between gap-x-4 lg:sticky lg:top-8 lg:block">
                <Brand frame={frame} about={copy.staff.areas[area]} />
                <Sections frame={frame} area={area} current={props.section ?? null} />
                <Self frame={frame} area={area} />
                <Menu frame={frame} area={area} current={props.section ?? null} />
              </div>
            </header>
            <div class="flex min-w-0 grow flex-col">
              <main id="main" class="grow">
                {parent && (
                  <a
                    href={parent.href}
                    class="-mt-2 inline-block py-2 text-sm wrap-anywhere text-base-content/70 underline underline-offset-4 hover:text-base-content"
                  >
                    {parent.label}
                  </a>
                )}
                <div class="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
                  <div class="min-w-0">
                    <h1 class="text-2xl leading-tight font-semibold tracking-tight wrap-anywhere sm:text-[1.75rem]">
                      {title}
                    </h1>
                    {props.lead && <p class="mt-1.5 max-w-prose text-base-content/75">{props.lead}</p>}
                  </div>
                  {props.actions && (
                    <div class="flex w-full flex-wrap gap-2 max-sm:*:w-auto max-sm:*:grow sm:w-auto">
                      {props.actions}
                    </div>
                  )}
                </div>
                <div class="grid gap-5">
                  {done && <Notice tone="success">{done}</Notice>}
                  {props.failed === true && <Notice tone="error">{copy.staff.notSaved}</Notice>}
                  {props.children}
                </div>
              </main>
              <footer class="mt-8 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2 text-sm text-base-content/70">
                {area === 'portal' && <HelpdeskLine frame={frame} />}
                <p>{copy.ui.product}</p>
              </footer>
            </div>
          </div>
        </body>
      </html>
    </>
  )
}

const linkClass =
  'block rounded-field px-3 py-2 text-[0.95rem] hover:bg-base-300/50 aria-[current=page]:bg-primary/10 aria-[current=page]:font-semibold'

type SectionsProps = { frame: Frame; area: StaffArea; current: StaffSection | null }

/** A column on a laptop. */
function Sections(props: SectionsProps) {
  const { frame, area } = props
  if (sectionsOf(props).length === 0) return null
  return (
    <nav aria-label={frame.copy.staff.areas[area]} class="-mx-3 mt-6 max-lg:hidden">
      <SectionList {...props} />
    </nav>
  )
}

/** On a phone: opens without script, since the sections would fill half of it. Stands last, as it is seen last. */
function Menu(props: SectionsProps) {
  const { frame, current } = props
  const { staff } = frame.copy
  if (sectionsOf(props).length === 0) return null
  return (
    <nav aria-label={staff.menu} class="mt-3 basis-full lg:hidden">
      <details class="group/menu rounded-field border border-base-300 bg-base-100">
        <summary class="flex cursor-pointer list-none items-center justify-between gap-3 rounded-field px-3 py-2.5">
          <span class="font-medium">{current ? staff.sections[current] : staff.menu}</span>
          <span class="text-sm text-base-content/70">
            {staff.menu}
            <span
              aria-hidden="true"
              class="ms-2 inline-block size-2 -translate-y-0.5 rotate-45 border-r-2 border-b-2 border-current group-open/menu:translate-y-0.5 group-open/menu:rotate-225"
            />
          </span>
        </summary>
        <div class="border-t border-base-300 p-1.5">
          <SectionList {...props} />
        </div>
      </details>
    </nav>
  )
}

function sectionsOf({ frame, area, current }: SectionsProps) {
  const { hidden = [] } = frame
  return SECTIONS[area].filter(([section]) => section === current || !hidden.includes(section))
}

function SectionList(props: SectionsProps) {
  const { current, frame } = props
  return (
    <ul class="grid grid-cols-2 gap-x-1 gap-y-0.5 lg:grid-cols-1">
      {sectionsOf(props).map(([section, href]) => (
        <li>
          <a href={href} aria-current={section === current ? 'page' : undefined} class={linkClass}>
            {frame.copy.staff.sections[section]}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Who is signed in, and the way out. A phone has room for the way only; the address stands on *My account*. */
function Self({ frame, area }: { frame: Frame; area: StaffArea }) {
  const { copy, signedInAs } = frame
  if (!signedInAs) return null
  return (
    <div class="border-base-300 text-sm text-base-content/70 lg:mt-6 lg:border-t lg:pt-4">
      <p class="wrap-anywhere max-lg:sr-only">
        <span class="sr-only">{copy.ui.signedInAs} </span>
        <bdi>{signedInAs}</bdi>
      </p>
      <div class="flex flex-wrap gap-x-3">
        {area !== 'account' && area !== 'portal' && (
          <a href="/account" class="py-1.5 underline underline-offset-4 hover:text-base-content">
            {copy.staff.myAccount}
          </a>
        )}
        <form method="post" action="/sign-out">
          <button
            type="submit"
            class="cursor-pointer py-1.5 underline underline-offset-4 hover:text-base-content"
          >
            {copy.staff.signOut}
          </button>
        </form>
      </div>
    </div>
  )
}
