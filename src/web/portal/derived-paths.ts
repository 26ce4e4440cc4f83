import { myDevicePath } from './device-paths.ts'

/** Where a derived credential for one's own device begins. */
export const derivedPath = (deviceId: string) => myDevicePath(deviceId, 'derived')
/** The same where there is one already: asks first. */
export const anotherDerivedPath = (deviceId: string) => myDevicePath(deviceId, 'derived/new')
export const derivedFilePath = (deviceId: string) => myDevicePath(deviceId, 'derived/file')
/** Where the external module sends people back to. */
export const DERIVED_RETURN_PATH = '/portal/derived/return'
