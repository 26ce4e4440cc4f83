import type { mail as english } from '../en/mail.ts'
import { alarmMail } from './abuse-mail.ts'
import { ofMinutes } from './count.ts'
import { isolate } from './isolate.ts'

/** Everything an e-mail says. Names are inserted as they are; the layout escapes them. */
export const mail: typeof english = {
  challenge: {
    subject: ({ code, organisation }) => `${isolate(code)} هو رمزك لدى ${isolate(organisation)}`,
    preview: ({ minutes }) => `أدخله حيث طلبته. يعمل لمدة ${ofMinutes(minutes)}.`,
    heading: {
      registration: 'رمزك لإعداد جهاز',
      'sign-in': 'رمزك لتسجيل الدخول',
    },
    codeIs: ({ code }) => `رمزك: ${isolate(code)}`,
    howTo: ({ minutes }) =>
      `أدخله في الصفحة التي طلبته فيها. يعمل لمدة ${ofMinutes(minutes)}، وفي ذلك المتصفح فقط.`,
    fillIn: 'أدخِل الرمز نيابةً عني',
    why: ({ organisation }) =>
      `وصلتك هذه الرسالة لأن شخصًا أدخل هذا العنوان لدى ${isolate(organisation)}. إن لم تكن أنت، فتجاهلها: لا يحدث شيء من دون الرمز.`,
    keepIt: ({ organisation }) => `احتفظ بالرمز لنفسك. لن يطلبه منك أحد لدى ${isolate(organisation)} أبدًا.`,
  },
  alarm: alarmMail,
  theftSignal: {
    subject: 'حاول شخص آخر استخدام رابط الإعداد الخاص بك',
    preview: 'رُفضت المحاولة. يُرجى التأكد من أن الجهاز الذي أُعِدّ به هو جهازك.',
    heading: 'حاول شخص آخر استخدام رابط الإعداد الخاص بك',
    what: ({ when, device, platform }) =>
      `سبق أن أُعِدّ برابطك جهاز (${device ? `${isolate(device)}، ` : ''}${platform}). في ${isolate(when)} حاول جهاز آخر استخدام الرابط نفسه. رُفض ولم يتلقَّ شيئًا.`,
    mine: 'إذا كنت أنت من جرّب الرابط على جهاز ثانٍ، فكل شيء على ما يرام. الرابط يُعِدّ جهازًا واحدًا؛ اطلب رابطًا آخر للجهاز التالي.',
    notMine:
      'إذا كنت لا تعرف شيئًا عن جهاز ثانٍ، أو لم يكن الجهاز الذي أُعِدّ بالرابط جهازك، فربما رأى شخص رابطك. أخبر مكتب المساعدة اليوم.',
    again: 'إعداد جهاز آخر',
    why: ({ organisation }) => `وصلتك هذه الرسالة لأن جهازًا أُعِدّ باسمك لدى ${isolate(organisation)}.`,
  },
  provisionCode: {
    subject: ({ device, organisation }) => `إعداد جهازك لدى ${isolate(organisation)}: ${isolate(device)}`,
    preview: 'رابطك، ورقم PIN الذي يطلبه.',
    heading: ({ device }) => `إعداد جهازك: ${isolate(device)}`,
    what: ({ organisation }) =>
      `أنشأت لك ${isolate(organisation)} رابط إعداد. افتحه على الجهاز الذي تريد إعداده.`,
    open: 'إعداد هذا الجهاز',
    asks: 'تطلب الصفحة رقم PIN التالي:',
    previewLink: 'رابطك. يخبرك مكتب المساعدة برقم PIN الخاص به.',
    asksElsewhere:
      'تطلب الصفحة رقم PIN. حفاظًا على الأمان لا يرد في هذه الرسالة: يخبرك به مكتب المساعدة بطريقة أخرى.',
    pinIs: ({ pin }) => `رقم PIN الخاص بك: ${isolate(pin)}`,
    until: ({ when }) => `يعمل الرابط ورقم PIN لجهاز واحد، حتى ${isolate(when)}. بعد ذلك اطلب رابطًا جديدًا.`,
    keepIt: 'احتفظ بهذه الرسالة لنفسك: من لديه الرابط ورقم PIN يستطيع إعداد جهاز باسمك.',
    why: ({ organisation }) =>
      `وصلتك هذه الرسالة لأن أحد المسؤولين عن الأجهزة لدى ${isolate(organisation)} طلبها.`,
  },
  approved: {
    subject: ({ organisation }) => `قبلتك ${isolate(organisation)}`,
    preview: 'يمكنك الآن إعداد جهازك.',
    heading: 'يمكنك الآن إعداد جهازك',
    what: ({ organisation }) =>
      `قبلت ${isolate(organisation)} تسجيلك. افتح الصفحة على أي جهاز، وسجّل الدخول بهذا العنوان، وتابع من حيث توقفت.`,
    open: 'متابعة',
    why: ({ organisation }) => `وصلتك هذه الرسالة لأنك سجّلت بهذا العنوان لدى ${isolate(organisation)}.`,
  },
  managerInvited: {
    manager: {
      subject: ({ organisation }) => `أنت تدير الأجهزة لدى ${isolate(organisation)}`,
      heading: ({ organisation }) => `أصبحت مديرًا لدى ${isolate(organisation)}`,
      what: ({ organisation }) =>
        `بصفتك مديرًا لدى ${isolate(organisation)} تقرر من يحق له إعداد الأجهزة هناك وما تتلقاه تلك الأجهزة، وتساعد الأشخاص في استخدامها.`,
    },
    supervisor: {
      subject: ({ organisation }) => `أنت تشرف على ${isolate(organisation)}`,
      heading: ({ organisation }) => `أصبحت مشرفًا على ${isolate(organisation)}`,
      what: ({ organisation }) =>
        `بصفتك مشرفًا على ${isolate(organisation)} أنت مسؤول عن مؤسساتها وعن الإعدادات التي تسري عليها جميعًا.`,
    },
    preview: 'سجّل الدخول بهذا العنوان للبدء.',
    how: 'سجّل الدخول بهذا العنوان. نرسل إليك رمزًا، ونطلب منك في المرة الأولى إنشاء مفتاح مرور: بصمة إصبعك أو وجهك أو رقم PIN للكمبيوتر. ومن ثم يصبح هو طريقك إلى الدخول.',
    open: 'تسجيل الدخول',
    why: 'وصلتك هذه الرسالة لأن مشرفًا أدخل هذا العنوان. إذا لم تكن تتوقعها، فاسأله؛ ولا يحدث شيء من دون تسجيل الدخول.',
  },
  invitation: {
    preview: 'رابطك، ورقم PIN الذي يطلبه، ورمز للكاميرا.',
    reminderPreview: 'دعوتك ما زالت تعمل. تجد أدناه الرابط ورقم PIN والرمز.',
    open: 'إعداد هذا الجهاز',
  },
  renewal: {
    preview: 'ما المشكلة فيه، وطريقك إلى العودة.',
    /** What is wrong, and what helps. */
    states: {
      invited: () => ({
        what: 'لم يُعَدّ أي جهاز بدعوتك بعد.',
        next: 'افتح الرابط أدناه على الجهاز الذي تريد إعداده.',
      }),
      pending: () => ({
        what: 'ما بدأته على هذا الجهاز لم يكتمل.',
        next: 'خذه في يدك وتابع بالرابط أدناه.',
      }),
      active: () => ({
        what: 'بحسب ما نرى، لا مشكلة فيه.',
        next: 'إذا لم يعمل كما ينبغي، فالرابط أدناه يعيدك إليه.',
      }),
      silent: () => ({
        what: 'لم يصلنا شيء من هذا الجهاز منذ مدة.',
        next: 'شغّله، وصِله بالإنترنت، وافتح تطبيق الوكيل عليه. وإذا لم ينجح ذلك، فاستخدم الرابط أدناه. وإذا لم يعد لديك، فأخبر مكتب المساعدة.',
      }),
      permissions: ({ permissions }) => ({
        what: permissions
          ? `فقد هذا الجهاز أذونات يحتاج إليها: ${permissions}.`
          : 'فقد هذا الجهاز أذونات يحتاج إليها.',
        next: 'افتح تطبيق الوكيل عليه وامنحها من جديد. وإذا لم ينجح ذلك، فاستخدم الرابط أدناه.',
      }),
      ended: () => ({
        what: 'لم يعد هذا الجهاز مُعدًّا.',
        next: 'لإعداده من جديد افتح الرابط أدناه عليه.',
      }),
    },
    open: 'الانتقال إلى جهازي',
    signIn: 'تسجيل الدخول',
    signInHow: 'بعد تسجيل الدخول بهذا العنوان ترى أجهزتك ويمكنك إعدادها من جديد.',
    why: ({ organisation, manager }) =>
      `وصلتك هذه الرسالة لأن ${
        manager
          ? `${isolate(manager)} من المسؤولين عن الأجهزة لدى ${isolate(organisation)}`
          : `أحد المسؤولين عن الأجهزة لدى ${isolate(organisation)}`
      } طلب منا إرسالها. إذا كنت لا تعرف هذا الجهاز، فأخبر مكتب المساعدة؛ ولا يحدث شيء من دونك.`,
  },
  /** Link, picture and PIN, wherever a message carries them. */
  access: {
    leads: 'يفتح الزر',
    asks: 'تطلب الصفحة رقم PIN التالي:',
    pinIs: ({ pin }) => `رقم PIN الخاص بك: ${isolate(pin)}`,
    until: ({ when }) => `يعمل الرابط ورقم PIN حتى ${isolate(when)}.`,
    untilEnded: ({ organisation }) => `يعمل الرابط ورقم PIN إلى أن تنهي ${isolate(organisation)} الدعوة.`,
    camera: {
      title: 'تقرأ هذا على جهاز آخر؟',
      how: 'وجّه كاميرا الجهاز الذي تريد إعداده إلى هذا الرمز.',
      alt: ({ page }) => `رمز QR لرابطك. إذا لم تظهر الصور، فاكتب البيانات في ${isolate(page)}.`,
    },
    typed: {
      title: 'لا كاميرا، ولا وسيلة لفتح الرابط؟',
      how: 'افتح هذه الصفحة على الجهاز واكتب:',
      page: 'الصفحة',
      site: 'رقم الموقع',
      address: 'عنوان البريد الإلكتروني',
      thisAddress: 'عنوانك لدى المؤسسة',
      pin: 'رقم PIN',
    },
    keepIt: 'احتفظ بهذه الرسالة لنفسك: من لديه الرابط ورقم PIN يستطيع إعداد جهاز باسمك.',
    why: ({ organisation, manager }) =>
      `وصلتك هذه الرسالة لأن ${
        manager === null ? 'أحد المسؤولين عن الأجهزة' : `${isolate(manager)}`
      } لدى ${isolate(organisation)} دعاك. إذا لم تكن تتوقعها، فاسأل عنها هناك أو لا تفعل شيئًا: لا يحدث شيء من دونك.`,
  },
  /** Ours, until a manager writes others. Paragraphs stand apart by an empty line. */
  words: {
    invitation: {
      subject: 'إعداد أجهزتك لدى {{organisation}}',
      body: `مرحبًا {{name}}،

تدعوك {{organisation}} إلى إعداد الأجهزة التي تعمل بها. يستغرق ذلك بضع دقائق: افتح الرابط على الجهاز واتبع ما تقوله الصفحة. ولإعداد جهاز آخر عُد إلى هذه الرسالة.`,
    },
    reminder: {
      subject: 'تذكير: إعداد أجهزتك لدى {{organisation}}',
      body: `مرحبًا {{name}}،

ما زالت دعوتك من {{organisation}} في انتظارك. افتح الرابط على الجهاز الذي تريد إعداده؛ يستغرق ذلك بضع دقائق. وإذا كان هناك ما يمنعك، فيسعدنا أن نساعدك.`,
    },
    renewal: {
      subject: 'يحتاج {{device}} إلى انتباهك · {{organisation}}',
      body: `مرحبًا {{name}}،

لدى {{organisation}} رسالة بشأن {{device}}.`,
    },
  },
  /** What a variable says where nothing is known. */
  unknown: {
    valid_until: 'إشعار آخر',
    device: ({ platform }) => (platform ? `جهازك (${platform})` : 'جهازك'),
    helpdesk: ({ organisation }) => `مكتب المساعدة لدى ${isolate(organisation)}`,
  },
  /** Text messages: 70 characters to a segment with the link, so as few as possible, and plain signs only. */
  sms: {
    invitation: ({ organisation }) => `${organisation}: إعداد جهازك:`,
    reminder: ({ organisation }) => `${organisation}: تذكير بإعداد جهازك:`,
    renewal: ({ organisation, device }) => `${organisation}: جهازك يحتاج انتباهك (${device}):`,
    code: ({ organisation }) => `${organisation}: إعداد جهازك:`,
    pin: ({ pin }) => `PIN ${pin}`,
    android: ({ page, site }) => `Android أو بلا رابط: افتح ${page} واكتب الموقع ${site} وبريدك وPIN.`,
    mail: ({ organisation }) => `${organisation}: أرسلنا إليك بريدا عن جهازك. يرجى قراءته.`,
  },
  platforms: {
    ios: 'iPhone أو iPad',
    android: 'Android',
    macos: 'Mac',
    windows: 'Windows',
    linux: 'Linux',
    chromeos: 'Chromebook',
    agent: 'تطبيق الوكيل',
  },
  help: ({ organisation }) => `المساعدة من ${isolate(organisation)}:`,
  footer: ({ organisation }) => `${isolate(organisation)} · إعداد الأجهزة`,
}
