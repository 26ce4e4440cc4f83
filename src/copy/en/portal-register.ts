export const portalRegister = {}
