import type { Frame } from './frame.ts'
import { Notice } from './notice.tsx'

/** What the widget is shown with. */
export type CheckOffer = { siteKey: string; action: string }

/**
 * Cloudflare Turnstile, within a form: its script puts a token into the form. It needs script and cannot do without;
 * who has none is told of the other ways. Language and theme are the page's.
 */
export function HumanCheck({ frame, offer }: { frame: Frame; offer: CheckOffer | null }) {
  if (!offer) return null
  const words = frame.copy.abuse.check
  return (
    <div class="grid gap-2" data-testid="human-check">
      <p class="text-sm text-base-content/70">{words.lead}</p>
      <div
        class="cf-turnstile min-h-[65px]"
        data-sitekey={offer.siteKey}
        data-action={offer.action}
        data-language={frame.locale}
        data-theme="auto"
        data-size="flexible"
      />
      <noscript>
        <Notice tone="warning">{words.noScript}</Notice>
      </noscript>
      <script src="https://challenges.cloudflare.com/turnstile/v0/api.js" async defer />
    </div>
  )
}
