import type { EdgeApp } from '../http/edge.ts'

/** `/manage/messages`: what was sent, how it fared, and in which words. */
export function declareMessageRoutes(_app: EdgeApp): void {}
