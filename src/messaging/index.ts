export { type MessageBook, type MessageList, makeMessageBook, RETRIED_DAYS } from './book.ts'
export { type ListedMessage, MESSAGE_STATES, type MessageFilter, NO_MESSAGE_FILTER } from './book-rules.ts'
export type { MessageEvent } from './book-store.ts'
export { type BounceOutcome, type Bounces, makeBounces } from './bounces.ts'
export { messagesStatement } from './bulk-store.ts'
export { type ConsumerDeps, consumeMessages, type Dressing, type MessageFacts } from './consumer.ts'
export { isDeadLetterQueue, keepDeadLetters } from './dead-letters.ts'
export { type DeadLetter, type Delivery, type DeliveryHealth, makeDeliveryHealth } from './delivery-health.ts'
export { forgetMessagesStatement } from './forgetting-store.ts'
export { COUNTED } from './health-store.ts'
export { backoffSeconds } from './rules.ts'
export {
  queueMessage,
  queueMessages,
  sweepMessages,
  theftNoticeStatement,
} from './service.ts'
export { messageStatement } from './store.ts'
export { type MessageTemplates, makeMessageTemplates, type ShownMail, type WordsLine } from './templates.ts'
export { BODY_MAX, type MessageWords, SUBJECT_MAX, WORD_VARIABLES } from './templates-rules.ts'
export { makeCloudflareTransport } from './transports/cloudflare.ts'
export { makeMailTransport, makeSmsTransport } from './transports/index.ts'
export type {
  ChallengeMessage,
  ChallengeOutbox,
  ChallengePurpose,
  DeliveryReason,
  NewMessage,
  TheftSignal,
  Transport,
} from './types.ts'
export { EDITABLE_KINDS, type EditableKind } from './types.ts'
