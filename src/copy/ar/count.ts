import { plural } from '../plural.ts'

/** A noun with its number: none, one and two say the number themselves, all others follow it. */
const counting =
  (zero: string, one: string, two: string, few: string, many: string, other: string) =>
  (count: number): string =>
    plural('ar', count, {
      zero,
      one,
      two,
      few: `${count} ${few}`,
      many: `${count} ${many}`,
      other: `${count} ${other}`,
    })

/** `some…` stands where a subject stands, `of…` after a verb or a preposition: the dual differs. */
export const ofAccounts = counting('أي حساب', 'حساب واحد', 'حسابين', 'حسابات', 'حسابًا', 'حساب')
export const someDevices = counting('لا أجهزة', 'جهاز واحد', 'جهازان', 'أجهزة', 'جهازًا', 'جهاز')
export const ofDevices = counting('أي جهاز', 'جهاز واحد', 'جهازين', 'أجهزة', 'جهازًا', 'جهاز')
export const somePeople = counting('لا أحد', 'شخص واحد', 'شخصان', 'أشخاص', 'شخصًا', 'شخص')
export const ofPeople = counting('أي شخص', 'شخص واحد', 'شخصين', 'أشخاص', 'شخصًا', 'شخص')
export const ofDays = counting('أقل من يوم', 'يوم واحد', 'يومين', 'أيام', 'يومًا', 'يوم')
export const someDays = counting('أقل من يوم', 'يوم واحد', 'يومان', 'أيام', 'يومًا', 'يوم')
export const ofHours = counting('أقل من ساعة', 'ساعة واحدة', 'ساعتين', 'ساعات', 'ساعة', 'ساعة')
export const ofMinutes = counting('أقل من دقيقة', 'دقيقة واحدة', 'دقيقتين', 'دقائق', 'دقيقة', 'دقيقة')
export const ofTimes = counting('ولا مرة', 'مرة واحدة', 'مرتين', 'مرات', 'مرة', 'مرة')
export const ofRows = counting('أي صف', 'صف واحد', 'صفين', 'صفوف', 'صفًا', 'صف')
export const ofCharacters = counting('أي حرف', 'حرف واحد', 'حرفين', 'أحرف', 'حرفًا', 'حرف')
