/** Why a change of one place cannot be told apart from outside. */
export type Explanation = {
  /** In `src/provisioning`. */
  file: string
  /** The whole line in which it begins, the text that is changed and what it becomes; blanks collapsed. */
  line: string
  original: string
  replacement: string
  why: string
}

export const EXPLAINED: Explanation[] = [
  {
    file: 'rules.ts',
    line: "if (state === 'exhausted') return refuse('used')",
    original: "state === 'exhausted'",
    replacement: 'false',
    why: 'An invitation is never exhausted: only its type could be.',
  },
  {
    file: 'rules.ts',
    line: "if (state === 'exhausted') return refuse('used')",
    original: "'used'",
    replacement: '""',
    why: 'An invitation is never exhausted: only its type could be.',
  },
  {
    file: 'rules.ts',
    line: 'goOn: (Claim | undefined)[] = [],',
    original: '[]',
    replacement: '["Stryker was here"]',
    why: 'Nothing goes on but claims: whatever else is in the list is never found in it.',
  },
  {
    file: 'pins.ts',
    line: "return pinMac !== null && keys.matchesMac('pepper', pinMac, pinData(session.ref, pin))",
    original: 'pinMac !== null',
    replacement: 'true',
    why: 'What is compared has its PIN still: grants and invitations without one are not listed, and a living one keeps it.',
  },
  {
    file: 'pins.ts',
    line: "refuseWith(context, session, state === 'exhausted' ? 'used' : state, found.invitation.id)",
    original: "state === 'exhausted'",
    replacement: 'false',
    why: 'An invitation is never exhausted: only its type could be.',
  },
  {
    file: 'pins.ts',
    line: "refuseWith(context, session, state === 'exhausted' ? 'used' : state, found.invitation.id)",
    original: "'used'",
    replacement: '""',
    why: 'An invitation is never exhausted: only its type could be.',
  },
  {
    file: 'pins.ts',
    line: "const nobody: HolderId = { kind: 'browser', id: '' }",
    original: "{ kind: 'browser', id: '' }",
    replacement: '{}',
    why: 'It stands for nobody: no claim has a browser, or anything else, of that name.',
  },
  {
    file: 'pins.ts',
    line: "const nobody: HolderId = { kind: 'browser', id: '' }",
    original: "'browser'",
    replacement: '""',
    why: 'It stands for nobody: no claim has a browser, or anything else, of that name.',
  },
  {
    file: 'pins.ts',
    line: "const nobody: HolderId = { kind: 'browser', id: '' }",
    original: "''",
    replacement: '"Stryker was here!"',
    why: 'It stands for nobody: no claim has a browser, or anything else, of that name.',
  },
  {
    file: 'pins.ts',
    line: 'if (!session || !grant || !renewed) return null',
    original: '!session || !grant',
    replacement: 'false',
    why: 'Without both there is no renewed PIN, which is asked for in the same line; the types need to hear it.',
  },
  {
    file: 'pins.ts',
    line: 'if (!session || !grant || !renewed) return null',
    original: '!session || !grant',
    replacement: '!session && !grant',
    why: 'Without both there is no renewed PIN, which is asked for in the same line; the types need to hear it.',
  },
  {
    file: 'pins.ts',
    line: 'if (!session || !invitation || !renewed) return null',
    original: '!session || !invitation',
    replacement: 'false',
    why: 'Without both there is no renewed PIN, which is asked for in the same line; the types need to hear it.',
  },
  {
    file: 'pins.ts',
    line: 'if (!session || !invitation || !renewed) return null',
    original: '!session || !invitation',
    replacement: '!session && !invitation',
    why: 'Without both there is no renewed PIN, which is asked for in the same line; the types need to hear it.',
  },
  {
    file: 'pins.ts',
    line: 'if (sealed === null || !isLiving(grantStateAt(bearer, now))) return null',
    original: 'sealed === null',
    replacement: 'false',
    why: 'What lives is sealed: the seal is destroyed only with its end.',
  },
  {
    file: 'refusals.ts',
    line: "const bothProvedKeys = holder.kind === 'device_key' && claim?.holderKind === 'device_key'",
    original: 'claim?.holderKind',
    replacement: 'claim.holderKind',
    why: 'A code is used up by a claim that is kept at least as long: there is one.',
  },
  {
    file: 'refusals.ts',
    line: '...(claim && { deviceId: claim.deviceId }),',
    original: 'claim && { deviceId: claim.deviceId }',
    replacement: 'claim || { deviceId: claim.deviceId }',
    why: 'A code is used up by a claim that is kept at least as long; of all that a claim has, only `deviceId` is read here.',
  },
  {
    file: 'redeem.ts',
    line: "const pin = input.by.kind !== 'url' ? 'proved' : input.by.pin === null ? 'absent' : 'given'",
    original: "'given'",
    replacement: '""',
    why: 'What is neither proved nor absent was given.',
  },
  {
    file: 'redeem.ts',
    line: "const typed = input.by.kind === 'url' ? (input.by.pin ?? '') : ''",
    original: "input.by.kind === 'url'",
    replacement: 'true',
    why: 'A PIN is compared only where one was given behind a URL.',
  },
  {
    file: 'redeem.ts',
    line: "if (!known || !grant) return refuseWith(context, session, 'unknown_secret', null)",
    original: '!known || !grant',
    replacement: '!known && !grant',
    why: 'What can be passed on was claimed within a day: its code is kept for thirty.',
  },
  {
    file: 'redeem.ts',
    line: 'if (!claim || (claim.holderKind === holder.kind && claim.holder === holder.id))',
    original: 'claim.holderKind === holder.kind',
    replacement: 'true',
    why: 'No key has the name of a browser: both are hashes.',
  },
  {
    file: 'redeem.ts',
    line: 'if (!session || !claim || !grant) return',
    original: '!session || !claim',
    replacement: 'false',
    why: 'Without both there is no code, which is asked for in the same line; the types need to hear it.',
  },
  {
    file: 'redeem.ts',
    line: 'if (!session || !claim || !grant) return',
    original: '!session || !claim',
    replacement: '!session && !claim',
    why: 'Without both there is no code, which is asked for in the same line; the types need to hear it.',
  },
  {
    file: 'redeem.ts',
    line: 'restoreReplaced(context, session, event.replaced ?? [], claim.deviceId)',
    original: '[]',
    replacement: '["Stryker was here"]',
    why: 'What is restored is looked up by its id: whatever else is in the list is never found.',
  },
  {
    file: 'redeem.ts',
    line: "if (living && grant.invitationId === null && grant.state === 'exhausted')",
    original: "grant.state === 'exhausted'",
    replacement: 'true',
    why: 'The code of a claim that lives is used up: nothing ends it a second time.',
  },
  {
    file: 'redeem.ts',
    line: "const typed = input.by.kind === 'url' ? (input.by.pin ?? '') : ''",
    original: "''",
    replacement: '"Stryker was here!"',
    why: 'A PIN is compared only where one was given behind a URL: nothing else comes to be compared.',
  },
  {
    file: 'browser-claims.ts',
    line: "if (claim.state === 'confirmed' && claim.confirmedAt !== null)",
    original: 'claim.confirmedAt !== null',
    replacement: 'true',
    why: 'What is confirmed has the time of it; the type needs to hear it.',
  },
  {
    file: 'issue.ts',
    line: "session.atLimit = input.atLimit ?? 'refuse'",
    original: "'refuse'",
    replacement: '""',
    why: 'What does not replace refuses.',
  },
]
