import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { directionOf } from '../../kernel/locale.ts'
import { Brand, SignedIn } from './brand.tsx'
import type { Frame } from './frame.ts'
import { HelpdeskLine } from './helpdesk.tsx'
import { LanguageChoice } from './languages.tsx'
import { type Step, Steps } from './steps.tsx'

export type LayoutProps = {
  frame: Frame
  /** Of the document; the organisation's name is added, and "Error:" before it where `failed`. */
  title: string
  /** The page answers a form that was refused. */
  failed?: boolean
  step?: Step | null
  /** All steps are behind the person. */
  complete?: boolean
  /** `narrow`: one column of 28 rem. `wide`: 64 rem. */
  width?: 'narrow' | 'wide'
  /** Names of scripts in `/assets`. */
  scripts?: string[]
  children?: Child
}

/** The whole document. No inline style or script: our pages forbid both. */
export function Layout(props: LayoutProps) {
  const { frame, title, step = null, width = 'narrow', scripts = [] } = props
  const { copy, organisation } = frame
  const named = copy.ui.pageTitle(title, organisation?.name ?? copy.ui.deviceSetup)
  const column = width === 'wide' ? 'max-w-5xl' : 'max-w-md'
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={frame.locale} dir={directionOf(frame.locale)}>
        <DocumentHead frame={frame} title={named} failed={props.failed ?? false} scripts={scripts} />
        <body class="min-h-dvh font-sans">
          <SkipLink frame={frame} />
          <div class={`mx-auto flex min-h-dvh w-full flex-col px-5 py-6 sm:py-10 ${column}`}>
            <header class="mb-8 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
              <Brand frame={frame} />
              <SignedIn frame={frame} />
            </header>
            {step && <Steps copy={copy} current={step} complete={props.complete ?? false} />}
            <main id="main" class="grow">
              {props.children}
            </main>
            <footer class="mt-8 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2 text-sm text-base-content/70">
              <HelpdeskLine frame={frame} />
              <p>{copy.ui.product}</p>
              <LanguageChoice frame={frame} />
            </footer>
          </div>
        </body>
      </html>
    </>
  )
}

/** What stands in the head of every document. `title` is whole; "Error:" is put before it where `failed`. */
export function DocumentHead(props: { frame: Frame; title: string; failed: boolean; scripts: string[] }) {
  const { frame, title, failed, scripts } = props
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="description" content={describeSite(frame)} />
      <title>{failed ? frame.copy.ui.errorTitle(title) : title}</title>
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link rel="stylesheet" href="/assets/app.css" />
      {frame.organisation && <link rel="stylesheet" href={themeAddress(frame.organisation)} />}
      {scripts.map((name) => (
        <script src={`/assets/${name}.js`} defer />
      ))}
    </head>
  )
}

/** What is shown where somebody passes a link on. Never what a page is about: that may be secret. */
function describeSite({ copy, organisation }: Frame): string {
  return organisation ? copy.ui.pageTitle(copy.ui.deviceSetup, organisation.name) : copy.ui.deviceSetup
}

/** For those who go through a page by keyboard. */
export function SkipLink({ frame }: { frame: Frame }) {
  return (
    <a
      href="#main"
      class="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:m-2 focus:rounded-field focus:bg-base-100 focus:p-3"
    >
      {frame.copy.ui.skip}
    </a>
  )
}

/** The address changes with the colour, so that the stylesheet can be cached for good. */
function themeAddress(organisation: { slug: string; accent: string }): string {
  return `/setup/${organisation.slug}/theme.css?v=${encodeURIComponent(organisation.accent.replace('#', ''))}`
}
