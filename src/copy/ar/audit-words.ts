import type { auditWords as english } from '../en/audit-words.ts'
import { plural } from '../plural.ts'
import { auditFacts } from './audit-facts.ts'
import { ofTimes } from './count.ts'
import { isolate } from './isolate.ts'

/** What a sentence of the audit is made of. What an entry does not say is empty. */
type Told = Parameters<(typeof english)['actions']['organisation.created']>[0]

const on = ({ platform }: Told) => (platform ? ` (${platform})` : '')
const who = ({ person }: Told) => `${isolate(person)}`
const device = (it: Told) => `جهاز ${who(it)}${on(it)}`
const called = ({ name }: Told) => (name ? ` «${isolate(name)}»` : '')
const because = ({ reason }: Told) => (reason ? `: ${reason}` : '')
const facts = ({ word }: Told) => {
  const told = [word('model'), word('osVersion')].filter((one) => one !== '').map((one) => `${isolate(one)}`)
  return told.length > 0 ? ` (${told.join('، ')})` : ''
}
const how = ({ word }: Told) => ways[word('by')] ?? ''
const ways: Record<string, string> = {
  email: ' برمز أُرسل بالبريد الإلكتروني',
  passkey: ' بمفتاح مرور',
  oidc: ' عبر تسجيل الدخول لدى المؤسسة',
}
const times = ({ count }: Told) => (count > 1 ? `، ${ofTimes(count)}` : '')
const tries = ({ word }: Told) => {
  const count = Number(word('tries'))
  return plural('ar', count, {
    zero: 'محاولات خاطئة',
    one: 'محاولة خاطئة واحدة',
    two: 'محاولتين خاطئتين',
    few: `${count} محاولات خاطئة`,
    other: `${count} محاولة خاطئة`,
  })
}

const roles: Record<string, string> = { device_owner: 'مالك جهاز', manager: 'مدير', supervisor: 'مشرف' }
const role = ({ word }: Told) => roles[word('role') || 'manager'] ?? word('role')

const via = ({ word }: Told) =>
  word('channel') === 'sms'
    ? '، وأُرسلت برسالة نصية'
    : word('channel') === 'email'
      ? '، وأُرسلت بالبريد الإلكتروني'
      : ''

/** What devices are asked to do. */
const commands: Record<string, string> = {
  lock: 'القفل',
  unlock: 'فتح القفل',
  ring: 'الرنين',
  locate: 'الإفصاح عن موقعه',
  wipe: 'محو نفسه',
  retire: 'إزالة ما جلبته المؤسسة',
}
const command = ({ word }: Told) => commands[word('command')] ?? word('command')

