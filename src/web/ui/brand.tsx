import type { Frame } from './frame.ts'
import { KeyIcon } from './icons.tsx'

/** Logo and name of the organisation, or, where none is known, what this page is about. */
export function Brand({ frame, about }: { frame: Frame; about?: string }) {
  const { copy, organisation } = frame
  const line = about ?? (organisation ? copy.ui.deviceSetup : null)
  const name = organisation?.name ?? (about ? copy.staff.service : copy.ui.deviceSetup)
  return (
    <div class="flex min-w-0 items-center gap-3">
      <Mark frame={frame} />
      <p class="min-w-0 leading-tight">
        <span class="block font-semibold wrap-anywhere">
          <bdi>{name}</bdi>
        </span>
        {line && <span class="block text-sm text-base-content/70">{line}</span>}
      </p>
    </div>
  )
}

function Mark({ frame }: { frame: Frame }) {
  const { organisation } = frame
  if (organisation?.logoVersion) {
    return (
      <img
        src={`/setup/${organisation.slug}/logo?v=${encodeURIComponent(organisation.logoVersion)}`}
        alt=""
        width="40"
        height="40"
        class="size-10 shrink-0 rounded-field object-contain"
      />
    )
  }
  return (
    <span
      aria-hidden="true"
      class="grid size-10 shrink-0 place-items-center rounded-field bg-primary text-lg font-semibold text-primary-content"
    >
      {organisation ? initialOf(organisation.name) : <KeyIcon />}
    </span>
  )
}

/** The first letter or digit, whatever the script it is written in. */
function initialOf(name: string): string {
  return (/[\p{L}\p{N}]/u.exec(name)?.[0] ?? '·').toUpperCase()
}

/** Who is signed in, the way to what they have, and the way out for somebody else. */
export function SignedIn({ frame }: { frame: Frame }) {
  const { copy, organisation, signedInAs } = frame
  if (!organisation || !signedInAs) return null
  return (
    <form
      method="post"
      action={`/setup/${organisation.slug}/sign-out`}
      class="flex min-w-0 flex-wrap items-baseline gap-x-2 text-sm text-base-content/70"
    >
      <span class="min-w-0 wrap-anywhere">
        <span class="sr-only">{copy.ui.signedInAs} </span>
        <bdi>{signedInAs}</bdi>
      </span>
      <a href="/portal" class="-my-2 py-2 underline underline-offset-4 hover:text-base-content">
        {copy.staff.areas.portal}
      </a>
      <button
        type="submit"
        class="-my-2 cursor-pointer py-2 underline underline-offset-4 hover:text-base-content"
      >
        {copy.ui.notYou}
      </button>
    </form>
  )
}
