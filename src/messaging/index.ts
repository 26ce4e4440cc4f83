export { messagesStatement } from './bulk-store.ts'
export { type ConsumerDeps, consumeMessages } from './consumer.ts'
export { isDeadLetterQueue, keepDeadLetters } from './dead-letters.ts'
export { type DeadLetter, type Delivery, type DeliveryHealth, makeDeliveryHealth } from './delivery-health.ts'
export { COUNTED } from './health-store.ts'
export { backoffSeconds } from './rules.ts'
export {
  messageStatement,
  queueMessage,
  queueMessages,
  sweepMessages,
  theftNoticeStatement,
} from './service.ts'
export { makeCloudflareTransport } from './transports/cloudflare.ts'
export type {
  ChallengeMessage,
  ChallengeOutbox,
  ChallengePurpose,
  DeliveryReason,
  NewMessage,
  TheftSignal,
  Transport,
} from './types.ts'
