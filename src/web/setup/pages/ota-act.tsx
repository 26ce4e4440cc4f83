import type { Child } from 'hono/jsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Muted, Numbered, Part, Stack } from '../../ui/text.tsx'
import { canDownload, profilePlatformOf, type StagedClaim } from './claim-stage.ts'

type OtaProps = StagedClaim & {
  /** Of the device's own certificate: it asks for it with the second profile. Nothing where there is none. */
  password: Child
}

/** What the device asks twice in Settings. Nobody says here that it is installed: the device does. */
export function OtaInstall({ again, password, ...props }: OtaProps & { again: Child }) {
  const words = props.frame.copy.ota
  const platform = profilePlatformOf(props.claim)
  return (
    <Stack>
      {platform && (
        <Part title={words.howToInstall}>
          <Stack gap="tight">
            <Numbered items={words.steps[platform]} />
            <Muted>{words.byItself}</Muted>
          </Stack>
        </Part>
      )}
      {password}
      {again}
    </Stack>
  )
}

/** It told what it is, and may be asking for its settings still: with a password, or once more from the start. */
export function asksOn(props: StagedClaim): boolean {
  const { claim, stage, identityPassword = null } = props
  return stage === 'active' && claim.reports === 'ota' && (identityPassword !== null || mayRepeat(props))
}

function mayRepeat(props: StagedClaim): boolean {
  return canDownload(props) && !(props.claim.platform === 'ios' && props.here === 'other_browser')
}

export function OtaAgain({ password, ...props }: OtaProps) {
  const { frame, claim, profileHref } = props
  const words = frame.copy.ota
  return (
    <Stack>
      {password}
      {mayRepeat(props) && (
        <div>
          <Muted>{words.failed}</Muted>
          <ButtonLink weight="quiet" href={profileHref ?? ''}>
            {words.again(claim.downloadsLeft)}
          </ButtonLink>
        </div>
      )}
    </Stack>
  )
}
