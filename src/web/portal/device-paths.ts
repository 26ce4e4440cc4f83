export const PORTAL_PATH = '/portal'

/** One's own device, and what lies below its page. */
export function myDevicePath(id: string, act = ''): string {
  return `${PORTAL_PATH}/devices/${encodeURIComponent(id)}${act && `/${act}`}`
}

/** The devices that live, or those that are over. */
export const myDevicesPath = (ended: boolean) => (ended ? `${PORTAL_PATH}?ended=1` : PORTAL_PATH)

/** The same as the fragment that the page's script fetches. */
export function myDevicesStatusPath({ ended, after }: { ended: boolean; after: string | null }): string {
  const query = new URLSearchParams({
    ...(ended && { ended: '1' }),
    ...(after !== null && { after }),
  }).toString()
  return `${PORTAL_PATH}/status${query && `?${query}`}`
}

export const LIVE_PATH = `${PORTAL_PATH}/live`
