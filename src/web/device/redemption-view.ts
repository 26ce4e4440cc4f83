import type { Redemption } from '../../provisioning/index.ts'

/** What a device learns besides its credential once it is set up: each field by name. */
export function viewRedemption(redemption: Redemption, baseUrl: string) {
  return {
    device: {
      id: redemption.deviceId,
      status: redemption.status,
      platform: redemption.platform,
      ownership: redemption.ownership,
    },
    configuration_url: `${baseUrl}/device/v1/configuration`,
    check_in: { url: `${baseUrl}/device/v1/check-in`, interval_seconds: redemption.checkInSeconds },
    organisation: { name: redemption.organisation.name, site: redemption.organisation.siteId },
    account: { username: redemption.account.address, name: redemption.account.name },
    policies: redemption.policies,
  }
}
