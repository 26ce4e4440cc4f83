import { ok, type Result, refuse } from '../kernel/result.ts'
import { isPhoneNumber } from '../kernel/sms-sender.ts'
import type { TextMessage } from './types.ts'

/** The GSM 7 bit default alphabet (3GPP TS 23.038 section 6.2.1). Each takes one unit. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿' +
    'abcdefghijklmnopqrstuvwxyzäöñüà',
)
/** Its extension table: an escape and a character, two units that stay together. */
const EXTENSION = new Set('\f^{}\\[~]|€')

/** Units that one segment carries: alone, or as part of a chain, where a header takes its share. */
const CAPACITY = {
  gsm7: { alone: 160, chained: 153 },
  ucs2: { alone: 70, chained: 67 },
} as const

/** More parts than these are refused: they cost each, and arrive each by itself. */
export const SMS_SEGMENTS_MAX = 3

export type SmsSize = {
  encoding: keyof typeof CAPACITY
  /** Septets, or UTF-16 units. */
  units: number
  segments: number
  /** How many units still fit without another segment. */
  unitsLeft: number
}

/** How a text travels: its alphabet, and how many segments it takes. An empty one takes a segment too. */
export function measureSms(text: string): SmsSize {
  const characters = [...text]
  const encoding = characters.every((one) => BASIC.has(one) || EXTENSION.has(one)) ? 'gsm7' : 'ucs2'
  const sizes = characters.map((one) => (encoding === 'ucs2' ? one.length : EXTENSION.has(one) ? 2 : 1))
  const units = sizes.reduce((sum, size) => sum + size, 0)
  const { alone, chained } = CAPACITY[encoding]
  if (units <= alone) return { encoding, units, segments: 1, unitsLeft: alone - units }
  let segments = 1
  let used = 0
  for (const size of sizes) {
    // What takes two units is never torn apart: it begins the next segment.
    if (used + size > chained) {
      segments += 1
      used = 0
    }
    used += size
  }
  return { encoding, units, segments, unitsLeft: chained - used }
}

export type SmsProblem =
  | 'empty'
  /** More than three segments. */
  | 'too_long'
  /** Control characters, or such that turn the direction of reading. */
  | 'unsafe'

// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
const UNSAFE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]/
/** Half of a pair of UTF-16: no character. */
const TORN = /\p{Surrogate}/u

/** Whether a text can be sent as it is. Line feeds are its only control characters. */
export function checkSmsText(text: string): Result<SmsSize, SmsProblem> {
  if (text.trim() === '') return refuse('empty')
  if (UNSAFE.test(text) || TORN.test(text)) return refuse('unsafe')
  const size = measureSms(text)
  return size.segments > SMS_SEGMENTS_MAX ? refuse('too_long') : ok(size)
}

/** The name of the first field of a text message that must not be sent as it is; null when all are well. */
export function findUnsafeTextField(message: TextMessage): 'messageId' | 'to' | SmsProblem | null {
  if (!/^[A-Za-z0-9._~-]{1,200}$/.test(message.messageId)) return 'messageId'
  if (!isPhoneNumber(message.to)) return 'to'
  const checked = checkSmsText(message.text)
  return checked.ok ? null : checked.error
}
