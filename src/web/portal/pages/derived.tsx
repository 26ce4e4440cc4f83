import type { Copy } from '../../../copy/index.ts'
import type { Started } from '../../../derived-credentials/index.ts'
import { CopyField } from '../../ui/credentials.tsx'
import { Fill } from '../../ui/fill.tsx'
import { Hidden } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Notice } from '../../ui/notice.tsx'
import { Act, ActLink, Acts, ConfirmPage, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { Muted, Numbered, Points } from '../../ui/text.tsx'
import { ClockTime } from '../../ui/time.tsx'
import { anotherDerivedPath, derivedFilePath } from '../derived-paths.ts'
import { myDevicePath, PORTAL_PATH } from '../device-paths.ts'

const around = (frame: Frame, deviceId: string) =>
  ({
    frame,
    area: 'portal',
    section: 'myDevices',
    parent: { href: myDevicePath(deviceId), label: frame.copy.derived.back },
  }) as const

type Begun<Kind extends Started['kind']> = {
  frame: Frame
  deviceId: string
  started: Extract<Started, { kind: Kind }>
}

/**
 * The way to the external module, as a link: `form-action` in our policy keeps browsers from following a form to
 * another site, also by a redirect.
 */
export function DerivedOnwardPage({ frame, deviceId, started }: Begun<'external'>) {
  const words = frame.copy.derived.onward
  return (
    <StaffLayout {...around(frame, deviceId)} title={words.title(started.host)} lead={words.lead}>
      <Panel>
        <Points items={[words.ready, words.told]} />
        <Acts>
          <ActLink href={started.url} weight="primary">
            {words.act(started.host)}
          </ActLink>
          <ActLink href={myDevicePath(deviceId)}>{frame.copy.staff.cancel}</ActLink>
        </Acts>
        <Muted>
          <Fill text={words.ends} slots={{ time: <ClockTime frame={frame} at={started.endsAt} /> }} />
        </Muted>
      </Panel>
    </StaffLayout>
  )
}

/** The activation password, this once, and the button that makes the file. */
export function DerivedPasswordPage({ frame, deviceId, started }: Begun<'built_in'>) {
  const words = frame.copy.derived.password
  return (
    <StaffLayout {...around(frame, deviceId)} title={words.title} scripts={['copy']}>
      <Notice tone="warning">{words.shown}</Notice>
      <Panel>
        <CopyField
          id="activation-password"
          label={words.label}
          value={started.password}
          button={frame.copy.ui.copyButton}
        />
        <Numbered items={words.steps} />
        <StaffForm action={derivedFilePath(deviceId)}>
          <Hidden name="id" value={started.id} />
          <Hidden name="k" value={started.secret} />
          <Acts>
            <Act>{words.act}</Act>
          </Acts>
        </StaffForm>
        <Muted>
          <Fill text={words.ends} slots={{ time: <ClockTime frame={frame} at={started.endsAt} /> }} />
        </Muted>
      </Panel>
    </StaffLayout>
  )
}

/** Asks before another one takes the place of what the device has. */
export function AnotherDerivedPage(props: { frame: Frame; deviceId: string; external: boolean }) {
  const { frame, deviceId } = props
  const words = frame.copy.derived.confirm
  return (
    <ConfirmPage
      {...around(frame, deviceId)}
      title={words.title}
      consequences={props.external ? words.external : words.builtIn}
      action={anotherDerivedPath(deviceId)}
      act={words.act}
      cancel={myDevicePath(deviceId)}
      weight={props.external ? 'primary' : 'dangerous'}
    />
  )
}

export type DerivedOutcome = keyof Copy['derived']['outcomes']

/** What became of it, and what to do next. */
export function DerivedOutcomePage(props: {
  frame: Frame
  outcome: DerivedOutcome
  /** Null where it is not known which device it was for. */
  deviceId: string | null
}) {
  const { frame, outcome, deviceId } = props
  const { derived } = frame.copy
  const words = derived.outcomes[outcome]
  return (
    <StaffLayout frame={frame} area="portal" section="myDevices" title={words.title}>
      <Notice tone={outcome === 'success' ? 'success' : 'warning'}>{words.text}</Notice>
      <p>{words.next}</p>
      <Acts>
        {deviceId === null ? (
          <ActLink href={PORTAL_PATH} weight="primary">
            {derived.devices}
          </ActLink>
        ) : (
          <ActLink href={myDevicePath(deviceId)} weight="primary">
            {derived.back}
          </ActLink>
        )}
      </Acts>
    </StaffLayout>
  )
}
