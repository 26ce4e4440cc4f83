import type { Account, Passkey, PasskeyRefusal } from '../../../accounts/index.ts'
import type { FieldProblems } from '../../../kernel/fields.ts'
import { PasskeyName } from '../../sign-in/pages/passkey.tsx'
import { problemAt } from '../../ui/controls.tsx'
import { Field } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Notice } from '../../ui/notice.tsx'
import { PasskeyForm } from '../../ui/passkey.tsx'
import { Act, ActLink, Acts, ConfirmPage, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { areaOf } from './area.ts'

const parentOf = (frame: Frame) => ({ href: '/account', label: frame.copy.account.passkeys.back })

type Mine = { frame: Frame; account: Pick<Account, 'role'> }

export type AddPasskeyPageProps = Mine & {
  /** What the browser is asked, as JSON. */
  options: string
  name: string
  error: PasskeyRefusal | null
}

/** Posts `name` and `response` to `/account/passkeys/new`. */
export function AddPasskeyPage({ frame, account: me, options, name, error }: AddPasskeyPageProps) {
  const { account, signIn } = frame.copy
  return (
    <StaffLayout
      frame={frame}
      {...areaOf(me)}
      title={account.passkeys.add}
      lead={account.passkeys.addLead}
      parent={parentOf(frame)}
      failed={error !== null && 'said'}
    >
      <Panel>
        {error && <Notice tone="error">{signIn.refusals[error]}</Notice>}
        <PasskeyForm
          frame={frame}
          action="/account/passkeys/new"
          ceremony="create"
          options={options}
          label={signIn.make.submit}
        >
          <PasskeyName frame={frame} value={name} />
        </PasskeyForm>
      </Panel>
    </StaffLayout>
  )
}

export type RenamePasskeyPageProps = Mine & {
  passkey: Passkey
  name: string
  problems: FieldProblems
}

/** Posts `name` to the passkey's own path. */
export function RenamePasskeyPage({ frame, account: me, passkey, name, problems }: RenamePasskeyPageProps) {
  const { account, staff } = frame.copy
  const words = account.passkeys
  const path = `/account/passkeys/${passkey.id}`
  return (
    <StaffLayout
      frame={frame}
      {...areaOf(me)}
      title={passkey.name}
      lead={passkey.backedUp ? words.synced : words.single}
      parent={parentOf(frame)}
      failed={Object.keys(problems).length > 0}
      actions={
        <ActLink href={`${path}/remove`} weight="danger">
          {words.remove}
        </ActLink>
      }
    >
      <Panel>
        <StaffForm action={path}>
          <Field
            name="name"
            label={words.name}
            hint={frame.copy.signIn.make.nameHint}
            value={name}
            autocomplete="off"
            maxlength={60}
            error={problemAt(frame.copy, problems, 'name')}
          />
          <Acts>
            <Act>{words.rename}</Act>
            <ActLink href="/account">{staff.cancel}</ActLink>
          </Acts>
        </StaffForm>
      </Panel>
    </StaffLayout>
  )
}

export type RemovePasskeyPageProps = Mine & {
  passkey: Passkey
  /** It is the last one of somebody who cannot sign in without. */
  needed: boolean
}

/** Asks once; or says why it stays. */
export function RemovePasskeyPage({ frame, account: me, passkey, needed }: RemovePasskeyPageProps) {
  const words = frame.copy.account.passkeys
  const { stops, code, stays, device } = words.consequences
  const title = words.removeTitle(passkey.name)
  if (needed)
    return (
      <StaffLayout frame={frame} {...areaOf(me)} title={title} parent={parentOf(frame)}>
        <Panel>
          <Notice tone="warning">{words.onlyOne}</Notice>
          <Acts>
            <ActLink href="/account/passkeys/new" weight="primary">
              {words.add}
            </ActLink>
          </Acts>
        </Panel>
      </StaffLayout>
    )
  return (
    <ConfirmPage
      frame={frame}
      {...areaOf(me)}
      title={title}
      parent={parentOf(frame)}
      consequences={[stops, ...(me.role === 'device_owner' ? [code] : []), stays, device]}
      action={`/account/passkeys/${passkey.id}/remove`}
      act={words.remove}
      cancel="/account"
    />
  )
}
