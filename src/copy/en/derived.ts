export const derived = {}
