import { intlTag, type Locale } from '../../kernel/locale.ts'
import { describeRelative } from '../ui/relative.ts'

/** Milliseconds until a socket that closed is opened again, and the longest that this becomes. */
const FIRST_WAIT = 1000
const LONGEST_WAIT = 30_000

/**
 * Keeps a page fresh by a socket: at each word on it the page's fragment is fetched, and `apply` puts its parts in
 * place. Everything it needs stands in the data attributes of `[data-live]`; without script the page works too.
 */
export type LivePage = {
  /** Nothing can change any more. */
  isOver(): boolean
  /** The fragment, parsed inertly. */
  apply(fresh: Document): void
}

export type Live = {
  /** The server's time in milliseconds: the reader's clock may be wrong. */
  now(): number
  refresh(): Promise<void>
}

export function keepLive(area: HTMLElement, page: LivePage): Live {
  const { live = '', status = '' } = area.dataset
  const ahead = Number(area.dataset.now) - Date.now()
  const now = () => Date.now() + ahead
  let wait = FIRST_WAIT
  let socket: WebSocket | null = null
  let stopped = false
  let asking: Promise<void> | null = null
  let askAgain = false
  const isOver = () => stopped || page.isOver()

  /** Keeps "2 minutes ago" true, and gives the exact time where its reader is. */
  function ageTimes(): void {
    const locale = document.documentElement.lang as Locale
    for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-relative]')) {
      const at = Date.parse(time.dateTime)
      time.title = new Date(at).toLocaleString(intlTag(locale))
      time.textContent = describeRelative({ at, now: now(), locale })
    }
  }

  /** Any other answer than a fragment (signed out, gone) ends the watching; a server that is down is asked later. */
  async function ask(): Promise<void> {
    const answer = await fetch(status, { headers: { accept: 'text/html' } }).catch(() => null)
    if (!answer || answer.status >= 500 || answer.status === 429) return
    if (!answer.ok || answer.redirected) {
      stopped = true
      return socket?.close()
    }
    page.apply(new DOMParser().parseFromString(await answer.text(), 'text/html'))
    ageTimes()
  }

  /** One question at a time, so that no older answer comes last; what is said meanwhile asks once more. */
  function refresh(): Promise<void> {
    askAgain = asking !== null
    asking ??= ask().finally(() => {
      asking = null
      if (askAgain) void refresh()
    })
    return asking
  }

  function connect(): void {
    if (isOver() || (socket && socket.readyState <= WebSocket.OPEN)) return
    const address = new URL(live, location.href)
    address.protocol = address.protocol.replace('http', 'ws')
    socket = new WebSocket(address)
    socket.onopen = () => {
      wait = FIRST_WAIT
      void refresh()
    }
    socket.onmessage = () => void refresh()
    socket.onclose = () => {
      if (isOver()) return
      // Spread, so that pages that lost the server together do not come back together.
      setTimeout(() => void refresh().finally(connect), wait * (0.75 + Math.random() / 2))
      wait = Math.min(LONGEST_WAIT, wait * 2)
    }
  }

  connect()
  ageTimes()
  setInterval(ageTimes, 15_000)
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || stopped) return
    void refresh()
    connect()
  })
  return { now, refresh }
}

/** Puts fresh content in place. Whoever was in it by keyboard or screen reader goes on from here. */
export function replaceContent(old: HTMLElement, fresh: HTMLElement): void {
  const held = old.contains(document.activeElement)
  old.replaceChildren(...fresh.childNodes)
  if (!held) return
  old.tabIndex = -1
  old.focus()
}
