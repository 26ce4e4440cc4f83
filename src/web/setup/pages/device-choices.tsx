import { intlTag } from '../../../kernel/locale.ts'
import type { Ownership } from '../../../kernel/ownership.ts'
import type { Platform } from '../../../kernel/platform.ts'
import { Choices } from '../../ui/choice.tsx'
import type { Frame } from '../../ui/frame.ts'
import { PlatformIcon } from '../../ui/icons.tsx'
import { ownershipChoices } from './ownership-choices.ts'

export type OfferedPlatform = {
  platform: Platform
  /** The visitor's own. */
  suggested: boolean
  ownership: { default: Ownership; choosable: boolean }
}

export type DeviceError =
  | { code: 'choose_platform' }
  | { code: 'choose_ownership' }
  | { code: 'device_limit_reached'; limit: number }
  | { code: 'rate_limited' }
  | { code: 'temporarily_unavailable' }

export type ChosenDevice = { platform: Platform | null; ownership: Ownership | null }

type DeviceChoicesProps = {
  frame: Frame
  platforms: OfferedPlatform[]
  values: ChosenDevice
  error: DeviceError | null
  /** The page's heading asks already. */
  legendHidden?: boolean
}

/** Which kind of device, the visitor's own first, and where somebody may choose, whose it is. */
export function DeviceChoices({ frame, platforms, values, error, legendHidden = false }: DeviceChoicesProps) {
  const words = frame.copy.setup.device
  const offered = [...platforms].sort((one, other) => Number(other.suggested) - Number(one.suggested))
  const chosen =
    values.platform ?? (error ? null : (offered.find((offer) => offer.suggested)?.platform ?? null))
  return (
    <>
      <Choices
        name="platform"
        legend={words.platform}
        legendHidden={legendHidden}
        error={error?.code === 'choose_platform' ? words.errors.choose_platform : null}
        choices={offered.map(({ platform, suggested, ownership }) => ({
          value: platform,
          label: frame.copy.platforms[platform].name,
          detail: frame.copy.platforms[platform].detail,
          icon: <PlatformIcon platform={platform} />,
          badge: suggested ? words.thisDevice : null,
          checked: platform === chosen,
          asks: ownership.choosable,
        }))}
      />
      <OwnershipChoice frame={frame} offered={offered} chosen={chosen} values={values} error={error} />
    </>
  )
}

type OwnershipChoiceProps = {
  frame: Frame
  offered: OfferedPlatform[]
  chosen: Platform | null
  values: ChosenDevice
  error: DeviceError | null
}

function OwnershipChoice({ frame, offered, chosen, values, error }: OwnershipChoiceProps) {
  const open = offered.filter((offer) => offer.ownership.choosable)
  if (open.length === 0) return null
  const words = frame.copy.setup.device
  const owner = values.ownership ?? (error ? null : usualOwnership(open, chosen))
  const names = open.map((offer) => frame.copy.platforms[offer.platform].name)
  const list = new Intl.ListFormat(intlTag(frame.locale), { type: 'conjunction' }).format(names)
  return (
    <Choices
      name="ownership"
      legend={words.ownership}
      hint={open.length < offered.length ? words.appliesTo(list) : null}
      when="asked"
      error={error?.code === 'choose_ownership' ? words.errors.choose_ownership : null}
      choices={ownershipChoices(frame, owner)}
    />
  )
}

/** What the chosen platform's template says; without a choice what all of them agree on. */
function usualOwnership(open: OfferedPlatform[], chosen: Platform | null): Ownership | null {
  const own = open.find((offer) => offer.platform === chosen)
  if (own) return own.ownership.default
  const defaults = new Set(open.map((offer) => offer.ownership.default))
  return defaults.size === 1 ? (open[0]?.ownership.default ?? null) : null
}
