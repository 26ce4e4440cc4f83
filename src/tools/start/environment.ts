/** Wrangler behaves as on a machine without an account: no metrics, no update check, no questions, no log files. */
const QUIET = {
  CI: '1',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  DO_NOT_TRACK: '1',
  NO_UPDATE_NOTIFIER: '1',
  WRANGLER_HIDE_BANNER: 'true',
  WRANGLER_NO_SKILLS_UPDATE_PROMPTS: 'true',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_WRITE_LOGS: 'false',
}

/** Everything is on the loopback: a proxy could only get in the way, and a closed one would stop the start. */
const PROXIES = new Set([
  'http_proxy',
  'https_proxy',
  'all_proxy',
  'npm_config_proxy',
  'npm_config_https_proxy',
])

/** Names and values as a process has them; what the Worker's own bindings are called does not matter here. */
export type Environment = Record<string, string | undefined>

/** The environment of a child that must stay on this machine: `environment` without proxies, and quiet. */
export function quietEnvironment(environment: Environment): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(([name]) => !PROXIES.has(name.toLowerCase()))
  return {
    ...Object.fromEntries(kept),
    ...QUIET,
    NO_PROXY: '*',
    no_proxy: '*',
  } as Environment as NodeJS.ProcessEnv
}
