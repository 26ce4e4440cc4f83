/** That the audit is sealed, and that a new master key has taken over. */
export const auditChain = {
  /** `{time}`: "2 minutes ago". */
  sealed: (rows: string) => `Entries sealed: ${rows}, the last one {time}.`,
  notYet: 'Nothing is sealed yet. New entries are within a minute or so.',
  how: 'Whoever runs the service checks with “npm run verify-audit” that none of them was changed, removed or put in since.',
  kept: (days: number) => `Entries are kept for ${days} days.`,
  broken: {
    title: 'The audit may have been changed in the database',
    /** Before the names of the organisations. */
    lead: 'What is in the database does not fit what this service sealed. Run “npm run verify-audit” before you rely on older entries; it names the first one that is wrong. New entries are sealed again.',
    /** `{time}`: "3 hours ago". */
    one: (organisation: string, rows: string) => `${organisation}: after entry ${rows}, noticed {time}`,
    service: 'The service itself',
  },
  keys: {
    title: 'The former master key',
    /** The key's own name, from the settings. */
    lead: (former: string) =>
      `The key “${former}” is still readable. What was stored under it is brought under the new key by itself, and looked through again each day.`,
    working: 'The first pass has not ended yet.',
    /** `{time}`: "2 hours ago". */
    found: 'What the last pass found, {time}:',
    nothing: 'Nothing is left under the former key.',
    columns: { kind: 'What', resealed: 'Brought over', left: 'Still under it', unreadable: 'Not readable' },
    kinds: {
      moduleSecret: 'Secret of the external module',
      oidcSecrets: 'Secrets of identity providers',
      templates: 'Secrets in device templates',
      templateVersions: 'Secrets in their earlier versions',
      authorities: 'Keys of certificate authorities',
      signers: 'Keys that sign profiles',
      userCertificates: 'Keys of people’s own certificates',
      auditHeads: 'Seals of the audit',
      invitations: 'Links and PINs of invitations',
      securityStrings: 'Batches of security strings',
    },
    before:
      'Before you remove the former key, read “When MASTER_KEY changes” in the operating guide: it says how long to wait, and what ends with it.',
  },
}
