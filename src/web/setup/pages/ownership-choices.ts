import type { Ownership } from '../../../kernel/ownership.ts'
import type { Choice } from '../../ui/choice.tsx'
import type { Frame } from '../../ui/frame.ts'

/** "Whose device is it?", with the answer that is chosen so far. */
export function ownershipChoices(frame: Frame, chosen: Ownership | null): Choice[] {
  const words = frame.copy.setup.device
  return [
    {
      value: 'company',
      label: words.company,
      detail: words.companyDetail(frame.organisation?.name ?? ''),
      checked: chosen === 'company',
    },
    {
      value: 'personal',
      label: words.personal,
      detail: words.personalDetail,
      checked: chosen === 'personal',
    },
  ]
}
