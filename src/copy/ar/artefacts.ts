import type { artefacts as english } from '../en/artefacts.ts'
import { isolate } from './isolate.ts'

/** What a device shows of what it received. */
export const artefacts: typeof english = {
  profileDescription: (organisation) => `إعدادات ${isolate(organisation)}، وأيقونة تؤكّد بها أنها مثبّتة.`,
  /** Below an icon on the Home Screen, which has room for about 12 characters: no name fits. */
  confirmLabel: () => 'أكمل الإعداد',
  /** Before it installs, and asks for agreement. */
  consent: (organisation) =>
    `يثبّت ملف التعريف هذا إعدادات ${isolate(organisation)} على هذا الجهاز. يمكنك إزالته في أي وقت من الإعدادات؛ ويُزال معه ما جاء به.`,
}
