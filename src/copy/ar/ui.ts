import type { ui as english } from '../en/ui.ts'
import { isolate } from './isolate.ts'

/** What stands around every page. `{…}` marks a place that a component fills. */
export const ui: typeof english = {
  product: 'Latchkey',
  deviceSetup: 'إعداد الأجهزة',
  skip: 'الانتقال إلى المحتوى',
  errorTitle: (title) => `خطأ: ${title}`,
  colon: ': ',
  pageTitle: (title, owner) => `${title} · ${owner}`,
  signedInAs: 'الدخول باسم',
  notYou: 'لست أنت؟',
  optional: 'اختياري',
  steps: {
    label: 'الخطوات',
    names: { email: 'البريد', about: 'بياناتك', device: 'الجهاز', ready: 'الإعداد' },
    position: (number, count) => `الخطوة ${number} من ${count}`,
    done: 'تمت:',
  },
  helpdesk: {
    stuck: 'تعثّرت؟',
    line: (organisation) => `مكتب المساعدة لدى ${isolate(organisation)}:`,
    short: 'مكتب المساعدة:',
    none: (organisation) => `اسأل المسؤولين عن الأجهزة لدى ${isolate(organisation)}.`,
    page: 'صفحة المساعدة',
  },
  copyButton: { copy: 'نسخ', copied: 'تم النسخ' },
  qrLabel: 'رمز QR يحمل رابط الإعداد',
  /** Refusals that any form can meet. */
  refusals: {
    rate_limited: 'وردت طلبات كثيرة من شبكتك قبل قليل. انتظر دقيقة ثم حاول مرة أخرى.',
    temporarily_unavailable: 'لم ينجح ذلك الآن. لم يضِع شيء: حاول مرة أخرى بعد دقيقة.',
  },
}
