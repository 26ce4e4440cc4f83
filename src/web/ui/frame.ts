import type { Copy } from '../../copy/index.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Organisation } from '../../organisations/index.ts'

/** What a page needs of an organisation: a whole one may be handed in. */
export type FrameOrganisation = Pick<
  Organisation,
  'slug' | 'name' | 'accent' | 'logoVersion' | 'helpdesk' | 'emailRuleHint'
>

/** What surrounds every page. */
export type Frame = {
  copy: Copy
  locale: Locale
  /** The time of the request: pages speak of times as "in 9 minutes". */
  now: Instant
  /** Null where none is known: the product's own name then leads. */
  organisation: FrameOrganisation | null
  /** The address of who is signed in; null for a visitor. */
  signedInAs: string | null
  /** Where the reader may choose the language of this page: an address that wants only its tag at the end. */
  languages?: string | null
  /** Pages of the side bar that are not for who is signed in. */
  hidden?: readonly (keyof Copy['staff']['sections'])[]
}
