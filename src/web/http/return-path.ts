const PATH_MAX = 500
/** Printable ASCII, and nothing that a browser reads as another host: `//`, `/\`. */
const PATH = /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/
const NOWHERE = 'https://nowhere.invalid'

/**
 * Where to go on after signing in, as a link asked for it: a path of ours with its query. Null for anything that
 * could lead elsewhere.
 */
export function readReturnPath(text: string | undefined): string | null {
  const url = text && text.length <= PATH_MAX && PATH.test(text) ? URL.parse(text, NOWHERE) : null
  if (url?.origin !== NOWHERE || url.pathname.startsWith('//')) return null
  return url.pathname + url.search
}

/** The same below one of these paths; else the first of them. */
export function returnBelow(text: string | null, paths: readonly [string, ...string[]]): string {
  const below = (path: string) =>
    text === path || text?.startsWith(`${path}/`) || text?.startsWith(`${path}?`)
  return text !== null && paths.some(below) ? text : paths[0]
}
