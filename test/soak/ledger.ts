/** What clients saw, kept where no kill reaches it. Times are ours, in milliseconds since 1970. */

export type Redeemed = {
  /** `<ref>.<secret>`: the code, or the invitation. */
  code: string
  kind: 'code' | 'invitation'
  /** Whoever asked, by a name of ours: one key each. */
  holder: string
  /** The id in the `201`. */
  device: string
}

export type Ledger = {
  /** Addresses that a page said a code is on its way to, and when it was asked for last. */
  challenges: { address: string; asked: number }[]
  /** Codes that a page showed. */
  codes: { code: string; grant: string; address: string }[]
  /** Owners whose page said that their code is on its way. */
  mailedCodes: { address: string; asked: number }[]
  /** Bulk sends that a manager's page said have begun. */
  jobs: { job: string; addresses: string[]; asked: number }[]
  /** Every `201`, repeats included. */
  redeemed: Redeemed[]
  /** What was refused to whom, by the problem's code. */
  refused: { code: string; holder: string; problem: string }[]
  /** Devices whose check-in was answered `200`, and how often. */
  checkIns: Map<string, number>
  /** Commands that the owner's page said are asked for. */
  asked: { device: string; kind: string }[]
  /** Commands whose result was answered `204`. */
  answered: { command: string; device: string; kind: string }[]
  /** Answers that nobody should get, with the call. */
  surprises: string[]
  /** Calls whose answer never came, by kind. */
  lost: Map<string, number>
  kills: { how: string; restart: number }[]
}

export function openLedger(): Ledger {
  return {
    challenges: [],
    codes: [],
    mailedCodes: [],
    jobs: [],
    redeemed: [],
    refused: [],
    checkIns: new Map(),
    asked: [],
    answered: [],
    surprises: [],
    lost: new Map(),
    kills: [],
  }
}

export function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
