import type { GrantView } from '../../../referee/index.ts'
import { Button } from '../../ui/button.tsx'
import { Pin, Typed } from '../../ui/credentials.tsx'
import { Fill } from '../../ui/fill.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Notice } from '../../ui/notice.tsx'
import { Address, Muted, Region, Stack } from '../../ui/text.tsx'
import type { ReadyPlace } from './paths.ts'

export type PinProps = {
  frame: Frame
  grant: GrantView
  place: ReadyPlace
  siteId: string
  /** What is typed with the PIN. */
  address: string
  /** `<base>/go`. */
  goUrl: string
  /** This answers *New PIN*. */
  pinRenewed: boolean
}

/** The PIN and what is typed with it; while it is closed, the way to a new one. */
export function PinRegion(props: PinProps) {
  const { frame, grant, place, siteId, address, pinRenewed } = props
  const words = frame.copy.ready
  if (grant.pinLocked) return <LockedPin frame={frame} grant={grant} place={place} />
  if (grant.credentials === null) return null
  return (
    <Region name="pin">
      <Stack gap="tight">
        {pinRenewed && <Notice tone="info">{words.pinRenewed}</Notice>}
        <Muted>
          <HowToType {...props} />
        </Muted>
        <Typed
          items={[
            { name: words.site, value: siteId },
            { name: words.address, value: address },
            {
              name: words.pin,
              value: (
                <>
                  <Pin digits={grant.credentials.pin} />
                  <NewPin frame={frame} place={place} weight="faint" />
                </>
              ),
            },
          ]}
        />
      </Stack>
    </Region>
  )
}

/** A device with a browser goes to `/go`; an agent asks by itself. */
function HowToType({ frame, grant, goUrl }: PinProps) {
  const words = frame.copy.ready
  const go = <Address href={goUrl} />
  return (
    <>
      {grant.confirmation === 'pin' && `${words.pinNeeded} `}
      {grant.platform === 'agent' ? words.typed : <Fill text={words.go} slots={{ go }} />}
    </>
  )
}

/** Also part of what the page's script fetches: wrong tries elsewhere close the PIN while the page is open. */
export function LockedPin(props: Pick<PinProps, 'frame' | 'grant' | 'place'>) {
  const { frame, grant, place } = props
  const words = frame.copy.ready.pinLocked
  return (
    <Region name="pin">
      <Stack gap="tight">
        <Notice tone="warning" title={words.title}>
          {grant.confirmation === 'pin' ? words.textNeeded : words.text}
        </Notice>
        <NewPin frame={frame} place={place} weight="secondary" />
      </Stack>
    </Region>
  )
}

function NewPin(props: { frame: Frame; place: ReadyPlace; weight: 'secondary' | 'faint' }) {
  const { frame, place } = props
  return (
    <form method="post" action={`${place.page}/pin`}>
      <Button weight={props.weight}>{frame.copy.ready.newPin}</Button>
    </form>
  )
}
