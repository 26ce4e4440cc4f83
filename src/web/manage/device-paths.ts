import {
  type DeviceFilter,
  NO_DEVICE_FILTER,
  readDeviceFilter,
  writeDeviceQuery,
} from '../../devices/index.ts'

export const DEVICES_PATH = '/manage/devices'
export const VIEWS_PATH = `${DEVICES_PATH}/views`

/** How many may be chosen at once: a page of the list. */
export const CHOSEN_MAX = 50

export function devicePath(id: string, act = ''): string {
  return `${DEVICES_PATH}/${encodeURIComponent(id)}${act && `/${act}`}`
}

const withQuery = (path: string, query: string) => (query ? `${path}?${query}` : path)

/** The list with these filters. */
export const listPath = (filter: DeviceFilter) => withQuery(DEVICES_PATH, writeDeviceQuery(filter))

export const viewPath = (query: string) => withQuery(DEVICES_PATH, query)

export const changesPath = (filter: DeviceFilter) =>
  withQuery(`${DEVICES_PATH}/changes`, writeDeviceQuery(filter))

/** Where the present filters get a name. */
export const saveViewPath = (filter: DeviceFilter) => withQuery(VIEWS_PATH, writeDeviceQuery(filter))

/** The list with some filters and nothing else. */
export const filteredPath = (filter: Partial<DeviceFilter>) => listPath({ ...NO_DEVICE_FILTER, ...filter })

/** Asks before an act on those that were chosen. */
export function chosenPath(act: 'renew' | 'delete', ids: string[]): string {
  return `${DEVICES_PATH}/${act}?${new URLSearchParams(ids.slice(0, CHOSEN_MAX).map((id) => ['id', id]))}`
}

/** What is not understood filters nothing. */
export const readFilter = (query: string) => readDeviceFilter(new URLSearchParams(query))

/** The filters that are set, as fields of a form. */
export const filterFields = (filter: DeviceFilter) => [...new URLSearchParams(writeDeviceQuery(filter))]
