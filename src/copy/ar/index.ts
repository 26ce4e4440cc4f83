import type { Copy } from '../types.ts'
import { abuse } from './abuse.ts'
import { account } from './account.ts'
import { accountTemplates } from './account-templates.ts'
import { apiKeys } from './api-keys.ts'
import { artefacts } from './artefacts.ts'
import { audit } from './audit.ts'
import { auditChain } from './audit-chain.ts'
import { certificates } from './certificates.ts'
import { claim } from './claim.ts'
import { commands } from './commands.ts'
import { deadEnds, waysOn } from './dead-ends.ts'
import { derived } from './derived.ts'
import { deviceLink } from './device-link.ts'
import { deviceList } from './device-list.ts'
import { deviceSetup } from './device-setup.ts'
import { deviceTemplates } from './device-templates.ts'
import { fields } from './fields.ts'
import { files } from './files.ts'
import { go } from './go.ts'
import { health } from './health.ts'
import { invitationLink } from './invitation-link.ts'
import { invitations } from './invitations.ts'
import { languages } from './languages.ts'
import { link } from './link.ts'
import { mail } from './mail.ts'
import { messages } from './messages.ts'
import { myData } from './my-data.ts'
import { oidc } from './oidc.ts'
import { ota } from './ota.ts'
import { overview } from './overview.ts'
import { people } from './people.ts'
import { peopleCode } from './people-code.ts'
import { platforms } from './platforms.ts'
import { portal } from './portal.ts'
import { portalDevice } from './portal-device.ts'
import { portalRegister } from './portal-register.ts'
import { ready } from './ready.ts'
import { restoring } from './restoring.ts'
import { setup } from './setup.ts'
import { signIn } from './sign-in.ts'
import { staff } from './staff.ts'
import { superviseOrganisations } from './supervise-organisations.ts'
import { superviseService } from './supervise-service.ts'
import { ui } from './ui.ts'
import { userCertificates } from './user-certificates.ts'

/**
 * Words kept to: device setup إعداد الأجهزة · set up أعدّ · register تسجيل · device جهاز · owner مالك · manager مدير ·
 * supervisor مشرف · organisation مؤسسة · account حساب · account template قالب الحساب · device template قالب الجهاز ·
 * provision code, setup code رمز الإعداد · provision URL رابط الإعداد · QR code رمز QR · PIN رقم PIN · invitation دعوة ·
 * deactivate إيقاف · withdraw سحب · revoke إبطال · e-mail rule قاعدة البريد الإلكتروني · helpdesk مكتب المساعدة ·
 * check-in تواصل · report تقرير · say (that it is installed) تأكيد · agent app تطبيق الوكيل · profile ملف التعريف ·
 * credential بيانات الاعتماد · derived credential بيانات الاعتماد المشتقة · certificate شهادة · subject صاحب الشهادة ·
 * authority مرجع التصديق · rotate تبديل · issuer جهة الإصدار · security strings سلاسل الأمان · passkey مفتاح المرور ·
 * passcode رمز الدخول · password كلمة المرور · bootstrap secret سر التهيئة · lock قفل · ring رنين · locate تحديد الموقع ·
 * wipe محو · retire إخراج من الخدمة · re-provision إعادة الإعداد · replace استبدال · renew تجديد · audit سجل التدقيق ·
 * site id رقم الموقع · short name الاسم القصير · pending معلّق · active نشط · approve قبول · refuse رفض ·
 * disable تعطيل · enable تفعيل · switch on and off تشغيل، إيقاف · upload تحميل · download تنزيل · filter عامل تصفية.
 * One person is addressed, in the neutral singular of software; verbs of buttons are nouns (إرسال), steps are imperatives.
 */
export const ar: Copy = {
  ui,
  platforms,
  setup,
  ready,
  link,
  claim,
  go,
  artefacts,
  files,
  ota,
  deadEnds,
  waysOn,
  mail,
  staff,
  fields,
  signIn,
  account,
  superviseService,
  superviseOrganisations,
  health,
  deviceSetup,
  accountTemplates,
  deviceTemplates,
  people,
  peopleCode,
  audit,
  auditChain,
  restoring,
  overview,
  oidc,
  invitations,
  invitationLink,
  deviceList,
  messages,
  certificates,
  portal,
  portalDevice,
  portalRegister,
  commands,
  derived,
  userCertificates,
  myData,
  apiKeys,
  deviceLink,
  languages,
  abuse,
}
