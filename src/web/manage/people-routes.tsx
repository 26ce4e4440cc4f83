import type { EdgeApp } from '../http/edge.ts'

export function declarePeopleRoutes(_app: EdgeApp): void {}
