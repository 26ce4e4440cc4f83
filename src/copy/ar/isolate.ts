/** A name, address or version within a sentence, kept in its own direction (FSI … PDI, Unicode UAX 9). */
export const isolate = (value: string | number): string => `\u2068${value}\u2069`
