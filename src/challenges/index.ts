export { type Asking, type AskRefusal, makeAsking, type Visit } from './asking.ts'
export { type CheckAction, type HumanCheck, makeHumanCheck } from './human-check.ts'
export { type Limits, type LimitsForm, type LimitsView, makeLimits } from './limits.ts'
export {
  ALARM_NEWS_HOURS,
  type Alarm,
  closesCode,
  GUESSES_ALARM,
  hourOf,
  judgeAlarms,
  ORGANISATION_LIMITS,
  peopleOpenAt,
  SERVICE_LIMITS,
  THROW_AWAY,
  type ThrowAway,
} from './limits-rules.ts'
export { alarmsQuery, noteStatement, peopleFull, personStatement } from './limits-store.ts'
export { type Challenges, makeChallenges } from './service.ts'
export { isThrowAway } from './throw-away.ts'
export type {
  ChallengeSubject,
  ChallengeView,
  Delivery,
  RequestRefusal,
  VerifyRefusal,
} from './types.ts'
