import type { restoring as english } from '../en/restoring.ts'

/** See `../en/restoring.ts`. */
export const restoring: typeof english = {
  title: 'بعد الاستعادة',
  lead: 'هل أُعيدت قاعدة البيانات إلى حالة سابقة، أو فُقدت جلسات إعداد؟ قارن إذن كل حساب بجلسته: ما حدث منذ ذلك الحين يُبلَّغ لقاعدة البيانات من جديد. حيث يتطابقان لا يتغير شيء. اقرأ أولًا «Restore» في دليل التشغيل.',
  act: 'مقارنة جميع الحسابات',
  begun: 'تجري مقارنة جميع الحسابات. تعرض هذه الصفحة النتيجة.',
  working: 'بدأت {time}.',
  never: 'لم يحدث ذلك بعد.',
  last: 'آخر مقارنة {time}:',
  counts: {
    accounts: 'الحسابات',
    changed: 'أُبلغت من جديد',
    madeAnew: 'بدأت من جديد',
    deleted: 'حُذفت من جديد',
    unknown: 'أجهزة غير معروفة',
    unanswered: 'بلا رد',
  },
}
