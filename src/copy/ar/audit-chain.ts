import type { auditChain as english } from '../en/audit-chain.ts'
import { isolate } from './isolate.ts'

/** That the audit is sealed, and that a new master key has taken over. */
export const auditChain: typeof english = {
  /** `{time}`: "2 minutes ago". */
  sealed: (rows) => `الإدخالات المختومة: ${rows}، وآخرها {time}.`,
  notYet: 'لم يُختم شيء بعد. تُختم الإدخالات الجديدة خلال دقيقة أو نحوها.',
  how: 'يتحقق من يشغّل الخدمة بالأمر «\u2068npm run verify-audit\u2069» من أن أيًّا منها لم يُغيَّر أو يُزَل أو يُدرَج منذ ذلك الحين.',
  kept: (days) => `تُحفظ الإدخالات ${days} يوم.`,
  broken: {
    title: 'ربما غُيّر سجل التدقيق في قاعدة البيانات',
    /** Before the names of the organisations. */
    lead: 'ما في قاعدة البيانات لا يطابق ما ختمته هذه الخدمة. شغّل «\u2068npm run verify-audit\u2069» قبل أن تعتمد على الإدخالات الأقدم؛ فهو يسمّي أول إدخال خاطئ. أما الإدخالات الجديدة فتُختم من جديد.',
    /** `{time}`: "3 hours ago". */
    one: (organisation, rows) => `${isolate(organisation)}: بعد الإدخال ${rows}، لوحظ ذلك {time}`,
    service: 'الخدمة نفسها',
  },
  keys: {
    title: 'المفتاح الرئيسي السابق',
    /** The key's own name, from the settings. */
    lead: (former) =>
      `المفتاح «${isolate(former)}» ما زال مقروءًا. ما حُفظ به يُنقل تلقائيًا إلى المفتاح الجديد، ويُراجَع من جديد كل يوم.`,
    working: 'لم تنتهِ الجولة الأولى بعد.',
    /** `{time}`: "2 hours ago". */
    found: 'ما وجدته الجولة الأخيرة، {time}:',
    nothing: 'لم يبقَ شيء محفوظًا بالمفتاح السابق.',
    columns: { kind: 'ماذا', resealed: 'نُقل', left: 'باقٍ', unreadable: 'لا يُقرأ' },
    kinds: {
      moduleSecret: 'سر الوحدة الخارجية',
      oidcSecrets: 'أسرار موفّري الهوية',
      templates: 'أسرار في قوالب الأجهزة',
      templateVersions: 'أسرار في إصداراتها السابقة',
      authorities: 'مفاتيح مراجع التصديق',
      signers: 'المفاتيح التي توقّع ملفات التعريف',
      userCertificates: 'مفاتيح شهادات الأشخاص الخاصة',
      auditHeads: 'أختام سجل التدقيق',
      invitations: 'روابط الدعوات وأرقام PIN',
      securityStrings: 'دفعات سلاسل الأمان',
    },
    before:
      'قبل أن تزيل المفتاح السابق، اقرأ «\u2068When MASTER_KEY changes\u2069» في دليل التشغيل: يذكر كم تنتظر، وما ينتهي معه.',
  },
}
