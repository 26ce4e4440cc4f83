import { escapeNameValue, type Subject } from '../certificates/index.ts'
import { fillSettings, normaliseSettings, type VariableValues, valuesOf } from '../templates/index.ts'
import type { DeviceRead } from './store.ts'

/**
 * What a certificate of the device says of it; null where its template has no identity. The values of variables
 * are escaped: whatever a person is called adds nothing to the name but itself.
 */
export function subjectOf(
  found: Pick<DeviceRead, 'device' | 'template' | 'organisation' | 'account'>,
): Subject | null {
  const values = Object.entries(valuesOf(found)).map(([name, value]) => [name, escapeNameValue(value)])
  const settings = normaliseSettings(found.template.settings)
  const { identity } = fillSettings(settings, Object.fromEntries(values) as VariableValues)
  return identity && { ...identity, email: found.account.address }
}
