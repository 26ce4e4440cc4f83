import type { SetFile, SetFileKind } from '../../../artefacts/index.ts'
import type { Platform } from '../../../kernel/platform.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { CopyField } from '../../ui/credentials.tsx'
import { Card, CardTitle, LinkList, Muted, Numbered, Stack } from '../../ui/text.tsx'
import type { FilesPageProps } from './files.tsx'

/** Platforms whose settings come as a set. */
export type FilesPlatform = 'android' | 'windows' | 'chromeos' | 'linux'

export function isFilesPlatform(platform: Platform): platform is FilesPlatform {
  return platform === 'android' || platform === 'windows' || platform === 'chromeos' || platform === 'linux'
}

type Props = FilesPageProps & { platform: FilesPlatform }

/** Files by what they are, each group with its steps; on Linux the script first and the rest to do by hand. */
export function FileGroups(props: Props) {
  const { set, platform } = props
  if (platform === 'linux') return <LinuxFiles {...props} />
  const kinds = [...new Set(set.files.map(({ kind }) => kind))]
  return (
    <>
      {kinds.map((kind) => (
        <FileGroup {...props} kind={kind} files={set.files.filter((file) => file.kind === kind)} />
      ))}
    </>
  )
}

function FileGroup({ kind, files, ...props }: Props & { kind: SetFileKind; files: SetFile[] }) {
  const { frame, platform } = props
  const words = frame.copy.files
  const steps: Partial<Record<SetFileKind, string[]>> = words.steps[platform]
  return (
    <Card>
      <CardTitle>{words.kinds[kind]}</CardTitle>
      <Stack>
        <Downloads {...props} files={files} />
        <Numbered items={steps[kind] ?? (kind === 'ownCertificate' ? steps.identity : null) ?? []} />
        {files.some(isProtected) && <Password {...props} kind={kind} />}
        {platform === 'windows' &&
          kind === 'wifi' &&
          files.map(({ name, fileName, label }) => (
            <Command
              {...props}
              id={`command-${name}`}
              label={`${words.command}${frame.copy.ui.colon}${label}`}
              command={`netsh wlan add profile filename="${fileName}" user=current`}
            />
          ))}
      </Stack>
    </Card>
  )
}

function Downloads({ files, hrefOf }: Pick<Props, 'hrefOf'> & { files: SetFile[] }) {
  return (
    <LinkList
      items={files.map(({ name, fileName, label }) => ({
        href: hrefOf(name),
        label: fileName,
        detail: label,
      }))}
    />
  )
}

/** PKCS#12, which is made when it is asked for. */
const isProtected = ({ artefact }: SetFile) => artefact === null

function Password({ frame, password, kind }: Props & { kind: SetFileKind }) {
  const words = frame.copy.files
  if (password === null) return null
  return (
    <div>
      <CopyField
        id={`${kind}-password`}
        label={words.password}
        value={password}
        button={frame.copy.ui.copyButton}
      />
      <Muted>{words.passwordNote}</Muted>
    </div>
  )
}

function Command(props: Pick<Props, 'frame'> & { id: string; label: string; command: string }) {
  const { frame, id, label, command } = props
  return <CopyField id={id} label={label} value={command} button={frame.copy.ui.copyButton} />
}

function LinuxFiles(props: Props) {
  const { frame, set, hrefOf } = props
  const words = frame.copy.files
  const script = set.files.find(({ kind }) => kind === 'script')
  const own = set.files.filter(({ kind }) => kind === 'ownCertificate')
  const rest = set.files.filter(({ kind }) => kind !== 'script' && kind !== 'ownCertificate')
  return (
    <>
      {script && (
        <Card>
          <CardTitle>{words.kinds.script}</CardTitle>
          <Stack>
            <ButtonLink weight="secondary" href={hrefOf(script.name)}>
              {script.fileName}
            </ButtonLink>
            <Numbered items={words.steps.linux.script} />
            <Command
              frame={frame}
              id="command-script"
              label={words.command}
              command={`sudo sh ${script.fileName}`}
            />
          </Stack>
        </Card>
      )}
      {rest.length > 0 && (
        <Card>
          <CardTitle>{words.byHand.title}</CardTitle>
          <Stack>
            <Muted>{words.byHand.lead}</Muted>
            <Downloads {...props} files={rest} />
            {rest.some(isProtected) && <Password {...props} kind="identity" />}
            {handCommands(props, rest).map((command, index) => (
              <Command
                frame={frame}
                id={`command-${index + 1}`}
                label={words.byHand.label(index + 1)}
                command={command}
              />
            ))}
          </Stack>
        </Card>
      )}
      {own.length > 0 && <FileGroup {...props} kind="ownCertificate" files={own} />}
    </>
  )
}

/** What puts the downloaded files where their connections look for them. */
function handCommands({ frame }: Props, files: SetFile[]): string[] {
  const place = `/etc/latchkey/${frame.organisation?.slug ?? ''}`
  const identity = files.find(({ kind }) => kind === 'identity')
  const connections = files.some(({ kind }) => kind === 'wifi' || kind === 'vpn')
  const certificates = files.some(({ kind }) => kind === 'certificate')
  return [
    ...(identity || certificates ? [`sudo install -d -m 700 ${place}`] : []),
    ...(certificates ? [`sudo install -m 600 ./*.pem ${place}/`] : []),
    ...(identity ? [`sudo install -m 600 ${identity.fileName} ${place}/device.p12`] : []),
    ...(connections
      ? [
          'sudo install -m 600 ./*.nmconnection /etc/NetworkManager/system-connections/ && sudo nmcli connection reload',
        ]
      : []),
  ]
}
