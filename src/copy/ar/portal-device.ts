import type { portalDevice as english } from '../en/portal-device.ts'
import { plural } from '../plural.ts'
import { ofHours, ofMinutes } from './count.ts'
import { isolate } from './isolate.ts'

/** The page of one's own device. */
export const portalDevice: typeof english = {
  state: 'كيف حاله',
  facts: 'ما هو',
  setup: 'كيف أُعِدّ',
  kind: 'النوع',
  every: (minutes) =>
    plural('ar', minutes, {
      one: 'كل دقيقة تقريبًا',
      other: `كل ${ofMinutes(minutes)} تقريبًا`,
    }),
  everyHours: (hours) => plural('ar', hours, { one: 'كل ساعة تقريبًا', other: `كل ${ofHours(hours)} تقريبًا` }),
  checksIn: 'يتواصل',
  registered: 'تاريخ الإعداد',
  confirmed: 'أصبح نشطًا',
  delivered: 'تنزيل ملف التعريف',
  ended: 'انتهى',
  configuration: 'الإعدادات',
  version: (name, version) => `${isolate(name)}، الإصدار ${version}`,
  newest: 'الأحدث',
  older: (newest) => `يوجد إصدار أحدث: الإصدار ${newest}`,
  factsMissing: 'تظهر بياناته هنا متى تواصل.',
  certificates: 'الشهادات',
  noCertificates: 'ليست لديه شهادة.',
  certificate: {
    ends: 'تنتهي في',
    ended: 'انتهت في',
    revoked: 'أُبطلت',
    replaced: 'استُبدلت، وتعمل حتى',
  },
  replaces: 'يحل محل جهاز آخر ينتهي بمجرد أن يصبح هذا الجهاز نشطًا.',
  tookPlace: 'حل محل جهاز آخر.',
  replacing: 'يحل جهاز آخر محله. ينتهي هذا الجهاز بمجرد أن يصبح ذاك نشطًا.',
  showOther: 'عرض ذلك الجهاز',
  name: {
    title: 'الاسم',
    label: 'الاسم الذي تطلقه عليه',
    own: (name) => `يسمّي نفسه «${isolate(name)}».`,
    hint: 'إذا أعطيته اسمًا، فلا عبرة بما يسمّي به نفسه. اتركه فارغًا للعودة إلى ذلك.',
    save: 'حفظ الاسم',
    saved: 'تم الحفظ. هذا اسمه الآن.',
    given: 'تم الحفظ. يعود إلى اسمه الخاص متى أخبر به.',
  },
  owner: {
    title: 'لمن الجهاز',
    company: (organisation) => `يعود إلى ${isolate(organisation)}. عند المحو يُمحى كل شيء عليه.`,
    personal: (organisation) => `هو لك. عند المحو لا يُزال إلا ما جلبته ${isolate(organisation)}.`,
    toPersonal: 'هو لي …',
    toCompany: (organisation) => `يعود إلى ${isolate(organisation)} …`,
    askPersonal: (device) => `هل «${isolate(device)}» جهازك الشخصي؟`,
    askCompany: (device, organisation) => `هل يعود «${isolate(device)}» إلى ${isolate(organisation)}؟`,
    becomesPersonal: (organisation) => [
      'يُسجَّل على أنه جهازك الشخصي.',
      `من ذلك الحين لا يُزال عند المحو إلا ما جلبته ${isolate(organisation)}: الإعدادات والحسابات والتطبيقات والشهادات. وتبقى بياناتك.`,
      `ترى ${isolate(organisation)} أنك غيّرت هذا ومتى. ولا يتغير شيء على الجهاز الآن.`,
    ],
    becomesCompany: (organisation) => [
      `يُسجَّل على أنه جهاز ${isolate(organisation)}.`,
      'من ذلك الحين يُمحى كل شيء عليه عند المحو، وبياناتك أيضًا.',
      `ترى ${isolate(organisation)} أنك غيّرت هذا ومتى. ولا يتغير شيء على الجهاز الآن.`,
    ],
    actPersonal: 'هو جهازي الشخصي',
    actCompany: (organisation) => `يعود إلى ${isolate(organisation)}`,
    done: {
      company: 'تم الحفظ. الجهاز مسجّل على أنه للمؤسسة.',
      personal: 'تم الحفظ. الجهاز مسجّل على أنه جهازك الشخصي.',
    },
  },
  trouble: {
    ended: 'انتهى: لا يمكن تغيير شيء فيه بعد الآن.',
    temporarily_unavailable: 'لم ينجح ذلك الآن. حاول مرة أخرى بعد دقيقة.',
  },
  /** On the page of a device that is over. */
  over: {
    title: 'ما الذي حدث',
    retired: 'أُخرج من الخدمة: لا يحصل على شيء من هنا بعد ذلك، ويمكن إزالة ما جلبه ملف التعريف.',
    wiped: 'مُحي. وإذا عُثر عليه، يمكن إعداده من جديد.',
    replaced: 'حل جهاز آخر محله.',
    deleted: 'أُزيل من أجهزتك: لا يحصل على شيء من هنا بعد ذلك.',
    never_finished: 'لم يكتمل إعداده في الوقت المحدد. لم يضِع شيء: ابدأه مرة أخرى.',
    key_in_use: 'المفتاح الذي قدّمه يعود إلى جهاز حساب آخر. اسأل مكتب المساعدة، أو ابدأ مرة أخرى.',
    ask: 'لاستخدامه من جديد اطلب دعوة من مكتب المساعدة.',
  },
  consent: {
    title: 'ما يُرى وما لا يُرى',
    canSee: (organisation) => `ما تستطيع ${isolate(organisation)} رؤيته`,
    cannotSee: (organisation) => `ما لا تستطيع ${isolate(organisation)} رؤيته هنا`,
    see: {
      agent: [
        'ما هو الجهاز: الاسم والشركة المصنّعة والطراز وإصدار النظام والرقم التسلسلي وIMEI وUDID',
        'رقم هاتفه ومشغّل شبكته، إذا أفصح عنهما',
        'متى تواصل آخر مرة، وإصدار تطبيقه، والأذونات التي فقدها',
        'شهاداته، ولمن هو، وما طُلب منه هنا',
      ],
      ota: [
        'ما أخبر به مرة واحدة عند إعداده: الاسم والطراز وإصدار النظام والرقم التسلسلي وIMEI وUDID',
        'شهاداته، ولمن هو، ومتى أُعِدّ',
      ],
      certificate: ['ما نوع الجهاز ولمن هو', 'متى أُعِدّ، وشهاداته ومتى جلبها'],
      none: ['ما نوع الجهاز ولمن هو', 'متى نُزِّل ملف التعريف الخاص به، وأنك أكّدت أنه مثبّت'],
    },
    hidden: ['رسائلك ومكالماتك', 'صورك وملفاتك', 'الصفحات التي تزورها', 'التطبيقات التي لديك'],
    where: 'مكانه',
    whereAsked: 'مكانه: لا يستطيع أحد غيرك طلبه هنا، ولا يرى الإجابة غيرك',
    wipe: {
      company: 'إذا مُحي، يُمحى كل شيء عليه: فهو جهاز للمؤسسة.',
      personal: 'إذا مُحي، لا يُزال إلا ما جلبته المؤسسة: فهو جهازك الشخصي.',
      never: 'لا يمكن قفله أو تحديد موقعه أو محوه من هنا: لا شيء عليه يتلقى الطلبات.',
    },
  },
}
