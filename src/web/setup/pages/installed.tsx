import type { BrowserClaim } from '../../../referee/index.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Fill } from '../../ui/fill.tsx'
import { Form, Hidden } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { SuccessMark } from '../../ui/icons.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Card, Title } from '../../ui/text.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { claimPath, setupPath } from './paths.ts'

export type InstalledPageProps = { frame: Frame; claim: BrowserClaim; ref: string; confirmKey: string }

/** Where the profile's icon leads. Posts `k` to `/p/<ref>/<device>/installed`; says so when that is done. */
export function InstalledPage(props: InstalledPageProps) {
  const { frame, claim } = props
  const title = titleOf(props)
  return (
    <Layout frame={frame} title={title}>
      {claim.live === 'active' && <SuccessMark />}
      <Title title={title}>
        <p>
          <Lead {...props} />
        </p>
      </Title>
      <Act {...props} />
    </Layout>
  )
}

function titleOf({ frame, claim }: InstalledPageProps): string {
  const words = frame.copy.claim
  if (claim.live === 'active') return frame.copy.platforms[claim.platform].isSetUp
  return claim.live === 'ended' ? words.ended.title : words.confirm.title
}

function Lead({ frame, claim }: InstalledPageProps) {
  const words = frame.copy.claim
  if (claim.live === 'ended') return <>{words.ended[claim.state === 'abandoned' ? 'abandoned' : 'removed']}</>
  if (claim.live !== 'active') return <>{words.confirm.lead(frame.organisation?.name ?? '')}</>
  if (claim.confirmedAt === null || claim.reports !== 'none') return <>{words.confirm.doneReported}</>
  const time = <RelativeTime frame={frame} at={claim.confirmedAt} />
  return <Fill text={words.confirm.done} slots={{ time }} />
}

function Act({ frame, claim, ref, confirmKey }: InstalledPageProps) {
  const words = frame.copy.claim
  if (claim.live === 'active') return null
  return (
    <Card>
      {claim.live === 'ended' ? (
        <ButtonLink href={setupPath(frame)}>{words.ended.renew}</ButtonLink>
      ) : (
        <Form action={claimPath(ref, claim.deviceId, '/installed')}>
          <Hidden name="k" value={confirmKey} />
          <Button>{words.confirm.submit}</Button>
        </Form>
      )}
    </Card>
  )
}
