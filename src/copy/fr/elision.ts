/** A vowel that is spoken, also a y before a consonant (Yves). An h is left alone: some are mute, some are not. */
const VOWEL = /^(?:[aeiouàâäæéèêëîïôöœùûü]|y[^aeiouàâäæéèêëîïôöœùûü])/i

/** An address is not elided, so that it can be read and copied as it is. */
const elides = (name: string) => VOWEL.test(name) && !/[@/]/.test(name)

/** "de" with a name: "d’Ada", "de Grace". */
export function ofName(name: string): string {
  return elides(name) ? `d’${name}` : `de ${name}`
}

/** "que" with a name: "qu’Ada", "que Grace". */
export function thatName(name: string): string {
  return elides(name) ? `qu’${name}` : `que ${name}`
}
