import type { ServingRefusal } from '../../devices/index.ts'
import { isRef } from '../../kernel/ids.ts'
import type { EdgeContext } from '../http/edge.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { renderProblem } from '../http/problems.tsx'
import { clientOf } from '../http/shields.ts'
import { refuseDoor } from './link-routes.tsx'
import { filePath, installedUrl } from './links.ts'
import { FilesPage } from './pages/index.ts'
import { placeOf } from './place.ts'

/**
 * What the browser of a claim is handed: a file at once, or the page of a set. Counting the download is the one
 * change that a GET makes: its address is known only after the POST.
 */
export async function serveArtefact(c: EdgeContext) {
  const place = placeOf(c)
  const key = c.req.query('k') ?? ''
  if (!place || !isRef(key)) return renderDeadEnd(c, 'claim_unknown', 404)
  const { services, now, locale } = c.var
  if (!(await services.admit('people', clientOf(c)))) return renderProblem(c, 'rate_limited')
  const served = await services.devices.serveArtefact({
    ...place,
    key,
    now,
    locale,
    confirmUrlOf: (confirmKey) => installedUrl(services.baseUrl, place.ref, place.deviceId, confirmKey),
    wordsOf: wordsOf(c),
  })
  if (!served.ok) return refuseArtefact(c, served.error)
  if (served.value.kind === 'file') return sendFile(c, served.value.artefact)
  const { claim, set, left, pass } = served.value
  const door = await services.provisioning.openDoorOf(place.ref)
  if (!door.ok) return refuseDoor(c, door.error)
  c.set('door', door.value)
  return renderPage(
    c,
    <FilesPage
      frame={frameOf(c)}
      ref={place.ref}
      claim={claim}
      set={set}
      left={left}
      password={
        set.files.some(({ artefact }) => artefact === null) ? services.devices.identityPasswordOf(key) : null
      }
      hrefOf={(name) => filePath(place.ref, place.deviceId, name, pass)}
    />,
  )
}

/** One file of a set that was opened a while ago. */
export async function serveFile(c: EdgeContext) {
  const place = placeOf(c)
  const pass = c.req.query('s') ?? ''
  const name = c.req.query('n') ?? ''
  if (!place || pass.length > PASS_MAX || !/^[a-z0-9-]{1,40}$/.test(name))
    return renderDeadEnd(c, 'claim_unknown', 404)
  const { services, now } = c.var
  if (!(await services.admit('people', clientOf(c)))) return renderProblem(c, 'rate_limited')
  const served = await services.devices.serveFile({ ...place, name, pass, now, wordsOf: wordsOf(c) })
  return served.ok ? sendFile(c, served.value) : refuseArtefact(c, served.error)
}

const PASS_MAX = 1000

/** What the platform shows to the owner of an artefact, in the language of the request. */
export function wordsOf(c: EdgeContext) {
  const { artefacts } = frameOf(c, null).copy
  return (organisation: string) => ({
    description: artefacts.profileDescription(organisation),
    confirmLabel: artefacts.confirmLabel(organisation),
    consent: artefacts.consent(organisation),
  })
}

type Sent = { body: string | Uint8Array; contentType: string; fileName: string }

function sendFile(c: EdgeContext, { body, contentType, fileName }: Sent): Response {
  return c.body(typeof body === 'string' ? body : new Uint8Array(body), 200, {
    'content-type': contentType,
    'content-disposition': `attachment; filename="${fileName}"`,
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex',
  })
}

function refuseArtefact(c: EdgeContext, refusal: ServingRefusal) {
  if (refusal === 'unknown') return renderDeadEnd(c, 'claim_unknown', 404)
  if (refusal === 'setup_disabled') return renderDeadEnd(c, 'organisation_off', 503)
  if (refusal === 'rate_limited') return renderDeadEnd(c, 'too_many_certificates', 429)
  if (refusal === 'no_certificate') return renderDeadEnd(c, 'no_certificate', 503)
  return renderDeadEnd(c, 'artefact_gone', 410)
}
