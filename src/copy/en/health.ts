/** Texts of this part; see the pages that use them. */
export const health = {}
