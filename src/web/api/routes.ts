import type { EdgeApp } from '../http/edge.ts'

/** `/api`: what an organisation’s own systems call, with a key of theirs. */
export function declareApi(_app: EdgeApp): void {}
