import type { Child } from 'hono/jsx'
import type { Platform } from '../../kernel/platform.ts'

/** Outlines of 24 units in the colour of the text around them, without meaning of their own. */
function Icon({ children, class: className }: { children?: Child; class: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      class={className}
    >
      {children}
    </svg>
  )
}

const shapes: Record<Platform, Child> = {
  ios: (
    <>
      <rect x="7" y="2.5" width="10" height="19" rx="2.5" />
      <path d="M10.5 5h3" />
    </>
  ),
  android: (
    <>
      <path d="M5 16a7 7 0 0 1 14 0v1H5z" />
      <path d="m7.8 9.8-1.6-2.6M16.2 9.8l1.6-2.6M9.2 13.6v.01M14.8 13.6v.01" />
    </>
  ),
  macos: (
    <>
      <rect x="4.5" y="4.5" width="15" height="11" rx="1.5" />
      <path d="M2.5 19h19M10.5 19h3" />
    </>
  ),
  windows: (
    <>
      <rect x="4" y="4" width="16" height="16" rx="1.5" />
      <path d="M12 4v16M4 12h16" />
    </>
  ),
  linux: (
    <>
      <rect x="3" y="4.5" width="18" height="15" rx="2" />
      <path d="m7 9.5 3 2.5-3 2.5M12.5 15H17" />
    </>
  ),
  chromeos: (
    <>
      <path d="M5.5 15V7A1.5 1.5 0 0 1 7 5.5h10A1.5 1.5 0 0 1 18.5 7v8" />
      <path d="M3 15.5h18l-1.2 3H4.2zM12 8.5v.01" />
    </>
  ),
  agent: (
    <>
      <rect x="6.5" y="6.5" width="11" height="11" rx="2" />
      <path d="M10 3v3.5M14 3v3.5M10 17.5V21M14 17.5V21M3 10h3.5M3 14h3.5M17.5 10H21M17.5 14H21" />
    </>
  ),
}

export function PlatformIcon({ platform }: { platform: Platform }) {
  return <Icon class="size-6 shrink-0">{shapes[platform]}</Icon>
}

export function CheckIcon() {
  return (
    <Icon class="size-3.5 stroke-[2.6]">
      <path d="m5 12.5 4.5 4.5L19 7.5" />
    </Icon>
  )
}

export function CrossIcon() {
  return (
    <Icon class="size-3.5 stroke-[2.6]">
      <path d="m7 7 10 10M17 7 7 17" />
    </Icon>
  )
}

export function AlertIcon() {
  return (
    <Icon class="mt-0.5 size-5 shrink-0">
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7.5v5M12 16v.01" />
    </Icon>
  )
}

export function KeyIcon() {
  return (
    <Icon class="size-5">
      <circle cx="8" cy="12" r="4" />
      <path d="M12 12h9M18 12v3" />
    </Icon>
  )
}

/** A calm mark of success, above a heading. */
export function SuccessMark() {
  return (
    <span
      aria-hidden="true"
      class="mb-4 grid size-12 place-items-center rounded-full bg-success text-success-content [&>svg]:size-6"
    >
      <CheckIcon />
    </span>
  )
}
