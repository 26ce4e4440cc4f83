import { Button, ButtonLink } from '../../ui/button.tsx'
import { CopyField } from '../../ui/credentials.tsx'
import { Form } from '../../ui/form.tsx'
import { Divider, Muted, Numbered, Part, Stack } from '../../ui/text.tsx'
import { FilesAgain, GetScript, HelperLink, hasHelper, OpenFiles } from './claim-files.tsx'
import {
  canDownload,
  plainStoreOf,
  profilePlatformOf,
  type StagedClaim,
  storeOf,
  takesFiles,
} from './claim-stage.ts'
import { asksOn, OtaAgain, OtaInstall } from './ota-act.tsx'
import { claimPath, setupPath } from './paths.ts'

/** The one thing to do next, and how. Nothing where there is nothing to do here. */
export function ClaimAct(props: StagedClaim) {
  const content = actOf(props)
  if (!content) return null
  return (
    <Stack gap="tight">
      {content}
      <Divider />
    </Stack>
  )
}

function actOf(props: StagedClaim) {
  switch (props.stage) {
    case 'safari':
      return <GoToSafari {...props} />
    case 'download':
      return takesFiles(props) ? <OpenFiles {...props} /> : <Download {...props} />
    case 'install':
      return props.claim.reports === 'ota' ? (
        <OtaInstall
          {...props}
          password={<IdentityPassword {...props} />}
          again={<DownloadAgain {...props} />}
        />
      ) : (
        <Install {...props} />
      )
    case 'active':
      return asksOn(props) ? <OtaAgain {...props} password={<IdentityPassword {...props} />} /> : null
    case 'hand_over':
      return <HandOver {...props} />
    case 'ended':
    case 'over':
      return <ButtonLink href={setupPath(props.frame)}>{props.frame.copy.claim.ended.renew}</ButtonLink>
    default:
      return null
  }
}

function GoToSafari({ frame, ticketUrl }: StagedClaim) {
  const words = frame.copy.claim.safari
  return (
    <Stack>
      <CopyField
        id="ticket-url"
        label={words.label}
        value={ticketUrl ?? ''}
        button={{ copy: words.copy, copied: frame.copy.ui.copyButton.copied }}
        leading
      />
      <Numbered items={words.steps} />
      <Muted>{words.once}</Muted>
    </Stack>
  )
}

function Download({ frame, claim, profileHref }: StagedClaim) {
  const words = frame.copy.claim
  const platform = profilePlatformOf(claim)
  return (
    <Stack>
      <ButtonLink href={profileHref ?? ''}>{words.download}</ButtonLink>
      {platform && (
        <Part title={words.afterDownload}>
          <Numbered items={words.steps[platform].download} />
        </Part>
      )}
    </Stack>
  )
}

function Install(props: StagedClaim) {
  const { frame, claim, ref } = props
  const words = frame.copy.claim
  const platform = profilePlatformOf(claim)
  return (
    <Stack>
      {platform && (
        <Part title={words.howToInstall}>
          <Stack gap="tight">
            <Numbered items={words.steps[platform].install} />
            <Muted>{words.unverified}</Muted>
          </Stack>
        </Part>
      )}
      <Form action={claimPath(ref, claim.deviceId, '/installed')}>
        <Button>{words.installed}</Button>
      </Form>
      {platform === 'ios' && (
        <Muted>{words.webClip(frame.copy.artefacts.confirmLabel(frame.organisation?.name ?? ''))}</Muted>
      )}
      <IdentityPassword {...props} />
      {platform ? <DownloadAgain {...props} /> : <FilesAgain {...props} />}
    </Stack>
  )
}

/** The device asks for it once, while it installs its certificate. In no file and no address. */
function IdentityPassword({ frame, identityPassword = null }: StagedClaim) {
  const words = frame.copy.files
  if (identityPassword === null) return null
  return (
    <div>
      <CopyField
        id="identity-password"
        label={words.password}
        value={identityPassword}
        button={frame.copy.ui.copyButton}
      />
      <Muted>{words.passwordNote}</Muted>
    </div>
  )
}

/** For a profile that was dismissed: phones drop one that is not installed within minutes. */
function DownloadAgain(props: StagedClaim) {
  const { frame, claim, here, profileHref } = props
  const words = frame.copy.claim
  const again = canDownload(props) && !(claim.platform === 'ios' && here === 'other_browser')
  return (
    <div>
      <Muted>{words.gone}</Muted>
      <ButtonLink weight="quiet" href={again ? (profileHref ?? '') : setupPath(frame)}>
        {again ? words.again(claim.downloadsLeft) : words.ended.renew}
      </ButtonLink>
    </div>
  )
}

/** The store's page carries the ticket, on Linux a script does; without either the link is copied into the app. */
function HandOver(props: StagedClaim) {
  const { frame, claim, ticketUrl, appName } = props
  const words = frame.copy.claim.handOver
  const store = storeOf(props)
  const script = claim.platform === 'linux' && hasHelper(props)
  const leads = store !== null || script
  const plainStore = store ? null : plainStoreOf(props)
  return (
    <Stack>
      {store && (
        <Stack gap="tight">
          <ButtonLink href={store}>{words.get(appName)}</ButtonLink>
          <Muted>{words.afterGet(appName)}</Muted>
        </Stack>
      )}
      {script && <GetScript {...props} />}
      <CopyField
        id="ticket-url"
        label={leads ? words.orCopy : words.label}
        value={ticketUrl ?? ''}
        button={leads ? frame.copy.ui.copyButton : { ...frame.copy.ui.copyButton, copy: words.copy }}
        leading={!leads}
      />
      <Muted>
        {!leads && words.paste(appName)} {words.once}
      </Muted>
      {plainStore && (
        <div>
          <Muted>{words.notThere(appName)}</Muted>
          <ButtonLink weight="quiet" href={plainStore}>
            {claim.platform === 'windows' ? words.inMicrosoftStore(appName) : words.inAppStore(appName)}
          </ButtonLink>
        </div>
      )}
      {!script && <HelperLink {...props} />}
    </Stack>
  )
}
