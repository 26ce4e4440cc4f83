/**
 * The page behind a provision URL: tells the server once that a person is here. Scanners load pages and even
 * run scripts, but do not touch them.
 */

const area = document.querySelector<HTMLElement>('[data-opened]')
const signs = ['pointerdown', 'keydown'] as const

function report(event: Event): void {
  if (!event.isTrusted || !area) return
  for (const sign of signs) document.removeEventListener(sign, report)
  const { opened = '', k = '' } = area.dataset
  fetch(opened, { method: 'POST', body: new URLSearchParams({ k }), keepalive: true }).catch(() => {
    // The button sends the same: nothing depends on this note.
  })
}

if (area) for (const sign of signs) document.addEventListener(sign, report, { passive: true })

export {}
