import type { Permission } from '../../../accounts/index.ts'
import type { DerivedCredential } from '../../../derived-credentials/index.ts'
import type { OwnedDevice } from '../../../devices/index.ts'
import { Fill } from '../../ui/fill.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Act, ActLink, Acts, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { Badge } from '../../ui/table.tsx'
import { Facts, Region, Stack } from '../../ui/text.tsx'
import { ClockTime, RelativeTime } from '../../ui/time.tsx'
import { anotherDerivedPath, derivedPath } from '../derived-paths.ts'

export type DerivedPanelProps = {
  frame: Frame
  device: OwnedDevice
  permissions: readonly Permission[]
  /** What the device has as it is set up now; null for nothing. */
  credential: DerivedCredential | null
  /** An external module issues it, not the organisation's own authority. */
  external: boolean
}

/** What a device has of a derived credential, and the way to one. Nothing where there cannot be any. */
export function DerivedPanel(props: DerivedPanelProps) {
  const { frame, device, permissions, credential } = props
  const words = frame.copy.derived
  if (!permissions.includes('derived_credential') || device.lifecycle !== 'active') return null
  const organisation = frame.organisation?.name ?? ''
  return (
    <Region name="derived">
      <Panel
        id="derived"
        title={words.title}
        lead={props.external ? words.panel.external : words.panel.builtIn(organisation)}
      >
        {credential?.state === 'issued' ? (
          <Issued {...props} credential={credential} />
        ) : (
          <Wanted {...props} credential={credential} />
        )}
      </Panel>
    </Region>
  )
}

const TONES = { started: 'waiting', issued: 'good', failed: 'bad', ended: 'neutral' } as const

function StateBadge({ frame, credential }: { frame: Frame; credential: DerivedCredential }) {
  return <Badge tone={TONES[credential.state]}>{frame.copy.derived.panel.states[credential.state]}</Badge>
}

function Issued({ frame, device, credential }: DerivedPanelProps & { credential: DerivedCredential }) {
  const { panel } = frame.copy.derived
  const { finishedAt, endsAt, serial } = credential
  return (
    <>
      <Facts
        facts={[
          { name: panel.state, value: <StateBadge frame={frame} credential={credential} /> },
          {
            name: panel.since,
            value: <RelativeTime frame={frame} at={finishedAt ?? credential.createdAt} />,
          },
          ...(endsAt === null ? [] : [{ name: panel.ends, value: <ClockTime frame={frame} at={endsAt} /> }]),
          ...(serial === null ? [] : [{ name: panel.serial, value: serial }]),
        ]}
      />
      <Acts>
        <ActLink href={anotherDerivedPath(device.id)}>{panel.another}</ActLink>
      </Acts>
    </>
  )
}

function Wanted({ frame, device, credential }: DerivedPanelProps) {
  const { panel } = frame.copy.derived
  return (
    <>
      {credential && (
        <Stack gap="tight">
          <div>
            <StateBadge frame={frame} credential={credential} />
          </div>
          <p>
            <Fill
              text={whatBecame(frame, credential)}
              slots={{
                time: <RelativeTime frame={frame} at={credential.finishedAt ?? credential.createdAt} />,
              }}
            />
          </p>
        </Stack>
      )}
      <StaffForm action={derivedPath(device.id)}>
        <Acts>
          <Act weight="secondary">{credential && credential.state !== 'ended' ? panel.again : panel.get}</Act>
        </Acts>
      </StaffForm>
    </>
  )
}

function whatBecame(frame: Frame, { state, kind }: DerivedCredential): string {
  const { panel } = frame.copy.derived
  if (state === 'started') return kind === 'external' ? panel.startedExternal : panel.startedFile
  return state === 'failed' ? panel.failed : panel.ended
}
