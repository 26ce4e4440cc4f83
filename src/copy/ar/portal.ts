import type { portal as english } from '../en/portal.ts'
import { plural } from '../plural.ts'

/** The list of somebody's own devices, and the words for their states. */
export const portal: typeof english = {
  title: 'أجهزتي',
  setUp: 'إعداد جهاز',
  caption: 'أجهزتي',
  /** Stands for the kind of a device that speaks by the agent app or the command line. */
  agent: 'جهاز بتطبيق الوكيل',
  statuses: {
    unresponsive: 'لا يستجيب',
    invited: 'مدعو',
    pending: 'معلّق',
    active: 'نشط',
    retired: 'خارج الخدمة',
    wiped: 'ممحو',
    replaced: 'مستبدل',
    deleted: 'مُزال',
  },
  /** Second lines below a state: why, or what to do. `{time}` is a distance such as "2 hours ago". */
  reasons: {
    silent: 'آخر ما وصلنا منه {time}. شغّله وصِله بالإنترنت وافتح تطبيقه.',
    permissions: (names) => `فقد تطبيقه الإذن بما يلي: ${names}. امنحه في إعدادات الجهاز.`,
    waiting: 'ينتظر أول تواصل له.',
    waitingCertificate: 'ينتظر إلى أن يجلب شهادته.',
    toDownload: 'لم يُنزَّل ملف التعريف الخاص به بعد.',
    delivered: 'نُزِّل ملف التعريف الخاص به {time}. ثبّته من إعدادات الجهاز.',
    said: 'لا يرسل تقارير من تلقاء نفسه: أكّدت أنت أنه مثبّت.',
    once: 'عرّف بنفسه عند إعداده، ولا يرسل تقارير منذ ذلك الحين.',
    ended: 'انتهى {time}.',
  },
  /** Why a device ended, where its state does not say it. */
  endings: {
    never_finished: 'لم يكتمل إعداده.',
    abandoned: 'لم يكتمل إعداده.',
    key_in_use: 'مفتاحه يعود إلى جهاز حساب آخر.',
    account_deleted: 'حُذف الحساب.',
  },
  seen: 'آخر تواصل',
  neverSeen: 'لا شيء بعد',
  ownership: 'يعود إلى',
  company: (organisation) => organisation,
  personal: 'أنت',
  goOn: 'متابعة الإعداد',
  open: (count) =>
    plural('ar', count, {
      zero: 'لا رمز مفتوح.',
      one: 'يوجد رمز واحد مفتوح لم يستخدمه أي جهاز بعد.',
      two: 'يوجد رمزان مفتوحان لم يستخدمهما أي جهاز بعد.',
      few: `توجد ${count} رموز مفتوحة لم يستخدمها أي جهاز بعد.`,
      many: `يوجد ${count} رمزًا مفتوحًا لم يستخدمها أي جهاز بعد.`,
      other: `يوجد ${count} رمز مفتوح لم يستخدمها أي جهاز بعد.`,
    }),
  openLink: 'عرض المفتوح',
  empty: {
    title: 'لم يُعَدّ أي جهاز بعد.',
    may: 'أعِدّ هاتفك أو جهازك اللوحي أو الكمبيوتر من هنا: يستغرق ذلك بضع دقائق، ويظهر كل جهاز في هذه الصفحة من تلقاء نفسه.',
    mayNot: 'تُعَدّ الأجهزة لك هنا. اطلب دعوة من مكتب المساعدة، وستظهر الأجهزة في هذه الصفحة من تلقاء نفسها.',
  },
  noneHere: 'لا شيء في هذه الصفحة. تبحث الصفحة التالية في ما هو أقدم.',
  showEnded: 'عرض الأجهزة المنتهية',
  endedTitle: 'الأجهزة المنتهية',
  endedLead: 'لا تُقدَّم لها الخدمة بعد الآن. ويبقى هنا ما آل إليه كل منها.',
  endedEmpty: 'لم ينتهِ أي جهاز.',
  /** Read out when the page has been brought up to date by itself. */
  changed: 'تغيّرت أجهزتك.',
}
