import { DEFAULT_LOCALE, LANGUAGE_NAMES, type Locale } from '../../../kernel/locale.ts'
import { reportsOffered } from '../../../templates/index.ts'
import { OTHER_LOCALES, OtherLanguages } from '../../ui/languages.tsx'
import { Only, Side } from '../../ui/template-form.tsx'
import { Stack } from '../../ui/text.tsx'
import { isTicked, valueAt } from '../device-template-draft.ts'
import {
  type Editing,
  Line,
  Long,
  PartPanel,
  PartReach,
  Pick,
  Rows,
  Tick,
  wordsOf,
} from './device-template-fields.tsx'
import { KnownExtras } from './device-template-known.tsx'

export function BasicsPanel({ editing }: { editing: Editing }) {
  const { hints, options, create } = wordsOf(editing)
  const offered = reportsOffered(editing.template.platform)
  const reports = Object.fromEntries(offered.map((one) => [one, options.reports[one]]))
  return (
    <PartPanel editing={editing} panel="basics">
      <Line editing={editing} name="name" label="name" hint={create.nameHint} />
      <Side>
        <Pick editing={editing} name="reports" label="reports" options={reports} />
        <Line
          editing={editing}
          name="checkInSeconds"
          label="checkInSeconds"
          hint={hints.checkInSeconds}
          numeric
        />
      </Side>
      <Pick editing={editing} name="ownership.default" label="ownership" options={options.ownership} />
      <Tick editing={editing} name="ownership.choosable" label="choosable" />
    </PartPanel>
  )
}

export function TextsPanel({ editing }: { editing: Editing }) {
  const { edit } = wordsOf(editing)
  const { draft, problems } = editing
  const english = LANGUAGE_NAMES[DEFAULT_LOCALE]
  const fields = (locale: Locale) => [`instructions.${locale}`, `notes.${locale}`]
  const written = OTHER_LOCALES.filter((locale) =>
    fields(locale).some((field) => valueAt(draft, field).trim() !== ''),
  )
  const wrong = OTHER_LOCALES.some((locale) => fields(locale).some((field) => Object.hasOwn(problems, field)))
  return (
    <PartPanel editing={editing} panel="texts">
      <Side>
        <Long
          editing={editing}
          name="instructions.en"
          label="instructions"
          language={english}
          locale={DEFAULT_LOCALE}
          rows={8}
        />
        <Long
          editing={editing}
          name="notes.en"
          label="notes"
          language={`${english} (${edit.optional})`}
          locale={DEFAULT_LOCALE}
          rows={8}
        />
      </Side>
      <OtherLanguages frame={editing.frame} written={written.length} open={wrong}>
        {OTHER_LOCALES.map((locale) => (
          <Side>
            <Long
              editing={editing}
              name={`instructions.${locale}`}
              label="instructions"
              language={LANGUAGE_NAMES[locale]}
              rows={6}
              locale={locale}
            />
            <Long
              editing={editing}
              name={`notes.${locale}`}
              label="notes"
              language={LANGUAGE_NAMES[locale]}
              rows={6}
              locale={locale}
            />
          </Side>
        ))}
      </OtherLanguages>
    </PartPanel>
  )
}

export function PasscodePanel({ editing }: { editing: Editing }) {
  const { hints, options } = wordsOf(editing)
  return (
    <PartPanel editing={editing} panel="passcode" part="passcode">
      <Side>
        <Pick editing={editing} name="passcode.mode" label="passcodeMode" options={options.passcode} />
        <Line editing={editing} name="passcode.minLength" label="minLength" hint={hints.minLength} numeric />
      </Side>
      <Tick editing={editing} name="passcode.alphanumeric" label="alphanumeric" />
      <Side columns={3}>
        <Line
          editing={editing}
          name="passcode.maxAgeDays"
          label="maxAgeDays"
          hint={hints.maxAgeDays}
          numeric
          optional
        />
        <Line
          editing={editing}
          name="passcode.lockAfterMinutes"
          label="lockAfterMinutes"
          hint={hints.lockAfterMinutes}
          numeric
          optional
        />
        <Line
          editing={editing}
          name="passcode.maxFailedTries"
          label="maxFailedTries"
          hint={hints.maxFailedTries}
          numeric
          optional
        />
      </Side>
    </PartPanel>
  )
}

export function LinksPanel({ editing }: { editing: Editing }) {
  const { hints } = wordsOf(editing)
  return (
    <PartPanel editing={editing} panel="webLinks" part="webLinks">
      <Rows
        editing={editing}
        list="webLinks"
        row={(path) => (
          <Side>
            <Line editing={editing} name={`${path}.label`} label="label" />
            <Line editing={editing} name={`${path}.url`} label="url" hint={hints.url} />
          </Side>
        )}
      />
    </PartPanel>
  )
}

export function AppPanel({ editing }: { editing: Editing }) {
  const { hints } = wordsOf(editing)
  return (
    <PartPanel editing={editing} panel="agentApp" part="agentApp">
      <Side>
        <Line editing={editing} name="agentApp.name" label="appName" optional />
        <Line
          editing={editing}
          name="agentApp.playPackage"
          label="playPackage"
          hint={hints.playPackage}
          optional
        />
      </Side>
      <Side>
        <Line editing={editing} name="agentApp.appStore" label="appStore" optional />
        <Line editing={editing} name="agentApp.windowsStore" label="windowsStore" optional />
      </Side>
    </PartPanel>
  )
}

export function PoliciesPanel({ editing }: { editing: Editing }) {
  const { options } = wordsOf(editing)
  return (
    <PartPanel editing={editing} panel="policies" part="policies">
      <Rows
        editing={editing}
        list="policies"
        row={(path) => (
          <Side columns={3}>
            <Line editing={editing} name={`${path}.name`} label="policyName" />
            <Pick editing={editing} name={`${path}.kind`} label="policyKind" options={options.policyKind} />
            <Only when="policy">
              <Line editing={editing} name={`${path}.value`} label="policyValue" />
            </Only>
          </Side>
        )}
      />
    </PartPanel>
  )
}

/** Only what the platform has a use for, and what is there already: a copy from another platform keeps it. */
export function ExtrasPanel({ editing }: { editing: Editing }) {
  const { hints } = wordsOf(editing)
  const { platform } = editing.template
  const shown = {
    apple: platform === 'ios' || platform === 'macos',
    android: platform === 'android',
    agent: true,
  }
  const parts = (['apple', 'android', 'agent'] as const).filter(
    (part) => shown[part] || isTicked(editing.draft, `extras.${part}`),
  )
  return (
    <PartPanel editing={editing} panel="extras">
      {parts.map((part) => (
        <Stack>
          <div>
            <Long
              editing={editing}
              name={`extras.${part}`}
              label={part}
              hint={hints[part]}
              rows={valueAt(editing.draft, `extras.${part}`) === '' ? 3 : 8}
            />
            <PartReach editing={editing} part={part} />
          </div>
          <KnownExtras editing={editing} part={part} />
        </Stack>
      ))}
    </PartPanel>
  )
}
