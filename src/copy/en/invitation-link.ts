export const invitationLink = {}
