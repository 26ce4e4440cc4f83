import type { setup as english } from '../en/setup.ts'
import { plural } from '../plural.ts'
import { someDevices } from './count.ts'
import { isolate } from './isolate.ts'

/** The steps before the result: e-mail, code, about you, device. */
export const setup: typeof english = {
  start: {
    title: 'بريدك الإلكتروني للعمل',
    lead: 'نرسل إليك رمزًا للتأكد من أنه بريدك.',
    email: 'عنوان البريد الإلكتروني',
    submit: 'أرسل لي رمزًا',
    again: 'هل أعددت جهازًا من قبل؟ استخدم العنوان نفسه وتابع من هناك.',
    errors: {
      not_an_address: 'أدخل عنوان بريد إلكتروني كاملًا، مثل \u2068name@company.example\u2069.',
      not_accepted: (organisation, hint) =>
        hint
          ? `تقبل ${isolate(organisation)}: ${isolate(hint)}.`
          : `لا تقبل ${isolate(organisation)} هذا العنوان.`,
      useAnother: 'استخدم أحد هذه العناوين.',
      useWork: 'استخدم عنوانك في العمل.',
      added: 'هل أضافك أحد هناك؟ {signIn}.',
      signIn: 'سجّل الدخول بدلًا من ذلك',
      too_many_sends: 'أُرسلت عدة رموز إلى هذا العنوان. يمكنك طلب الرمز التالي {when}.',
    },
  },
  code: {
    title: 'أدخل الرمز',
    lead: (letters) =>
      letters
        ? 'أرسلنا رمزًا من 8 أحرف إلى \u2068{address}\u2069.'
        : 'أرسلنا رمزًا من 6 أرقام إلى \u2068{address}\u2069.',
    code: 'الرمز',
    submit: 'متابعة',
    delivery: {
      queued: 'من المفترض أن يصل خلال دقيقة.',
      sent: 'إذا لم تجده، فابحث في مجلد الرسائل غير المرغوب فيها.',
      failed: 'تعذّر تسليم الرسالة. تحقق من العنوان؛ وإذا كان صحيحًا فأرسل رمزًا جديدًا أو اسأل مكتب المساعدة.',
    },
    resent: 'رمز جديد في الطريق إليك. أحدث رمز وحده هو الذي يعمل.',
    again: 'إرسال رمز جديد',
    change: 'استخدام عنوان آخر',
    errors: {
      wrong_code: (triesLeft) =>
        `ليس هذا هو الرمز الوارد في أحدث رسالة منا. ${plural('ar', triesLeft, {
          zero: 'لم تبقَ أي محاولة.',
          one: 'بقيت محاولة واحدة.',
          two: 'بقيت محاولتان.',
          few: `بقيت ${triesLeft} محاولات.`,
          other: `بقيت ${triesLeft} محاولة.`,
        })}`,
      expired: 'انتهت صلاحية هذا الرمز. أرسل رمزًا جديدًا: سيصل إلى العنوان نفسه.',
      too_many_tries: 'حفاظًا على أمان عنوانك أُغلق هذا الرمز. أرسل رمزًا جديدًا.',
      no_challenge: 'لم يعد في هذا المتصفح رمز مفتوح. أرسل رمزًا جديدًا.',
      too_many_sends:
        'أُرسلت عدة رموز إلى هذا العنوان. يمكن إرسال الرمز التالي {when}. أحدث رمز يعمل إلى أن تنتهي صلاحيته.',
    },
  },
  elsewhere: {
    title: 'رمزك',
    lead: 'طلبته في متصفح آخر أو على جهاز آخر. اكتبه هناك:',
    code: 'الرمز',
    safe: 'لا يعمل إلا حيث طلبته. لم يُستهلك شيء بفتح هذه الصفحة.',
    orHere: 'لم تعد تلك النافذة موجودة؟',
    begin: 'ابدأ هنا بدلًا من ذلك',
  },
  about: {
    title: 'بياناتك',
    lead: (organisation) => `لتعرف ${isolate(organisation)} لمن هذا الجهاز.`,
    name: 'اسمك',
    phone: 'رقم الهاتف المحمول',
    phoneHint: 'مع رمز البلد، مثل \u2068+44\u00a07400\u00a0123456\u2069.',
    terms: 'شروط الاستخدام',
    accept: 'أقبل هذه الشروط',
    submit: 'متابعة',
    errors: {
      name: {
        missing: 'أدخل اسمك كما يعرفه زملاؤك.',
        too_long: 'أدخل اسمًا أقصر: 120 حرفًا على الأكثر.',
        not_text: 'أدخل اسمك بالحروف: لا يمكن عرض بعض هذه الأحرف.',
      },
      phone: {
        missing: 'أدخل رقم هاتفك المحمول: تُرسل إليه الرسائل الخاصة بجهازك.',
        not_a_number: 'أدخل رقمًا كاملًا مع رمز البلد، مثل \u2068+44\u00a07400\u00a0123456\u2069.',
      },
      terms: { not_accepted: 'ضع علامة في المربع لقبول الشروط. لديك أسئلة عنها؟ اسأل مكتب المساعدة.' },
    },
  },
  waiting: {
    title: 'في انتظار القبول',
    lead: (organisation) =>
      `تقبل ${isolate(organisation)} الأشخاص الجدد يدويًا. لقد أتممت كل ما عليك في الوقت الحالي.`,
    steps: [
      'يقبلك أحد المسؤولين عن الأجهزة.',
      'تصلك رسالة إلكترونية، وتتابع هذه الصفحة من تلقاء نفسها.',
      'تختار جهازك وتحصل على رمزه.',
    ],
    urgent: 'هل الأمر عاجل؟',
    again: 'تحقق مجددًا',
  },
  device: {
    closed: {
      title: 'تحصل على رموزك من مكتب المساعدة',
      text: 'لا تحصل بهذا الحساب على رموز الإعداد بنفسك. لا مشكلة في حسابك.',
      next: 'اطلب رمزًا، واذكر الجهاز الذي تريد إعداده.',
    },
    title: 'أي جهاز؟',
    lead: 'اختر الجهاز الذي تريد إعداده الآن.',
    open: 'تابع من حيث توقفت',
    openPending: 'متصل، في انتظار تقريره الأول',
    openToDownload: 'متصل، ولم يُنزَّل ملف التعريف بعد',
    openDelivered: 'نُزِّل ملف التعريف، وعليك تثبيته',
    openUntil: 'ينتهي الرمز {time}',
    replaces: {
      title: 'يحل الجهاز الجديد محل جهاز قديم',
      text: (devices, count) =>
        plural('ar', count, {
          one: `لديك العدد الأقصى من الأجهزة المسموح به لحسابك. بعد إعداد الجهاز الجديد لن يُدار الجهاز ${isolate(devices)} بعد ذلك.`,
          other: `لديك أجهزة أكثر مما هو مسموح به لحسابك. بعد إعداد الجهاز الجديد لن تُدار بعد ذلك الأجهزة التالية: ${isolate(devices)}.`,
        }),
      since: (name, when) => `${isolate(name)} (أُعِدّ ${isolate(when)})`,
    },
    platform: 'الجهاز',
    thisDevice: 'هذا الجهاز',
    ownership: 'لمن هذا الجهاز؟',
    appliesTo: (platforms) => `ينطبق على: ${platforms}.`,
    company: 'للشركة',
    companyDetail: (organisation) => `أعطتك إياه ${isolate(organisation)}`,
    personal: 'لي',
    personalDetail: 'اشتريته بنفسك',
    submit: 'الحصول على رمز الإعداد',
    errors: {
      choose_platform: 'اختر أحد هذه الأجهزة للمتابعة.',
      choose_ownership: 'حدّد لمن الجهاز للمتابعة.',
      device_limit_reached: (limit) =>
        `لديك ${someDevices(limit)}، وهذا أقصى ما يسمح به حسابك. يمكن لمكتب المساعدة إزالة جهاز لم تعد تستخدمه.`,
    },
  },
}
