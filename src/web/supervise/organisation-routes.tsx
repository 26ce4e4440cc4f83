import type { EdgeApp } from '../http/edge.ts'

export function declareOrganisationRoutes(_app: EdgeApp): void {}
