export const deviceLink = {}
