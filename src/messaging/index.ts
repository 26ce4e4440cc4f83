export { type ConsumerDeps, consumeMessages } from './consumer.ts'
export { type DeliveryHealth, makeDeliveryHealth } from './delivery-health.ts'
export { backoffSeconds } from './rules.ts'
export { queueMessage, sweepMessages, theftNoticeStatement } from './service.ts'
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
