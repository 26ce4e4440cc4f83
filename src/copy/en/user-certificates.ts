export const userCertificates = {}
