import type { Account } from '../../../accounts/index.ts'
import type { StaffLayoutProps } from '../../ui/staff-layout.tsx'

/** For device owners it is a part of their portal; who works here comes from elsewhere. */
export function areaOf({ role }: Pick<Account, 'role'>): Pick<StaffLayoutProps, 'area' | 'section'> {
  return role === 'device_owner' ? { area: 'portal', section: 'myAccount' } : { area: 'account' }
}
