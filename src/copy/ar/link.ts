import type { link as english } from '../en/link.ts'
import { isolate } from './isolate.ts'

/** The page behind a provision URL, as its holder meets it on the device. */
export const link: typeof english = {
  title: 'إعداد هذا الجهاز',
  lead: (organisation) => `تعرض عليك ${isolate(organisation)} إعداد هذا الجهاز.`,
  happens: {
    title: 'ما الذي يحدث',
    registered: {
      company: (organisation) => `يُسجَّل الجهاز على أنه ملك ${isolate(organisation)}.`,
      personal: (organisation) => `يُسجَّل الجهاز لدى ${isolate(organisation)} على أنه ملكك.`,
      open: (organisation) =>
        `يُسجَّل الجهاز لدى ${isolate(organisation)} على أنه لك أو للشركة: تحدّد ذلك أدناه.`,
    },
    profile: 'تنزّل ملف تعريف يحمل إعدادات الجهاز، مثل Wi-Fi، وتثبّته بنفسك.',
    app: 'يتولى تطبيق الأمر: يجلب إعدادات الجهاز، مثل Wi-Fi والبريد والشهادات.',
    silent: 'لا شيء على الجهاز يرسل تقارير: تؤكّد بنفسك متى يكتمل الأمر.',
    settings: 'يتلقى الجهاز إعداداته، مثل Wi-Fi والبريد والشهادات.',
    reports: 'ومن ثم يرسل من حين إلى آخر تقريرًا بأن كل شيء على ما يرام.',
  },
  canSee: {
    title: (organisation) => `ما تستطيع ${isolate(organisation)} رؤيته`,
    items: [
      'ما هو الجهاز: الاسم والطراز وإصدار النظام والرقم التسلسلي',
      'رقم هاتفه المحمول ومشغّل شبكته، إذا أفصح عنهما',
      'متى اتصل آخر مرة، وهل إعداداته في مكانها',
    ],
    silent: ['ما نوع الجهاز ولمن هو', 'متى أُعِدّ، وأنك أكّدت اكتمال الأمر'],
  },
  cannotSee: {
    title: (organisation) => `ما لا تستطيع ${isolate(organisation)} رؤيته عبر هذا الإعداد`,
    items: ['صورك وملفاتك ورسائلك', 'مكالماتك والصفحات التي تزورها', 'مكانك'],
  },
  /** `{time}` is a time left, such as "in 9 minutes". */
  ends: 'ينتهي هذا الرابط {time}.',
  endsCode: 'ينتهي هذا الرمز {time}.',
  pinNeeded: 'أبقِ رقم PIN في متناول يدك: سيطلبه الجهاز.',
  submit: 'متابعة',
  asks: 'قبل أن تتابع',
  pin: 'رقم PIN',
  pinHint: 'الأرقام الثمانية في الصفحة التي حصلت فيها على هذا الرابط، ضمن «طرق أخرى».',
  errors: {
    wrong_pin: 'ليس هذا رقم PIN الخاص بهذا الرابط. قارنه بالصفحة التي حصلت فيها على الرابط.',
    choose_ownership: 'حدّد لمن الجهاز للمتابعة.',
  },
  pinClosed: {
    title: 'رقم PIN مغلق في الوقت الحالي',
    text: 'أُدخل خطأً عدة مرات. اضغط «رقم PIN جديد» في الصفحة التي حصلت فيها على هذا الرابط، ثم تابع هنا بالرقم الجديد.',
    again: 'لديّ رقم PIN جديد',
    page: 'فتح صفحة الإعداد',
  },
  notExpected: 'لم تكن تتوقع هذا؟ أغلق الصفحة: لم يتغير شيء.',
  /** The browser seems to run on another kind of device than the link is for. */
  wrongPlatform: {
    title: (forOne) => `هذا الرمز مخصّص ${forOne}`,
    lead: (one) => `يبدو أن هذا ${one}. لم يُستهلك شيء.`,
    there: 'امسح الرمز ضوئيًا هناك بالكاميرا، أو افتح الرابط هناك.',
    here: { title: 'تريد إعداد هذا الجهاز بدلًا منه؟', text: 'يحتاج إلى رمز خاص به.' },
    get: 'الحصول على رمز لهذا الجهاز',
    wrong: { title: 'هل أخطأنا التخمين؟', text: 'لا تفصح المتصفحات دائمًا عن الجهاز الذي تعمل عليه.' },
    overrule: (one) => `هذا ${one}`,
  },
  opened: {
    title: 'تابع على جهازك',
    lead: 'اتبع هذه الخطوات. تعرض الصفحة التي طلبت فيها الرمز مدى تقدّمك.',
    unused: 'لم يُستهلك شيء بفتح هذه الصفحة. يُستخدم الرمز عندما يتصل الجهاز نفسه.',
    instructions: 'الخطوات التالية',
    copy: 'الرابط، لتطبيق أو لسطر الأوامر',
  },
}
