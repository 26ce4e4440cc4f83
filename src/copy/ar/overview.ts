import type { overview as english } from '../en/overview.ts'
import { plural } from '../plural.ts'
import { ofDays, someDays, someDevices } from './count.ts'
import { isolate } from './isolate.ts'

const many = (count: number) => (count >= 100 ? 'أكثر من 99' : String(count))

const ending = (what: string, days: number) => {
  if (days < 0) return `انتهت صلاحية ${what}`
  if (days === 0) return `تنتهي صلاحية ${what} خلال يوم`
  return `تنتهي صلاحية ${what} خلال ${ofDays(days)}`
}

/** The first page of managers: what needs attention, what happened, what to do in a new organisation. */
export const overview: typeof english = {
  title: 'نظرة عامة',
  look: 'إلقاء نظرة',
  attention: {
    title: 'يحتاج إلى انتباهك',
    none: 'لا شيء يحتاج إلى انتباهك.',
    serviceOff: {
      title: 'إعداد الأجهزة متوقف في الخدمة كلها',
      detail: 'لا يستطيع أحد إعداد جهاز إلى أن يشغّله مشرف من جديد.',
    },
    setupOff: {
      title: 'إعداد الأجهزة متوقف',
      detail: 'لا يستطيع أحد التسجيل أو إعداد جهاز إلى أن يشغّله مدير من جديد.',
      act: 'عرض حالته',
    },
    unfinished: {
      title: 'لا يستطيع أحد التسجيل بعد',
      detail: 'يحتاج إعداد الأجهزة إلى قالب حساب، وإلى منصة واحدة على الأقل لها قالب جهاز.',
      act: 'إكمال إعداد الأجهزة',
    },
    anybody: {
      title: 'يستطيع التسجيل كل من لديه عنوان بريد إلكتروني',
      detail: 'لا توجد قاعدة للبريد الإلكتروني. حدّد العناوين التي تعود إلى مؤسستك.',
      act: 'تحديد القاعدة',
    },
    /** `days` is negative once it has ended. */
    authorityEnds: (days) => ({
      title: ending('مرجع التصديق لديك', days),
      detail: 'عندها لا تكون لدى الأجهزة شهادة صالحة منه. بدّله، وأعطِ الجديد لخدماتك.',
      act: 'تبديل مرجع التصديق',
    }),
    signerEnds: (days) => ({
      title: ending('الشهادة التي توقّع ملفات التعريف لديك', days),
      detail: 'عندها تعرض أجهزة Apple ملفات التعريف الجديدة على أنها «لم يتم التحقق منها».',
      act: 'تحميل الشهادة التالية',
    }),
    unapproved: (count) => ({
      title: plural('ar', Math.min(count, 100), {
        zero: 'لا أحد ينتظر قبولك',
        one: 'شخص واحد ينتظر قبولك',
        two: 'شخصان ينتظران قبولك',
        few: `${count} أشخاص ينتظرون قبولك`,
        many: `${count} شخصًا ينتظرون قبولك`,
        other: `${many(count)} شخصًا ينتظرون قبولك`,
      }),
      detail: 'أثبتوا عناوينهم، ولا يحصلون على رمز قبل ذلك.',
      act: 'القبول أو الرفض',
    }),
    unresponsive: (count) => ({
      title: plural('ar', Math.min(count, 100), {
        zero: 'كل الأجهزة تستجيب',
        one: 'جهاز واحد لا يستجيب',
        two: 'جهازان لا يستجيبان',
        few: `${count} أجهزة لا تستجيب`,
        many: `${count} جهازًا لا يستجيب`,
        other: `${many(count)} جهازًا لا يستجيب`,
      }),
      detail: 'انقطع تواصلها، أو فقدت إذنًا تحتاج إليه.',
      act: 'عرضها',
    }),
    thefts: (count) => ({
      title:
        count === 1
          ? 'جرّب شخص آخر رمزًا مستخدمًا أو بيانات اعتماد جهاز'
          : `رموز مستخدمة أو بيانات اعتماد جرّبها شخص آخر: ${many(count)}`,
      detail: 'في آخر سبعة أيام. اسأل المالكين هل يعرفون الجهاز الثاني.',
    }),
    pins: (count) => ({
      title:
        count === 1
          ? 'أُقفل رقم PIN بعد محاولات خاطئة'
          : `أُقفلت أرقام PIN بعد محاولات خاطئة، عدد المرات: ${many(count)}`,
      detail: 'في اليوم الأخير. الرابط ما زال يعمل؛ ويستطيع المالك طلب رقم PIN جديد.',
    }),
    undelivered: (count) => ({
      title: plural('ar', count, {
        zero: 'سُلّمت كل الرسائل',
        one: 'تعذّر تسليم رسالة واحدة',
        two: 'تعذّر تسليم رسالتين',
        few: `تعذّر تسليم ${count} رسائل`,
        other: `تعذّر تسليم ${count} رسالة`,
      }),
      detail: (addresses) => `في آخر سبعة أيام، إلى ${isolate(addresses)}. هل هذه العناوين صحيحة؟`,
      more: (left) => `${left} أخرى`,
    }),
  },
  counts: {
    active: 'أجهزة نشطة',
    pending: 'مُعدّة، غير نشطة بعد',
    invited: 'دعوات بلا جهاز بعد',
    people: (days) => `سجّلوا خلال ${ofDays(days)}`,
    provisioned: (days) => `أُعِدّت خلال ${ofDays(days)}`,
  },
  period: { label: 'المدة', days: (days) => someDays(days) },
  table: 'العرض في جدول',
  funnel: {
    title: (days) => `من العنوان إلى الجهاز، خلال ${ofDays(days)}`,
    lead: 'تحسب كل خطوة عدد مرات حدوثها في هذه الأيام، فالشخص الذي لديه جهازان يُحسب مرتين بدءًا من الرموز. و«العناوين المُثبتة» هي عناوين من جاؤوا لأول مرة.',
    describe: (steps) => `أشرطة بعضها تحت بعض: ${steps}.`,
    caption: 'من العنوان إلى الجهاز',
    columns: ['الخطوة', 'العدد', 'من الخطوة السابقة'],
    steps: {
      'account.registered': 'العناوين المُثبتة',
      'account.completed': 'الحسابات المكتملة',
      'provision_code.created': 'الرموز الصادرة',
      'device.provisioned': 'المستخدمة',
      'device.confirmed': 'النشطة',
    },
    empty: 'لم يسجّل أحد في هذه الأيام. أرسل الأشخاص إلى صفحة الإعداد:',
  },
  byPlatform: {
    title: 'الأجهزة حسب المنصة',
    lead: 'كل ما هو مُعدّ الآن، متى كان إعداده.',
    describe: (platforms) => `أشرطة بعضها تحت بعض: ${platforms}.`,
    caption: 'الأجهزة حسب المنصة والحالة',
    columns: ['المنصة', 'نشطة', 'غير نشطة بعد', 'منتهية'],
    bar: (active, pending) =>
      pending === 0 ? `النشطة ${active}` : `النشطة ${active}، وغير النشطة بعد ${pending}`,
    empty: 'لم يُعَدّ أي جهاز بعد.',
  },
  byDay: {
    title: (days) => `الأجهزة المُعدّة حسب اليوم، خلال ${ofDays(days)}`,
    lead: 'تبدأ الأيام عند منتصف الليل بتوقيت UTC؛ واليوم الحالي لم ينتهِ بعد.',
    noun: someDevices,
    describe: (total, most, day) =>
      `عمود لكل يوم. المجموع: ${total}؛ والأكثر في يوم واحد: ${most}، في ${day}.`,
    caption: 'الأجهزة المُعدّة حسب اليوم',
    columns: ['اليوم', 'الأجهزة'],
    empty: 'لم يُعَدّ أي جهاز في هذه الأيام.',
  },
  start: {
    title: 'الخطوات الأولى',
    lead: 'بهذا الترتيب يستطيع الأشخاص لديك إعداد أجهزتهم في بضع دقائق.',
    done: 'تمت',
    open: 'لم تتم بعد',
    rule: {
      label: 'تحديد من يحق له التسجيل',
      detail: 'قاعدة البريد الإلكتروني: العناوين التي تعود إلى مؤسستك.',
    },
    accountTemplate: {
      label: 'اختيار ما تبدأ به الحسابات الجديدة',
      detail: 'قالب حساب: الأذونات وحد الأجهزة والمجموعات.',
    },
    deviceTemplate: {
      label: 'كتابة قالب جهاز',
      detail: 'ما يتلقاه الجهاز: Wi-Fi والبريد وسياسة رمز الدخول والتطبيق.',
    },
    platforms: {
      label: 'إتاحة المنصات',
      detail: 'قالب جهاز لكل منصة تتيحها.',
    },
    terms: {
      label: 'كتابة ما يوافق عليه الأشخاص',
      detail: 'الشروط اختيارية. يقبلها الأشخاص قبل أن يحصلوا على رمز.',
    },
    attempt: { label: 'التجربة بنفسك', detail: 'سجّل بعنوانك وأعِدّ جهازًا.' },
  },
}
