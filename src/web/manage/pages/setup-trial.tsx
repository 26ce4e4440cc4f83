import type { RuleTrial, RuleWarning, Tried } from '../../../organisations/index.ts'
import type { Frame } from '../../ui/frame.ts'
import { Notice } from '../../ui/notice.tsx'
import { Badge, RowTitle, Table } from '../../ui/table.tsx'
import { Muted, Region, Stack } from '../../ui/text.tsx'

/** What the rule says of the addresses that were tried, and what looks wrong about it. A script renews it. */
export function TrialResults({ frame, trial }: { frame: Frame; trial: RuleTrial | null }) {
  const words = frame.copy.deviceSetup.rule
  return (
    <Region name="trial">
      {trial && (
        <Stack gap="tight">
          {trial.warnings.map((warning) => (
            <Warning frame={frame} warning={warning} />
          ))}
          {trial.tried.length === 0 ? (
            <Muted>{words.nothingTried}</Muted>
          ) : (
            <Table
              caption={words.results}
              columns={[{ label: words.address }, { label: words.outcome }]}
              rows={trial.tried.map((tried) => [
                <RowTitle title={tried.text} detail={readAs(frame, tried)} />,
                <Outcome frame={frame} tried={tried} />,
              ])}
            />
          )}
        </Stack>
      )}
    </Region>
  )
}

/** The spelling that is compared, where it is not what was typed. */
function readAs(frame: Frame, { text, address }: Tried): string | null {
  return address === null || address === text ? null : frame.copy.deviceSetup.rule.readAs(address)
}

function Outcome({ frame, tried: { verdict } }: { frame: Frame; tried: Tried }) {
  const words = frame.copy.deviceSetup.rule
  const good = verdict.code === 'accepted' || verdict.code === 'accepted_by_exception'
  return (
    <>
      <Badge tone={good ? 'good' : 'bad'}>{good ? words.accepted : words.refused}</Badge>{' '}
      {verdict.code === 'partly' ? words.verdicts.partly(verdict.part) : words.verdicts[verdict.code]}
    </>
  )
}

function Warning({ frame, warning }: { frame: Frame; warning: RuleWarning }) {
  const words = frame.copy.deviceSetup.rule.warnings
  return (
    <Notice tone="warning" title={words[warning.code].title}>
      {textOf(frame, warning)}
      {warning.code === 'unescaped_dot' && (
        <>
          {' '}
          <code>{warning.instead}</code>
        </>
      )}
    </Notice>
  )
}

function textOf(frame: Frame, warning: RuleWarning): string {
  const words = frame.copy.deviceSetup.rule.warnings
  switch (warning.code) {
    case 'unescaped_dot':
      return words.unescaped_dot.text(warning.at)
    case 'open_end':
      return words.open_end.text(warning.example)
    default:
      return words[warning.code].text
  }
}
