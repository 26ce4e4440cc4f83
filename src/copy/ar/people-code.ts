import type { peopleCode as english } from '../en/people-code.ts'
import { isolate } from './isolate.ts'

/** The page with the PIN of one code, for managers. */
export const peopleCode: typeof english = {
  title: (who) => `رقم PIN لـ ${isolate(who)}`,
  lead: 'يطلبه رابط هذا الرمز.',
  sent: (address) => `الرابط في الطريق إلى ${isolate(address)}، من دون رقم PIN.`,
  tell: 'أخبر الشخص به بالهاتف أو وجهًا لوجه، لا بالبريد الإلكتروني أبدًا: من لديه الرابط ورقم PIN يستطيع إعداد جهاز باسم هذا الشخص.',
  pin: 'رقم PIN',
  device: 'لجهاز',
  until: 'يعمل حتى',
  locked: 'أُغلق رقم PIN بعد محاولات خاطئة كثيرة. أنشئ رقمًا جديدًا لفتحه من جديد؛ أما الرابط فيبقى كما هو.',
  over: 'انتهى هذا الرمز أو استُخدم: لم يعد له رقم PIN.',
  renew: 'رقم PIN جديد',
  renewed: 'هذا رقم PIN جديد. لم يعد السابق يعمل.',
  back: 'العودة إلى الحساب',
}
