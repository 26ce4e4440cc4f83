export const portalDevice = {}
