import type { Copy } from '../../../copy/index.ts'
import { intlTag, type Locale } from '../../../kernel/locale.ts'
import { COUNTED } from '../../../messaging/index.ts'

/** A number as it is read; one that was counted to an end says so. */
export function describeCount(count: number, locale: Locale): string {
  const format = new Intl.NumberFormat(intlTag(locale))
  return count > COUNTED ? `${format.format(COUNTED)}+` : format.format(count)
}

export function describeNumber(count: number, locale: Locale): string {
  return new Intl.NumberFormat(intlTag(locale)).format(count)
}

/** Bytes in megabytes, one digit behind the point. */
export function describeBytes(bytes: number, locale: Locale): string {
  const format = new Intl.NumberFormat(intlTag(locale), {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  })
  return format.format(bytes / 1_000_000)
}

export function kindInWords(copy: Copy, kind: string): string {
  return copy.health.kinds[kind] ?? kind
}

/** Why a message failed. */
export function reasonInWords(copy: Copy, reason: string | null): string {
  return (reason && copy.health.reasons[reason]) ?? copy.health.unknownReason
}
