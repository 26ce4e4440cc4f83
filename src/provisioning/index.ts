export { ProvisionSession } from './provision-session-object.ts'
export {
  makeProvisioning,
  type Presented,
  type Provisioning,
  type Redemption,
  type RedemptionRefusal,
  type TypedPin,
} from './service.ts'
