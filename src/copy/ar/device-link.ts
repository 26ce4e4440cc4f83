import type { deviceLink as english } from '../en/device-link.ts'
import { plural } from '../plural.ts'
import { someDevices } from './count.ts'
import { isolate } from './isolate.ts'

/** `/link`: a device without browser or camera shows a code, and its owner allows it or turns it away. */
export const deviceLink: typeof english = {
  enter: {
    title: 'ربط جهاز يعرض رمزًا',
    lead: 'بعض الأجهزة بلا متصفح ولا كاميرا. تعرض رمزًا من ثمانية أحرف تكتبه هنا.',
    compare: 'جاء هذا الرمز مع الرابط. لا تتابع إلا إذا كان جهازك يعرض الرمز نفسه تمامًا.',
    code: 'الرمز المعروض على الجهاز',
    codeHint: '8 أحرف، مثل \u2068BCDF-GHJK\u2069. تكفي الأحرف الصغيرة، ويمكن ترك الشرطة.',
    submit: 'متابعة',
    over: {
      title: 'انتهى هذا الطلب',
      text: 'ينتظر الجهاز إجابة لمدة عشر دقائق. ابدأ من جديد على الجهاز، ثم اكتب الرمز الجديد هنا.',
    },
    errors: {
      not_a_code: 'يتكون الرمز من 8 أحرف بلا حروف علة، مثل \u2068BCDF-GHJK\u2069. اكتبه كما يعرضه الجهاز.',
      unknown: 'لا جهاز ينتظر بهذا الرمز. قارن كل حرف؛ وبعد عشر دقائق يحتاج الجهاز إلى رمز جديد.',
      other_organisation: (organisation) =>
        `يطلب هذا الجهاز مؤسسة أخرى غير ${isolate(organisation)}. سجّل الدخول بعنوانك هناك، واكتب الرمز من جديد.`,
      too_many_codes: (when) =>
        `لم تتطابق عدة رموز، فتوقفت الكتابة مؤقتًا لحسابك. يمكنك المحاولة من جديد ${when}. وفي هذه الأثناء يمكنك البدء من جديد على الجهاز للحصول على رمز جديد.`,
    },
  },
  asking: {
    title: 'هل هذا جهازك؟',
    lead: 'يطلب جهاز ربطه بحسابك.',
    warning: {
      title: 'لا تسمح بذلك إلا إذا بدأته بنفسك',
      text: 'يجب أن يكون الجهاز أمامك ويعرض هذا الرمز نفسه. إذا أرسل إليك شخص الرمز أو الرابط، فاختر «رفض»: سيكون الجهاز له ويحمل اسمك.',
    },
    says: 'ما يقوله الجهاز عن نفسه',
    unchecked: 'لم يتحقق أحد من هذا. قارنه بالجهاز الذي أمامك.',
    program: 'البرنامج',
    name: 'الاسم',
    model: 'الطراز',
    kind: 'النوع',
    system: 'إصدار النظام',
    known: 'ما نعرفه',
    code: 'الرمز',
    asked: 'وقت الطلب',
    account: 'حسابك',
    ownership: 'لمن هذا الجهاز؟',
    chooseOwnership: 'حدّد لمن الجهاز للسماح به.',
    replaces: {
      title: 'يحل الجهاز الجديد محل جهاز قديم',
      text: (devices, count) =>
        plural('ar', count, {
          one: `لديك العدد الأقصى من الأجهزة المسموح به لحسابك. إذا سمحت لهذا الجهاز فلن يُدار الجهاز ${isolate(devices)} بعد ذلك.`,
          other: `لديك أجهزة أكثر مما هو مسموح به لحسابك. إذا سمحت لهذا الجهاز فلن تُدار بعد ذلك الأجهزة التالية: ${isolate(devices)}.`,
        }),
      since: (name, when) => `${isolate(name)} (أُعِدّ ${isolate(when)})`,
    },
    allow: 'سماح',
    deny: 'رفض',
    refusals: {
      not_offered: (organisation) =>
        `ليس لدى ${isolate(organisation)} ما تُعِدّه لهذا النوع من الأجهزة، فلا يمكن السماح به.`,
      device_limit_reached: (limit) =>
        `لديك ${someDevices(limit)}، وهذا أقصى ما يسمح به حسابك. أخرج جهازًا لم تعد تستخدمه من الخدمة، ثم اسمح لهذا الجهاز.`,
    },
  },
  allowed: {
    title: 'يتابع جهازك من تلقاء نفسه',
    text: 'سمحت له. خلال بضع ثوانٍ يلاحظ الجهاز ذلك ويجلب إعداداته؛ اتركه مشغّلًا.',
    devices: 'عرضه في أجهزتي',
    another: 'ربط جهاز آخر',
  },
  denied: {
    title: 'رُفض الجهاز',
    text: 'لم يحصل على شيء ولا يعرف من أنت.',
    unexpected: 'إن لم تبدأ هذا بنفسك، فأخبر مكتب المساعدة بأن شخصًا أرسل إليك رمزًا.',
    devices: 'أجهزتي',
    another: 'كتابة رمز آخر',
  },
}
