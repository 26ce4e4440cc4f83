import {
  IMPORT_MAX_ROWS,
  type ImportPreview,
  type RowOutcome,
  type RowProblem,
  type SheetProblem,
} from '../../../accounts/index.ts'
import { FileField, problemText, Switch, TextArea } from '../../ui/controls.tsx'
import { Emphasised } from '../../ui/fill.tsx'
import { Hidden } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Notice } from '../../ui/notice.tsx'
import { Lines, Wrong } from '../../ui/people.tsx'
import { Act, ActLink, Acts, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { Badge, Counts, RowTitle, Table } from '../../ui/table.tsx'
import { Muted, Stack } from '../../ui/text.tsx'
import { PEOPLE_PATH } from '../people-paths.ts'

export const IMPORT_PATH = `${PEOPLE_PATH}/import`

export type ImportProblem = SheetProblem | 'nothing' | 'too_large' | 'not_text'

export type ImportPageProps = {
  frame: Frame
  /** What was pasted. */
  text: string
  problem: ImportProblem | null
}

/** A file is chosen or pasted. `/manage/accounts/import`. */
export function ImportPage({ frame, text, problem }: ImportPageProps) {
  const words = frame.copy.people.importing
  const says = problem && words.problems[problem]
  const error = typeof says === 'function' ? says(IMPORT_MAX_ROWS) : says
  return (
    <StaffLayout
      frame={frame}
      area="manage"
      section="people"
      title={words.title}
      lead={words.lead}
      parent={{ href: PEOPLE_PATH, label: frame.copy.people.title }}
      failed={problem !== null}
    >
      <StaffForm action={IMPORT_PATH} upload>
        <Panel>
          <FileField
            name="file"
            label={words.file}
            hint={words.fileHint}
            accept=".csv,text/csv,text/plain"
            error={error}
          />
          <TextArea name="csv" label={words.paste} value={text} rows={8} mono />
          <Acts>
            <Act name="step" value="check">
              {words.check}
            </Act>
          </Acts>
        </Panel>
      </StaffForm>
      <Panel title={words.columnsTitle} lead={words.columnsNote(IMPORT_MAX_ROWS)}>
        <Lines items={words.columns.map((line) => <Emphasised text={line} />)} />
      </Panel>
    </StaffLayout>
  )
}

export type ImportPreviewProps = {
  frame: Frame
  text: string
  preview: ImportPreview
  recoded: boolean
  skipErrors: boolean
  /** Why it was not done: something moved, or rows have errors. */
  refused: 'moved' | 'errors' | null
}

/** What an import would do, row by row. It posts the same text again. */
export function ImportPreviewPage(props: ImportPreviewProps) {
  const { frame, preview, refused } = props
  const words = frame.copy.people.importing
  const { counts, outcomes, ignored } = preview
  const doable = counts.new + counts.changed
  const order = outcomes.toSorted(
    (one, other) => Number(other.kind === 'error') - Number(one.kind === 'error'),
  )
  return (
    <StaffLayout
      frame={frame}
      area="manage"
      section="people"
      title={words.previewTitle}
      parent={{ href: IMPORT_PATH, label: words.again }}
      failed={refused === 'errors'}
    >
      {refused === 'moved' && <Notice tone="warning">{words.moved}</Notice>}
      {props.recoded && <Notice tone="warning">{words.recoded}</Notice>}
      {ignored.length > 0 && <Notice tone="info">{words.ignored(ignored.join(', '))}</Notice>}
      <Counts
        items={(['new', 'changed', 'unchanged', 'error'] as const).map((kind) => ({
          label: words.counts[kind],
          value: counts[kind],
        }))}
      />
      {doable === 0 && <Notice tone={counts.error > 0 ? 'warning' : 'info'}>{words.nothing}</Notice>}
      {doable > 0 && (
        <StaffForm action={IMPORT_PATH} upload>
          <Hidden name="csv" value={props.text} />
          <Hidden name="digest" value={preview.digest} />
          {counts.error > 0 && (
            <Switch
              name="skip"
              label={words.skip(counts.error)}
              checked={props.skipErrors}
              error={refused === 'errors' ? words.errorsLeft : null}
            />
          )}
          <Acts>
            <Act name="step" value="import">
              {words.submit(doable)}
            </Act>
            <ActLink href={IMPORT_PATH}>{words.again}</ActLink>
          </Acts>
        </StaffForm>
      )}
      <Table
        caption={words.previewTitle}
        columns={[{ label: words.table.address }, { label: words.table.outcome }]}
        rows={order.map((outcome) => outcomeCells(frame, outcome))}
      />
      {doable === 0 && <ActLink href={IMPORT_PATH}>{words.again}</ActLink>}
    </StaffLayout>
  )
}

const TONES = { new: 'good', changed: 'waiting', unchanged: 'neutral', error: 'bad' } as const

function outcomeCells(frame: Frame, outcome: RowOutcome) {
  const words = frame.copy.people.importing
  return [
    <RowTitle title={outcome.address} detail={words.table.line(outcome.line)} />,
    <Stack gap="tight">
      <p>
        <Badge tone={TONES[outcome.kind]}>{words.kinds[outcome.kind]}</Badge>
      </p>
      <Detail frame={frame} outcome={outcome} />
    </Stack>,
  ]
}

function Detail({ frame, outcome }: { frame: Frame; outcome: RowOutcome }) {
  const words = frame.copy.people.importing
  switch (outcome.kind) {
    case 'new':
      return <Muted>{outcome.details.name || frame.copy.people.noName}</Muted>
    case 'unchanged':
      return null
    case 'changed':
      return (
        <Lines
          items={outcome.changes.map(({ field, before, after }) => (
            <>
              {words.columnIs(field)}{' '}
              {words.change(String(before ?? words.nothingBefore), String(after ?? words.nothingBefore))}
            </>
          ))}
        />
      )
    case 'error':
      return (
        <Lines
          items={outcome.problems.map((problem) => (
            <Wrong>
              {problem.column && words.columnIs(problem.column)} {tellProblem(frame, problem)}
            </Wrong>
          ))}
        />
      )
  }
}

function tellProblem(frame: Frame, { says, line }: RowProblem): string | null {
  const words = frame.copy.people.importing
  if (says === 'duplicate') return words.duplicate(line ?? 0)
  if (says === 'overfull') return words.overfull
  return problemText(frame.copy, says)
}
