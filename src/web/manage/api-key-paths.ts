import { SETUP_PAGES } from './pages/setup-layout.tsx'

export const API_KEYS_PATH = SETUP_PAGES.keys
export const NEW_API_KEY_PATH = `${API_KEYS_PATH}/new`

export const revokePath = (id: string) => `${API_KEYS_PATH}/${encodeURIComponent(id)}/revoke`
