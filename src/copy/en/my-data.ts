export const myData = {}
