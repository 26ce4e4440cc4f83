import type { Child } from 'hono/jsx'
import { Button } from './button.tsx'
import { Hidden } from './form.tsx'
import type { Frame } from './frame.ts'
import { AlertIcon } from './icons.tsx'

export type PasskeyFormProps = {
  frame: Frame
  action: string
  /** `get`: sign in with one. `create`: make one. */
  ceremony: 'get' | 'create'
  /** What the browser is asked, as JSON. */
  options: string
  /** Offer passkeys in the page's e-mail field too. */
  autofill?: boolean
  weight?: 'primary' | 'secondary'
  label: string
  children?: Child
}

/**
 * A form that a script fills with what the authenticator said, one to a page. It appears when its script has come:
 * pressed before, it would be sent empty. Without scripting it says what to do instead, and posts nothing that could
 * be taken for an answer.
 */
export function PasskeyForm(props: PasskeyFormProps) {
  const { copy } = props.frame
  const words = copy.signIn.script
  return (
    <>
      <script src="/assets/passkey.js" />
      <form
        method="post"
        action={props.action}
        novalidate
        data-passkey={props.ceremony}
        data-options={props.options}
        data-autofill={props.autofill ? '' : undefined}
        data-cancelled={words.cancelled}
        data-unsupported={words.unsupported}
        data-known={words.known}
        class="grid gap-5"
      >
        {props.children}
        <Hidden name="response" value="" />
        <p class="hidden rounded-field border border-warning/45 bg-warning/10 p-3 text-[0.95rem] noscript:block">
          {props.ceremony === 'get' ? words.missingToSignIn : words.missingToMake}
        </p>
        <div
          role="alert"
          data-passkey-said=""
          hidden
          class="flex gap-3 rounded-field border border-warning/45 bg-warning/10 p-3 text-[0.95rem] [&>svg]:text-warning [&[hidden]]:hidden"
        >
          <AlertIcon />
          <p class="min-w-0 wrap-anywhere"></p>
        </div>
        <Button weight={props.weight ?? 'primary'}>{props.label}</Button>
      </form>
    </>
  )
}

/** Between two ways to do the same. */
export function Or({ children }: { children?: Child }) {
  return (
    <div class="my-5 flex items-center gap-3 text-sm text-base-content/70">
      <span aria-hidden="true" class="h-px grow bg-base-300" />
      {children}
      <span aria-hidden="true" class="h-px grow bg-base-300" />
    </div>
  )
}
