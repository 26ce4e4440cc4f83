import type { Child } from 'hono/jsx'

/** Puts elements into the `{places}` of a text, so that each language keeps its own order of words. */
export function Fill({ text, slots }: { text: string; slots: Record<string, Child> }) {
  const parts = text.split(/\{(\w+)\}/)
  return <>{parts.map((part, index) => (index % 2 === 0 ? part : (slots[part] ?? `{${part}}`)))}</>
}

/** Our own texts set what another screen says in `**…**`. Not for texts with a name in them. */
export function Emphasised({ text }: { text: string }) {
  const parts = text.split('**')
  return (
    <>
      {parts.map((part, index) =>
        index % 2 === 0 ? part : <strong class="font-semibold text-base-content">{part}</strong>,
      )}
    </>
  )
}

/** Words that matter within a sentence, such as an address. */
export function Strong({ children }: { children?: Child }) {
  return <strong class="font-semibold text-base-content wrap-anywhere">{children}</strong>
}
