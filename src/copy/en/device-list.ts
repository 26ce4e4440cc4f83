export const deviceList = {}
