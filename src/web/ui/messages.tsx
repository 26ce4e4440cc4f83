import type { Child } from 'hono/jsx'
import type { Locale } from '../../kernel/locale.ts'

/** Sends its form elsewhere, to be looked at in another tab; this page stays as it is. */
export function LookAct(props: { formaction: string; children?: Child }) {
  return (
    <button
      type="submit"
      formaction={props.formaction}
      formtarget="_blank"
      class="btn h-auto min-h-11 w-full border-base-content/30 bg-base-100 btn-outline py-2 text-base wrap-anywhere hover:bg-base-200 sm:w-auto"
    >
      {props.children}
    </button>
  )
}

/** A text as it stands, line by line. `language`: where it is not the page's. */
export function PlainText({ language, children }: { language?: Locale; children?: Child }) {
  return (
    <div
      dir="auto"
      lang={language}
      class="min-w-0 rounded-field border border-base-300 bg-base-200 p-4 font-mono text-sm wrap-anywhere whitespace-pre-wrap [unicode-bidi:plaintext]"
    >
      {children}
    </div>
  )
}
