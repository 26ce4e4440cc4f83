import type { ArtefactSet } from '../../../artefacts/index.ts'
import type { BrowserClaim } from '../../../referee/index.ts'
import type { LeftOut as TemplateLeftOut } from '../../../templates/index.ts'
import { Button, ButtonLink, WaysOn } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Layout } from '../../ui/layout.tsx'
import { drawQr, Qr } from '../../ui/qr.tsx'
import { Card, CardTitle, Facts, InlineLink, Muted, Numbered, Points, Stack, Title } from '../../ui/text.tsx'
import { FileGroups, isFilesPlatform } from './files-groups.tsx'
import { claimPath } from './paths.ts'

export type FilesPageProps = {
  frame: Frame
  ref: string
  claim: BrowserClaim
  set: ArtefactSet
  /** What is set in the template and has no way onto this platform. */
  left: TemplateLeftOut[]
  /** Protects the files with private keys; null where there are none. */
  password: string | null
  hrefOf(name: string): string
}

/**
 * `/p/<ref>/<device>/files?k=…`: everything that a browser hands out where there is no single file, in the order
 * in which it is done. Opening it counts as a download.
 */
export function FilesPage(props: FilesPageProps) {
  const { frame, ref, claim, set } = props
  const words = frame.copy.files
  const empty = [set.files, set.links, set.codes, set.typed, set.webLinks].every((list) => list.length === 0)
  const says = claim.reports === 'none' && claim.state === 'claimed'
  return (
    <Layout frame={frame} title={words.title} scripts={['copy']}>
      <Title title={words.title}>
        <p>{empty ? words.nothing : words.lead}</p>
      </Title>
      <Stack>
        <SetLinks {...props} />
        {set.codes
          .filter(({ kind }) => kind === 'provisioning')
          .map(({ text }) => (
            <Card>
              <CardTitle>{words.codes.provisioning.title}</CardTitle>
              <Stack>
                <Qr svg={drawQr(text)} label={words.codes.provisioning.label} />
                <Numbered items={words.codes.provisioning.steps} />
              </Stack>
            </Card>
          ))}
        {isFilesPlatform(claim.platform) && <FileGroups {...props} platform={claim.platform} />}
        <WifiCodes {...props} />
        <TypedThings {...props} />
        <SetWebLinks {...props} />
        <LeftOut {...props} />
        {says && (
          <Card>
            <CardTitle>{words.done.title}</CardTitle>
            <Form action={claimPath(ref, claim.deviceId, '/installed')}>
              <Button>{words.done.button}</Button>
            </Form>
          </Card>
        )}
        {set.files.length > 0 && <Muted>{words.ends}</Muted>}
        <WaysOn>
          <ButtonLink weight="faint" href={claimPath(ref, claim.deviceId)}>
            {words.back}
          </ButtonLink>
        </WaysOn>
      </Stack>
    </Layout>
  )
}

function SetLinks({ frame, set }: FilesPageProps) {
  return (
    <>
      {set.links.map(({ kind, href }) => {
        const words = frame.copy.files.links[kind]
        return (
          <Card>
            <CardTitle>{words.title}</CardTitle>
            <Stack gap="tight">
              <ButtonLink weight="secondary" href={href}>
                {words.button}
              </ButtonLink>
              <Numbered items={words.steps} />
            </Stack>
          </Card>
        )
      })}
    </>
  )
}

function WifiCodes({ frame, set }: FilesPageProps) {
  const words = frame.copy.files.codes.wifi
  const codes = set.codes.filter(({ kind }) => kind === 'wifi')
  if (codes.length === 0) return null
  return (
    <Card>
      <CardTitle>{words.title}</CardTitle>
      <Stack>
        <Numbered items={words.steps} />
        {codes.map(({ label, text }) => (
          <Stack gap="tight">
            <strong>{label}</strong>
            <Qr svg={drawQr(text)} label={words.label(label)} />
          </Stack>
        ))}
      </Stack>
    </Card>
  )
}

function TypedThings({ frame, set }: FilesPageProps) {
  const words = frame.copy.files.typed
  const kinds = (['wifi', 'vpn', 'mail'] as const).filter((kind) =>
    set.typed.some((one) => one.kind === kind),
  )
  return (
    <>
      {kinds.map((kind) => (
        <Card>
          <CardTitle>{words.title[kind]}</CardTitle>
          <Stack>
            {set.typed
              .filter((one) => one.kind === kind)
              .map(({ label, facts }) => (
                <Stack gap="tight">
                  <strong>{label}</strong>
                  <Facts facts={facts.map(({ name, value }) => ({ name: words.facts[name], value }))} />
                </Stack>
              ))}
          </Stack>
        </Card>
      ))}
    </>
  )
}

function SetWebLinks({ frame, set }: FilesPageProps) {
  if (set.webLinks.length === 0) return null
  return (
    <Card>
      <CardTitle>{frame.copy.files.webLinks}</CardTitle>
      <Stack gap="tight">
        {set.webLinks.map(({ label, url }) => (
          <div>
            <InlineLink href={url}>{label}</InlineLink>
          </div>
        ))}
      </Stack>
    </Card>
  )
}

/** Nothing is dropped silently: what has no way onto this platform is named. */
function LeftOut({ frame, set, left }: FilesPageProps) {
  const { files: words, deviceTemplates } = frame.copy
  const items = [...left, ...set.leftOut].map(({ part, name = '' }) =>
    [deviceTemplates.parts[part], name].filter((text) => text !== '').join(': '),
  )
  if (items.length === 0) return null
  return (
    <Card>
      <CardTitle>{words.leftOut.title}</CardTitle>
      <Stack gap="tight">
        <Muted>{words.leftOut.lead}</Muted>
        <Points mark="no" items={items} />
      </Stack>
    </Card>
  )
}
