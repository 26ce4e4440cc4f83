/** Addresses of supervisors' pages. */

export const ORGANISATIONS_PATH = '/supervise'
export const SERVICE_PATH = '/supervise/service'
export const SUPERVISORS_PATH = '/supervise/service/supervisors'
export const PROTECTION_PATH = '/supervise/service/protection'
export const DERIVED_MODULE_PATH = '/supervise/service/derived'
export const HEALTH_PATH = '/supervise/health'
export const REPLAY_PATH = '/supervise/health/replay'

export function organisationPath(id: number): string {
  return `/supervise/organisations/${id}`
}

export function managerPath(organisationId: number, accountId: string): string {
  return `${organisationPath(organisationId)}/managers/${encodeURIComponent(accountId)}`
}

export function supervisorPath(accountId: string): string {
  return `${SUPERVISORS_PATH}/${encodeURIComponent(accountId)}`
}
