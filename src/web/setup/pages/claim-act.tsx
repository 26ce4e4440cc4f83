import { Button, ButtonLink } from '../../ui/button.tsx'
import { CopyField } from '../../ui/credentials.tsx'
import { Form } from '../../ui/form.tsx'
import { Divider, Muted, Numbered, Part, Stack } from '../../ui/text.tsx'
import { canDownload, plainStoreOf, profilePlatformOf, type StagedClaim, storeOf } from './claim-stage.ts'
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
      return <Download {...props} />
    case 'install':
      return <Install {...props} />
    case 'hand_over':
      return props.claim.platform === 'linux' ? <RunCommand {...props} /> : <HandOver {...props} />
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
            <Muted>{words.unsigned}</Muted>
          </Stack>
        </Part>
      )}
      <Form action={claimPath(ref, claim.deviceId, '/installed')}>
        <Button>{words.installed}</Button>
      </Form>
      {platform === 'ios' && (
        <Muted>{words.webClip(frame.copy.artefacts.confirmLabel(frame.organisation?.name ?? ''))}</Muted>
      )}
      <DownloadAgain {...props} />
    </Stack>
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

/** The store's page carries the ticket; without one the link is copied into the app, wherever it came from. */
function HandOver(props: StagedClaim) {
  const { frame, claim, ticketUrl, appName } = props
  const words = frame.copy.claim.handOver
  const store = storeOf(props)
  const plainStore = store ? null : plainStoreOf(props)
  return (
    <Stack>
      {store && (
        <Stack gap="tight">
          <ButtonLink href={store}>{words.get(appName)}</ButtonLink>
          <Muted>{words.afterGet(appName)}</Muted>
        </Stack>
      )}
      <CopyField
        id="ticket-url"
        label={store ? words.orCopy : words.label}
        value={ticketUrl ?? ''}
        button={store ? frame.copy.ui.copyButton : { ...frame.copy.ui.copyButton, copy: words.copy }}
        leading={!store}
      />
      <Muted>
        {!store && words.paste(appName)} {words.once}
      </Muted>
      {plainStore && (
        <div>
          <Muted>{words.notThere(appName)}</Muted>
          <ButtonLink weight="quiet" href={plainStore}>
            {claim.platform === 'windows' ? words.inMicrosoftStore(appName) : words.inAppStore(appName)}
          </ButtonLink>
        </div>
      )}
    </Stack>
  )
}

/** The reference client takes the link on the command line. */
function RunCommand({ frame, ticketUrl }: StagedClaim) {
  const words = frame.copy.claim.handOver
  return (
    <Stack>
      <CopyField
        id="command"
        label={words.command}
        value={`npm run device -- redeem "${ticketUrl ?? ''}"`}
        button={{ ...frame.copy.ui.copyButton, copy: words.copyCommand }}
        leading
      />
      <Muted>
        {words.run} {words.once}
      </Muted>
    </Stack>
  )
}
