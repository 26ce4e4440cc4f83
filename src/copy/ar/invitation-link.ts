import type { invitationLink as english } from '../en/invitation-link.ts'
import { plural } from '../plural.ts'
import { isolate } from './isolate.ts'

/** `/i/<ref>`: where an invitation leads its person. */
export const invitationLink: typeof english = {
  title: 'إعداد أجهزتك',
  lead: (organisation) => `تدعوك ${isolate(organisation)} إلى إعداد أجهزتك.`,
  about: {
    title: 'دعوتك',
    /** How many more devices it sets up; null: any number. */
    left: (count) =>
      count === null
        ? 'تُعِدّ أي عدد من أجهزتك، واحدًا بعد الآخر.'
        : plural('ar', count, {
            zero: 'لا تُعِدّ أجهزة أخرى.',
            one: 'تُعِدّ جهازًا واحدًا آخر.',
            two: 'تُعِدّ جهازين آخرين.',
            few: `تُعِدّ ${count} أجهزة أخرى.`,
            many: `تُعِدّ ${count} جهازًا آخر.`,
            other: `تُعِدّ ${count} جهاز آخر.`,
          }),
    how: 'يحصل كل جهاز على إعداداته بعد أن توافق في هذه الصفحة. ولا يحدث شيء قبل ذلك.',
    stays: 'تبقى الأجهزة المُعدّة كما هي عندما تنتهي الدعوة.',
  },
  /** `{time}` is a time left, such as "in 9 days". */
  ends: 'تنتهي هذه الدعوة {time}.',
  own: {
    title: 'أُعِدّ في هذا المتصفح',
    begun: 'بدأ إعداده، تابع هنا',
    delivered: 'نُزِّل ملف التعريف، وينتظر التثبيت',
    active: 'مُعدّ',
  },
  which: {
    title: 'أي جهاز هذا؟',
    text: 'اختر الجهاز الذي فُتحت عليه هذه الصفحة.',
    /** The browser's kind of device is not among those on offer. */
    notOffered: (one, organisation) => `يبدو أن هذا ${one}. لم تجهّز ${isolate(organisation)} شيئًا له.`,
    elsewhere: 'افتح هذا الرابط على جهاز من أحد هذه الأنواع، أو اختره إذا أخطأنا التخمين.',
  },
  others: {
    title: 'جهاز آخر؟',
    text: 'افتح رابط دعوتك عليه، أو امسح رمزها ضوئيًا هناك. هل أخطأنا التخمين وهذا أحد هذه الأجهزة؟ اختره:',
  },
  asks: 'قبل أن تتابع',
  terms: {
    accepted: (organisation) => `قبلتَ شروط استخدام ${isolate(organisation)}`,
    byDoing: 'من يُعِدّ جهازًا يقبل هذه الشروط.',
  },
  pin: 'رقم PIN',
  pinHint: 'الأرقام الثمانية في الرسالة التي دعتك.',
  pinNeeded: 'أبقِ رقم PIN الوارد في رسالتك في متناول يدك: سيطلبه الجهاز.',
  submit: 'متابعة',
  errors: {
    wrong_pin: 'ليس هذا رقم PIN الخاص بهذه الدعوة. قارن الأرقام الثمانية كلها بأحدث رسالة دعتك.',
    choose_ownership: 'حدّد لمن الجهاز للمتابعة.',
    terms: 'ضع علامة في المربع لقبول الشروط. لديك أسئلة عنها؟ اسأل مكتب المساعدة.',
    not_offered: 'اختر أحد هذه الأجهزة للمتابعة.',
  },
  pinClosed: {
    title: 'رقم PIN مغلق في الوقت الحالي',
    text: 'أُدخل خطأً عدة مرات. اطلب رقم PIN جديدًا: تبقى دعوتك وهذا الرابط كما هما.',
    again: 'لديّ رقم PIN جديد',
  },
  notExpected: 'لم تكن تتوقع هذا؟ أغلق الصفحة: لم يتغير شيء.',
  agent: {
    title: 'تابع على جهازك',
    lead: 'الجهاز نفسه هو من يستخدم هذه الدعوة: أعطه الرابط أو الرمز.',
    instructions: 'الخطوات التالية',
    copy: 'الرابط، لتطبيق أو لسطر الأوامر',
    scan: 'أو امسح هذا الرمز ضوئيًا بالتطبيق',
    unused: 'لم يُستهلك شيء بفتح هذه الصفحة. يُحتسب الجهاز متى اتصل.',
    back: 'العودة إلى اختيار الجهاز',
  },
}
