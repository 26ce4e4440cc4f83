import type { ModuleSecretState } from '../../../organisations/index.ts'
import { CopyField } from '../../ui/credentials.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Notice } from '../../ui/notice.tsx'
import { ActLink, Acts, ConfirmPage, Panel } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { Badge } from '../../ui/table.tsx'
import { Facts, Muted } from '../../ui/text.tsx'
import { DERIVED_MODULE_PATH, SERVICE_PATH } from './paths.ts'

const around = (frame: Frame) => ({ frame, area: 'supervise', section: 'service' }) as const

export type DerivedModulePageProps = {
  frame: Frame
  /** The service has settings: false on an empty installation. */
  configured: boolean
  /** Of the module; null where the organisations' own authorities issue. */
  url: string | null
  secret: ModuleSecretState
}

/** Where the external module is, and whether it can be spoken to. */
export function DerivedModulePage({ frame, configured, url, secret }: DerivedModulePageProps) {
  const words = frame.copy.derived.supervise
  const ready = secret === 'set'
  return (
    <StaffLayout
      {...around(frame)}
      title={words.title}
      lead={words.lead}
      parent={{ href: SERVICE_PATH, label: frame.copy.superviseService.title }}
    >
      {!configured && <Notice tone="info">{words.notConfigured}</Notice>}
      {url !== null && !ready && <Notice tone="warning">{words.notReadyText}</Notice>}
      <Panel>
        <Facts
          facts={[
            { name: words.state, value: <State frame={frame} used={url !== null} ready={ready} /> },
            { name: words.address, value: url ?? words.none },
            { name: words.secret, value: words.secrets[secret] },
          ]}
        />
        {configured && (
          <Acts>
            <ActLink href={`${DERIVED_MODULE_PATH}/secret`} weight={ready ? 'danger' : 'primary'}>
              {words.make}
            </ActLink>
          </Acts>
        )}
        <Muted>{words.guide}</Muted>
      </Panel>
    </StaffLayout>
  )
}

function State({ frame, used, ready }: { frame: Frame; used: boolean; ready: boolean }) {
  const words = frame.copy.derived.supervise
  if (!used) return <Badge>{words.notNeeded}</Badge>
  return ready ? <Badge tone="good">{words.ready}</Badge> : <Badge tone="warning">{words.notReady}</Badge>
}

/** Asks once: a new secret ends the one that the module knows. */
export function NewDerivedSecretPage({ frame, replaces }: { frame: Frame; replaces: boolean }) {
  const words = frame.copy.derived.supervise
  return (
    <ConfirmPage
      {...around(frame)}
      title={words.confirm.title}
      parent={{ href: DERIVED_MODULE_PATH, label: words.title }}
      consequences={replaces ? words.confirm.again : words.confirm.first}
      action={`${DERIVED_MODULE_PATH}/secret`}
      act={words.confirm.act}
      cancel={DERIVED_MODULE_PATH}
      weight={replaces ? 'dangerous' : 'primary'}
    />
  )
}

/** The secret, this once. */
export function DerivedSecretPage({ frame, secret }: { frame: Frame; secret: string }) {
  const words = frame.copy.derived.supervise
  return (
    <StaffLayout {...around(frame)} title={words.shown.title} scripts={['copy']}>
      <Notice tone="warning">{words.shown.warning}</Notice>
      <Panel>
        <CopyField
          id="module-secret"
          label={words.shown.label}
          value={secret}
          button={frame.copy.ui.copyButton}
        />
        <Acts>
          <ActLink href={DERIVED_MODULE_PATH}>{words.back}</ActLink>
        </Acts>
      </Panel>
    </StaffLayout>
  )
}
