import type { fields as english } from '../en/fields.ts'
import { ofCharacters } from './count.ts'
import { isolate } from './isolate.ts'

/** What is wrong with a field, by the code of the refusal; what is accepted, in words. */
export const fields: typeof english = {
  missing: () => 'املأ هذا الحقل.',
  too_short: (limit) => `أدخل ما لا يقل عن ${ofCharacters(limit)}.`,
  too_long: (limit) => `أدخل ما لا يزيد على ${ofCharacters(limit)}.`,
  too_small: (limit) => `أدخل ${limit} أو أكثر.`,
  too_large: (limit) => `أدخل ${limit} أو أقل.`,
  not_a_number: () => 'أدخل عددًا صحيحًا.',
  not_a_date: () => 'أدخل يومًا مع شهره وسنته، مثل \u20682030-03-31\u2069.',
  past_date: () => 'اختر يومًا لم يأتِ بعد.',
  not_an_address: () => 'أدخل عنوان بريد إلكتروني كاملًا، مثل \u2068name@company.example\u2069.',
  not_a_url: () => 'أدخل عنوانًا كاملًا يبدأ بـ \u2068https://\u2069.',
  not_a_choice: () => 'اختر أحد هذه الخيارات.',
  not_text: () => 'لا يمكن عرض بعض هذه الأحرف. أدخل النص بحروف وعلامات.',
  not_accepted: () => 'هذا غير مقبول هنا.',
  taken: () => 'هذا مستخدم من قبل. اختر غيره.',
  not_a_phone_number: () => 'أدخل رقمًا كاملًا مع رمز البلد، مثل \u2068+44 7400 123456\u2069.',
  not_a_pattern: (_limit, detail) =>
    detail ? `هذا ليس نمطًا: ${isolate(detail)}.` : 'هذا ليس نمطًا يمكن قراءته.',
  too_expensive: () => 'يستغرق فحص هذا النمط وقتًا أطول من اللازم. بسّطه.',
  not_json: (_limit, detail) => (detail ? `هذا ليس JSON: ${isolate(detail)}.` : 'هذا ليس JSON يمكن قراءته.'),
  unknown_variable: (_limit, detail) => `لا يوجد متغير باسم ${isolate(detail)}.`,
  unknown_key: (_limit, detail) => `هذا غير معروف، احذفه: ${isolate(detail)}.`,
  missing_key: (_limit, detail) => `هذا ناقص: ${isolate(detail)}.`,
  wrong_value: (_limit, detail) => `المقبول هو: ${isolate(detail)}.`,
  too_many: (limit) => `${limit} على الأكثر.`,
  not_a_slug: () =>
    'استخدم من 2 إلى 40 من الحروف اللاتينية الصغيرة والأرقام والشرطات؛ على أن يبدأ وينتهي بحرف أو رقم.',
  not_a_site_id: () => 'استخدم من 4 إلى 10 أرقام، لا يبدأ أولها بـ 0.',
  not_a_colour: () => 'أدخل لونًا مثل \u2068#15559a\u2069.',
  not_a_picture: () => 'اختر صورة PNG أو SVG لا تتجاوز 20 كيلوبايت.',
  not_a_certificate: () => 'الصق شهادة بصيغة PEM، من \u2068-----BEGIN CERTIFICATE-----\u2069 إلى نهايتها.',
  not_a_key: () =>
    'أعطِ المفتاح الخاص بصيغة PEM وبلا كلمة مرور: RSA من 2048 إلى 8192 بت، أو EC على P-256 أو P-384 أو P-521.',
  other_key: () => 'هذا المفتاح يخص شهادة أخرى. أعطِ مفتاح الشهادة أعلاه.',
  not_a_chain: () => 'هذه الشهادات لا ينتمي بعضها إلى بعض. أعطِ شهادتك والشهادات التي وُقّعت بها.',
  not_valid_now: () => 'إحدى هذه الشهادات انتهت أو لم تسرِ بعد. أعطِ شهادات سارية الآن.',
  not_for_signing: () => 'لا يُسمح باستخدام هذه الشهادة للتوقيع. أعطِ شهادة للتوقيع.',
  unknown: () => 'لم يعد هذا موجودًا. اختر غيره.',
}
