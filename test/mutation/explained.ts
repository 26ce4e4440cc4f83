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
    file: 'redeem.ts',
    line: "const typed = input.by.kind === 'url' ? (input.by.pin ?? '') : ''",
    original: "''",
    replacement: '"Stryker was here!"',
    why: 'A PIN is compared only where one was given behind a URL: nothing else comes to be compared.',
  },
]
