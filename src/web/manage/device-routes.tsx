import type { EdgeApp } from '../http/edge.ts'
import { declareDeviceBulkRoutes } from './device-bulk-routes.tsx'
import { declareDeviceCommandRoutes } from './device-command-routes.tsx'
import { declareDeviceListRoutes } from './device-list-routes.tsx'
import { declareOneDeviceRoutes } from './device-one-routes.tsx'
import { declareDeviceViewRoutes } from './device-view-routes.tsx'

/**
 * `/manage/devices`: every device and every slot, and what managers do about them. The paths with a word of their
 * own stand before those with an id.
 */
export function declareDeviceRoutes(app: EdgeApp): void {
  declareDeviceListRoutes(app)
  declareDeviceViewRoutes(app)
  declareDeviceBulkRoutes(app)
  declareOneDeviceRoutes(app)
  declareDeviceCommandRoutes(app)
}
