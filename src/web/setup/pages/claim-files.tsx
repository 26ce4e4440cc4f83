import { ButtonLink } from '../../ui/button.tsx'
import { Muted, Part, Stack } from '../../ui/text.tsx'
import { canDownload, type StagedClaim } from './claim-stage.ts'
import { setupPath } from './paths.ts'

/** Leads to the page with the files of the platform. Opening it counts, as a download does. */
export function OpenFiles({ frame, filesHref }: StagedClaim) {
  return <ButtonLink href={filesHref ?? ''}>{frame.copy.files.open}</ButtonLink>
}

/** For files that were lost, or that nobody came to. */
export function FilesAgain(props: StagedClaim) {
  const { frame, claim, filesHref = null } = props
  const words = frame.copy.files
  const again = filesHref !== null && canDownload(props)
  return (
    <div>
      <Muted>{words.gone}</Muted>
      <ButtonLink weight="quiet" href={again ? filesHref : setupPath(frame)}>
        {again ? words.again(claim.downloadsLeft) : words.getNew}
      </ButtonLink>
    </div>
  )
}

/** What leads to an agent otherwise than by its link: a script, a code for a new phone, a management server. */
export function hasHelper(props: StagedClaim): boolean {
  return (props.filesHref ?? null) !== null && canDownload(props)
}

export function GetScript({ frame, filesHref }: StagedClaim) {
  const words = frame.copy.files.helpers
  return (
    <Stack gap="tight">
      <ButtonLink href={filesHref ?? ''}>{words.linux.button}</ButtonLink>
      <Muted>{words.linux.title}</Muted>
    </Stack>
  )
}

export function HelperLink(props: StagedClaim) {
  const { platform } = props.claim
  if (!hasHelper(props) || (platform !== 'android' && platform !== 'windows')) return null
  const words = props.frame.copy.files.helpers[platform]
  return (
    <Part title={words.title}>
      <ButtonLink weight="secondary" href={props.filesHref ?? ''}>
        {words.button}
      </ButtonLink>
    </Part>
  )
}
