import type { Child } from 'hono/jsx'
import { Hidden } from './form.tsx'
import { StaffLayout, type StaffLayoutProps } from './staff-layout.tsx'

/** A form of the staff's pages; its parts are `Panel`s. `upload` lets it carry files. */
export function StaffForm(props: { action: string; upload?: boolean; children?: Child }) {
  return (
    <form
      method="post"
      action={props.action}
      enctype={props.upload ? 'multipart/form-data' : undefined}
      novalidate
      class="group/form grid gap-5"
    >
      {props.children}
    </form>
  )
}

/** A card with a heading, and fields or facts in it. */
export function Panel(props: { title?: string; lead?: Child; id?: string; children?: Child }) {
  return (
    <section id={props.id} class="min-w-0 rounded-box border border-base-300 bg-base-100 p-5 sm:p-6">
      {props.title && <h2 class="text-lg leading-snug font-semibold tracking-tight">{props.title}</h2>}
      {props.lead && <p class="mt-1 max-w-prose text-sm text-base-content/75">{props.lead}</p>}
      <div class={`grid gap-5 ${props.title ? 'mt-4' : ''}`}>{props.children}</div>
    </section>
  )
}

const acts = {
  primary: 'btn btn-primary',
  secondary: 'btn btn-outline border-base-content/30 bg-base-100 hover:bg-base-200',
  danger: 'btn btn-outline border-error/60 bg-base-100 text-error hover:bg-error/10',
  dangerous: 'btn border-error bg-error text-error-content hover:brightness-95',
}
const actShape = 'h-auto min-h-11 w-full py-2 text-base wrap-anywhere sm:w-auto'

/** Sends its form. As wide as its words on a laptop. `name` and `value` tell which of several was pressed. */
export function Act(props: {
  weight?: keyof typeof acts
  name?: string
  value?: string
  formaction?: string
  children?: Child
}) {
  return (
    <button
      type="submit"
      name={props.name}
      value={props.value}
      formaction={props.formaction}
      class={`${acts[props.weight ?? 'primary']} ${actShape}`}
    >
      {props.children}
    </button>
  )
}

export function ActLink(props: { href: string; weight?: keyof typeof acts; children?: Child }) {
  return (
    <a href={props.href} class={`${acts[props.weight ?? 'secondary']} ${actShape}`}>
      {props.children}
    </a>
  )
}

/** Buttons at the end of a form. */
export function Acts({ children }: { children?: Child }) {
  return <div class="flex flex-wrap items-center gap-3">{children}</div>
}

export type ConfirmProps = Pick<StaffLayoutProps, 'frame' | 'area' | 'section' | 'title' | 'parent'> & {
  /** The page answers a form that was refused, and says itself what was wrong. */
  failed?: boolean | 'said'
  /** What will happen, a sentence each. */
  consequences: string[]
  /** The same path answers GET with this page and POST with the act. */
  action: string
  /** `primary` where nothing ends. */
  weight?: 'dangerous' | 'primary'
  /** Names what the button does: "Remove the passkey". */
  act: string
  cancel: string
  /** Fields that the act needs besides. */
  hidden?: Record<string, string>
  children?: Child
}

/** Asks once before something ends, or reaches many, and says what that will do. */
export function ConfirmPage(props: ConfirmProps) {
  const { frame, consequences } = props
  return (
    <StaffLayout
      frame={frame}
      area={props.area}
      section={props.section ?? null}
      title={props.title}
      parent={props.parent ?? null}
      failed={props.failed ?? false}
    >
      <Panel title={frame.copy.staff.confirm.sure}>
        <ul class="grid list-disc gap-1.5 ps-5">
          {consequences.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
        <StaffForm action={props.action}>
          {Object.entries(props.hidden ?? {}).map(([name, value]) => (
            <Hidden name={name} value={value} />
          ))}
          {props.children}
          <Acts>
            <Act weight={props.weight ?? 'dangerous'}>{props.act}</Act>
            <ActLink href={props.cancel}>{frame.copy.staff.cancel}</ActLink>
          </Acts>
        </StaffForm>
      </Panel>
    </StaffLayout>
  )
}

/** What a button would do, beside it, where a page has several. */
export function Explained({ act, children }: { act: Child; children?: Child }) {
  return (
    <div class="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-base-300 not-last:border-b not-last:pb-4 max-sm:[&>form]:w-full">
      <div class="min-w-0 max-w-prose text-[0.95rem]">{children}</div>
      {act}
    </div>
  )
}