/** What happened, why, and what changed, in words. */
export const auditWords: typeof english = {
  reasons: {
    unknown_secret: 'الرابط ليس من روابطنا',
    no_living_code: 'لم يكن هناك رمز يمكن استخدامه',
    wrong_pin: 'كان رقم PIN خاطئًا',
    pin_locked: 'كانت أرقام PIN مقفلة',
    pin_closed: 'كان رقم PIN مقفلًا لذلك الرابط',
    used: 'كان الرمز قد استُخدم',
    expired: 'كانت صلاحية الرمز قد انتهت',
    superseded: 'كان رمز أحدث قد حل محله',
    revoked: 'كان الرمز قد سُحب',
    window_closed: 'كان الجهاز قد أُعِدّ قبل مدة طويلة',
    device_limit_reached: 'بُلغ حد الأجهزة',
    setup_disabled: 'كان إعداد الأجهزة متوقفًا',
    key_in_use: 'الجهاز يعود إلى حساب آخر من قبل',
    no_identity: 'لا يجلب القالب شهادة',
  },
  /** Why a link, a secret or a passkey was refused. */
  refusals: {
    wrong: 'كان خاطئًا',
    used: 'سبق استخدامه',
    ended: 'كان قد انتهى أو سبق استخدامه',
    counter: 'ربما نُسخ',
    too_many_failures: 'جُرّبت قيم خاطئة أكثر من اللازم',
  },
  actions: {
    'service.configured': () => 'تغيير إعدادات الخدمة',
    'organisation.created': (it) => `إنشاء المؤسسة${called(it)}`,
    'organisation.configured': () => 'تغيير إعداد الأجهزة',
    'organisation.switched_on': () => 'تشغيل المؤسسة',
    'organisation.switched_off': () => 'إيقاف المؤسسة',
    'setup.switched_on': () => 'تشغيل إعداد الأجهزة',
    'setup.switched_off': () => 'إيقاف إعداد الأجهزة',
    'account_template.created': (it) => `إنشاء قالب الحساب${called(it)}`,
    'account_template.changed': (it) => `تغيير قالب الحساب${called(it)}`,
    'account_template.archived': (it) => `أرشفة قالب الحساب${called(it)}`,
    'account_template.restored': (it) => `استعادة قالب الحساب${called(it)}`,
    'device_template.created': (it) => `إنشاء قالب الجهاز${called(it)}${on(it)}`,
    'device_template.changed': (it) => `تغيير قالب الجهاز${called(it)}${on(it)}`,
    'device_template.archived': (it) => `أرشفة قالب الجهاز${called(it)}${on(it)}`,
    'device_template.restored': (it) => `استعادة قالب الجهاز${called(it)}${on(it)}`,
    'email_exception.added': () => 'إضافة استثناء من قاعدة البريد الإلكتروني',
    'email_exception.removed': () => 'إزالة استثناء من قاعدة البريد الإلكتروني',
    'logo.changed': () => 'تغيير الشعار',
    'oidc.configured': () => 'تغيير تسجيل الدخول عبر OpenID Connect',
    'account.registered': (it) => `أثبت ${who(it)} عنوانًا وسجّل`,
    'account.completed': (it) => `أدخل ${who(it)} بياناته`,
    'account.added': (it) => `إضافة حساب ${who(it)}`,
    'account.changed': (it) => `تغيير حساب ${who(it)}`,
    'account.role_changed': (it) => `تغيير دور ${who(it)}`,
    'account.approved': (it) => `قبول ${who(it)}`,
    'account.disabled': (it) => `تعطيل حساب ${who(it)}`,
    'account.enabled': (it) => `تفعيل حساب ${who(it)}`,
    'account.reprovisioned': (it) => `إرسال رمز إعداد جديد إلى ${who(it)}${on(it)}`,
    'accounts.imported': (it) =>
      `استيراد الحسابات: المضافة ${it.word('added')}، والمتغيرة ${it.word('changed')}`,
    'accounts.exported': () => 'تصدير الحسابات',
    'manager.invited': (it) => `دعوة ${who(it)} بدور ${role(it)}`,
    'manager.removed': (it) => `إنهاء دور ${role(it)} لـ ${who(it)}`,
    'session.started': (it) => `سجّل ${who(it)} الدخول${how(it)}`,
    'session.ended': (it) => `سجّل ${who(it)} الخروج`,
    'recovery.issued': (it) => `إصدار رابط استرداد لـ ${who(it)}`,
    'recovery.used': (it) => `استخدم ${who(it)} رابط استرداد`,
    'recovery.refused': (it) => `رفض رابط استرداد${because(it)}`,
    'bootstrap.used': (it) => `أصبح ${who(it)} أول مشرف`,
    'bootstrap.refused': (it) => `رفض سر التهيئة${because(it)}`,
    'passkey.added': (it) => `إضافة مفتاح المرور${called(it)} إلى حساب ${who(it)}`,
    'passkey.renamed': (it) => `تغيير اسم مفتاح المرور${called(it)} في حساب ${who(it)}`,
    'passkey.removed': (it) => `إزالة مفتاح المرور${called(it)} من حساب ${who(it)}`,
    'passkey.refused': (it) => `رفض مفتاح مرور من ${who(it)}${because(it)}`,
    'identity.bound': (it) => `ربط ${who(it)} بتسجيل الدخول لدى المؤسسة`,
    'provision_code.created': (it) => `إنشاء رمز إعداد لـ ${who(it)}${on(it)}`,
    'provision_code.opened': (it) => `فتح ${who(it)} رابط الإعداد${on(it)}`,
    'provision_code.superseded': (it) => `حل رمز أحدث محل رمز الإعداد لـ ${who(it)}${on(it)}`,
    'provision_code.revoked': (it) => `سحب رمز الإعداد لـ ${who(it)}${on(it)}`,
    'provision_code.expired': (it) => `انتهت صلاحية رمز الإعداد لـ ${who(it)} دون استخدامه${on(it)}`,
    'pin.locked': (it) =>
      it.word('door') === 'url'
        ? `قفل رقم PIN لأحد روابط ${who(it)} بعد ${tries(it)}`
        : `قفل أرقام PIN لـ ${who(it)} بعد ${tries(it)}`,
    'pin.renewed': (it) => `إنشاء رقم PIN جديد لـ ${who(it)}${on(it)}`,
    'device.provisioned': (it) => `أُعِدّ بنجاح ${device(it)}${facts(it)}`,
    'device.provisioning_failed': (it) => `${who(it)}: فشل الإعداد${because(it)}${times(it)}`,
    'device.confirmed': (it) =>
      it.word('by') === 'owner'
        ? `أكّد ${who(it)} تثبيت الإعدادات${on(it)}: نشط`
        : `أرسل ${device(it)} تقريره الأول: نشط`,
    'device.handed_over': (it) => `تابع ${who(it)} الإعداد في مكان آخر${on(it)}`,
    'device.replaced': (it) => `استبدال أحد أجهزة ${who(it)} بجهاز آخر`,
    'device.abandoned': (it) => `لم يكتمل الإعداد لـ ${who(it)}${on(it)}: أصبح مكانه شاغرًا`,
    'profile.delivered': (it) => `نزّل ${who(it)} ملف التعريف${on(it)}`,
    'theft.suspected': (it) =>
      it.word('by') === 'credential'
        ? `جرّب أحدهم بيانات اعتماد أحد أجهزة ${who(it)} دون مفتاحه${on(it)}`
        : `جرّب شخص آخر الرمز الذي استخدمه ${who(it)}`,
    'audit.exported': () => 'تصدير سجل التدقيق',
    'message.retried': (it) =>
      it.count > 1
        ? plural('ar', it.count, {
            two: 'إعادة رسالتين إلى قائمة الانتظار',
            few: `إعادة ${it.count} رسائل إلى قائمة الانتظار`,
            other: `إعادة ${it.count} رسالة إلى قائمة الانتظار`,
          })
        : 'إعادة الرسالة إلى قائمة الانتظار',
    'dead_letter.retried': () => 'إعادة رسالة مفقودة إلى قائمة الانتظار',
    'dead_letter.dropped': () => 'التخلي عن رسالة مفقودة',
    'authority.created': () => 'إنشاء مرجع التصديق',
    'authority.rotated': () => 'تبديل مرجع التصديق: مرجع جديد يصدر الشهادات',
    'signer.changed': () => 'تحميل شهادة لتوقيع ملفات التعريف',
    'signer.removed': () => 'إزالة شهادة توقيع ملفات التعريف',
    'certificate.issued': () => 'إصدار شهادة',
    'certificate.revoked': () => 'إبطال شهادة',
    'outbox.retried': (it) => `إعادة محاولة التغييرات المنتظرة لـ ${who(it)}`,
    'session.replayed': (it) => `بعد الاستعادة: أُبلغت قاعدة البيانات من جديد بتغييرات ${who(it)}`,
    'sessions.replayed': () => 'بعد الاستعادة: قورنت الحسابات بقاعدة البيانات',
    'invitation.created': (it) => `إنشاء دعوة لـ ${who(it)}${via(it)}`,
    'invitation.fetched': (it) => `جُلب رابط دعوة ${who(it)}، وربما جلبه فاحص بريد`,
    'invitation.opened': (it) => `فتح ${who(it)} الدعوة`,
    'invitation.accepted': (it) => `قبِل ${who(it)} الدعوة`,
    'invitation.superseded': (it) => `حلت دعوة أحدث محل دعوة ${who(it)}`,
    'invitation.revoked': (it) => `إيقاف دعوة ${who(it)}`,
    'invitation.expired': (it) => `انتهت صلاحية دعوة ${who(it)}`,
    'invitation.credentials_shown': (it) => `الاطلاع على بيانات اعتماد دعوة ${who(it)}`,
    'invitation.reminders_changed': (it) => `تغيير التذكيرات لـ ${who(it)}`,
    'invitations.sent': () => 'إرسال الدعوات',
    'device.deleted': (it) => `حذف ${device(it)}`,
    'device.retired': (it) => `إخراج ${device(it)} من الخدمة`,
    'device.renewed': (it) => `إرسال طريق العودة إلى ${who(it)}${on(it)}`,
    'device.noted': (it) => `تغيير ملاحظة عن أحد أجهزة ${who(it)}`,
    'device.unresponsive': (it) => `لم يعد ${device(it)} يستجيب${because(it)}`,
    'device.responsive': (it) => `عاد ${device(it)} يستجيب`,
    'devices.exported': () => 'تصدير قائمة الأجهزة',
    'message.bounced': (it) => `ارتدت رسالة إلى ${who(it)}${because(it)}`,
    'message_template.changed': (it) => `تغيير نصوص الرسائل${called(it)}`,
    'message_template.reset': (it) => `إعادة نصوص الرسائل إلى الأصل${called(it)}`,
    'device.renamed': (it) => `تغيير اسم ${device(it)}${it.name ? ` إلى${called(it)}` : ''}`,
    'device.ownership_changed': (it) => `تغيير ملكية أحد أجهزة ${who(it)}${on(it)}`,
    'device.wiped': (it) => `محو ${device(it)}`,
    'command.queued': (it) => `طُلب من ${device(it)}: ${command(it)}`,
    'command.done': (it) => `نفّذ ${device(it)}: ${command(it)}`,
    'command.failed': (it) => `لم يستطع ${device(it)}: ${command(it)}`,
    'command.expired': (it) => `لم يُجب ${device(it)} في الوقت المحدد: ${command(it)}`,
    'command.cancelled': (it) => `إلغاء الطلب من ${device(it)}: ${command(it)}`,
    'passcode_reset.issued': (it) => `إنشاء رقم PIN لإعادة تعيين رمز الدخول لـ ${who(it)}${on(it)}`,
    'passcode_reset.used': (it) => `أعاد ${who(it)} تعيين رمز الدخول إلى التطبيقات الآمنة${on(it)}`,
    'passcode_reset.refused': (it) => `رقم PIN خاطئ لإعادة تعيين رمز الدخول لـ ${who(it)}${times(it)}`,
    'security_strings.issued': (it) => `جلب أحد أجهزة ${who(it)} سلاسل الأمان`,
    'security_strings.used': (it) => `استُخدمت سلسلة أمان لـ ${who(it)}`,
    'security_strings.refused': (it) => `رُفضت سلسلة أمان لـ ${who(it)}${because(it)}`,
    'security_strings.voided': (it) => `أصبحت سلاسل الأمان لـ ${who(it)} لاغية${because(it)}`,
    'api_key.created': (it) => `إنشاء مفتاح API${called(it)}`,
    'api_key.revoked': (it) => `إبطال مفتاح API${called(it)}`,
    'derived_credential.started': (it) => `طلب ${who(it)} بيانات اعتماد مشتقة${on(it)}`,
    'derived_credential.issued': (it) => `إصدار بيانات اعتماد مشتقة لـ ${who(it)}${on(it)}`,
    'derived_credential.failed': (it) => `لم تصدر بيانات الاعتماد المشتقة لـ ${who(it)}${on(it)}`,
    'user_certificate.added': (it) => `أضاف ${who(it)} شهادة${called(it)}`,
    'user_certificate.removed': (it) => `حذف الشهادة${called(it)} من حساب ${who(it)}`,
    'account.exported': (it) => `نزّل ${who(it)} بياناته`,
    'account.deletion_asked': (it) => `طلب ${who(it)} حذف حسابه`,
    'account.deletion_withdrawn': (it) => `تراجع ${who(it)} عن طلب حذف حسابه`,
    'account.deleted': (it) => `حذف حساب ${isolate(it.person || it.word('account'))}`,
    'device_link.allowed': (it) => `سمح ${who(it)} لجهاز طلب الربط${called(it)}`,
    'device_link.denied': (it) => `رفض ${who(it)} جهازًا طلب الربط${called(it)}`,
  },
  ...auditFacts,
}
