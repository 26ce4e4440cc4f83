import { Switch, SwitchGroup } from '../../ui/controls.tsx'
import { FormPart, Only, Side } from '../../ui/template-form.tsx'
import { isTicked, rowsOf, valueAt } from '../device-template-draft.ts'
import {
  type Editing,
  Line,
  Long,
  PartPanel,
  PartReach,
  Pick,
  problemOf,
  Rows,
  Secret,
  Tick,
  wordsOf,
} from './device-template-fields.tsx'

/** Wi-Fi, with and without an account. */
export function WifiPanel({ editing }: { editing: Editing }) {
  const { hints, options } = wordsOf(editing)
  const enterprise = rowsOf(editing.draft, 'wifi').some(
    (index) => valueAt(editing.draft, `wifi.${index}.security`) === 'eap',
  )
  return (
    <PartPanel editing={editing} panel="wifi" part="wifi">
      {enterprise && (
        <div>
          {options.security.eap}
          <PartReach editing={editing} part="wifiEnterprise" />
        </div>
      )}
      <Rows
        editing={editing}
        list="wifi"
        row={(path) => (
          <>
            <Side>
              <Line editing={editing} name={`${path}.ssid`} label="ssid" hint={hints.ssid} />
              <Pick editing={editing} name={`${path}.security`} label="security" options={options.security} />
            </Side>
            <Only when="passphrase">
              <Secret
                editing={editing}
                name={`${path}.passphrase`}
                label="passphrase"
                hint={hints.passphrase}
              />
            </Only>
            <Eap editing={editing} path={path} />
            <Side>
              <Tick editing={editing} name={`${path}.autoJoin`} label="autoJoin" />
              <Tick editing={editing} name={`${path}.hidden`} label="hidden" />
            </Side>
          </>
        )}
      />
    </PartPanel>
  )
}

function Eap({ editing, path }: { editing: Editing; path: string }) {
  const { hints, options } = wordsOf(editing)
  const eap = `${path}.eap`
  return (
    <Only when="eap">
      <Side>
        <Pick editing={editing} name={`${eap}.method`} label="method" options={options.method} />
        <Line editing={editing} name={`${eap}.identity`} label="identity" optional />
      </Side>
      <Only when="tunnel">
        <Side>
          <Pick editing={editing} name={`${eap}.inner`} label="inner" options={options.inner} />
          <Secret editing={editing} name={`${eap}.password`} label="password" hint={hints.password} />
        </Side>
        <Line
          editing={editing}
          name={`${eap}.outerIdentity`}
          label="outerIdentity"
          hint={hints.outerIdentity}
          optional
        />
      </Only>
      <TrustedCertificates editing={editing} path={eap} />
      <Line
        editing={editing}
        name={`${eap}.serverNames`}
        label="serverNames"
        hint={hints.serverNames}
        optional
      />
    </Only>
  )
}

function TrustedCertificates({ editing, path }: { editing: Editing; path: string }) {
  const { fields, hints, edit, rowNames } = wordsOf(editing)
  const { draft } = editing
  const rows = rowsOf(draft, 'certificates')
  const field = `${path}.trustedCertificates`
  const error = problemOf(editing, field)
  return (
    <SwitchGroup legend={fields.trustedCertificates} {...(rows.length === 0 && { hint: hints.trustedNone })}>
      {rows.map((index) => {
        const name = `${field}.${valueAt(draft, `certificates.${index}.key`)}`
        const label =
          valueAt(draft, `certificates.${index}.name`) || edit.row(rowNames.certificates, index + 1)
        return (
          <Switch
            name={name}
            label={label}
            checked={isTicked(draft, name)}
            error={index === 0 ? error : null}
          />
        )
      })}
    </SwitchGroup>
  )
}

export function CertificatesPanel({ editing }: { editing: Editing }) {
  const { hints } = wordsOf(editing)
  return (
    <PartPanel editing={editing} panel="certificates" part="certificates">
      <Rows
        editing={editing}
        list="certificates"
        row={(path) => (
          <>
            <Line editing={editing} name={`${path}.name`} label="name" />
            <Long editing={editing} name={`${path}.pem`} label="pem" hint={hints.pem} />
          </>
        )}
      />
      <Tick
        editing={editing}
        name="userCertificates"
        label="userCertificates"
        hint={editing.frame.copy.userCertificates.ofTemplate}
      />
    </PartPanel>
  )
}

export function IdentityPanel({ editing }: { editing: Editing }) {
  const { hints, fields, options } = wordsOf(editing)
  const usages = Object.entries(options.keyUsage)
  const error = problemOf(editing, 'identity.keyUsage')
  return (
    <PartPanel editing={editing} panel="identity" part="identity">
      <Tick editing={editing} name="identity.on" label="identityOn" />
      <Line editing={editing} name="identity.subject" label="subject" hint={hints.subject} />
      <SwitchGroup legend={fields.keyUsage}>
        {usages.map(([usage, label], index) => (
          <Switch
            name={`identity.keyUsage.${usage}`}
            label={label}
            checked={isTicked(editing.draft, `identity.keyUsage.${usage}`)}
            error={index === 0 ? error : null}
          />
        ))}
      </SwitchGroup>
    </PartPanel>
  )
}

export function VpnPanel({ editing }: { editing: Editing }) {
  const { hints, options } = wordsOf(editing)
  return (
    <PartPanel editing={editing} panel="vpn" part="vpn">
      <Rows
        editing={editing}
        list="vpn"
        row={(path) => (
          <>
            <Side>
              <Line editing={editing} name={`${path}.name`} label="name" />
              <Line editing={editing} name={`${path}.server`} label="server" />
            </Side>
            <Side>
              <Line
                editing={editing}
                name={`${path}.remoteId`}
                label="remoteId"
                hint={hints.remoteId}
                optional
              />
              <Line editing={editing} name={`${path}.localId`} label="localId" optional />
            </Side>
            <Side>
              <Pick
                editing={editing}
                name={`${path}.authentication`}
                label="authentication"
                options={options.authentication}
              />
              <Line editing={editing} name={`${path}.mtu`} label="mtu" hint={hints.mtu} numeric optional />
            </Side>
            <Only when="eap">
              <Side>
                <Line editing={editing} name={`${path}.username`} label="username" optional />
                <Secret editing={editing} name={`${path}.password`} label="password" hint={hints.password} />
              </Side>
            </Only>
            <Only when="secret">
              <Secret editing={editing} name={`${path}.sharedSecret`} label="sharedSecret" />
            </Only>
          </>
        )}
      />
    </PartPanel>
  )
}

export function MailPanel({ editing }: { editing: Editing }) {
  const { hints, options, fields } = wordsOf(editing)
  return (
    <PartPanel editing={editing} panel="mail" part="mail">
      <Rows
        editing={editing}
        list="mail"
        row={(path) => (
          <>
            <Side>
              <Line editing={editing} name={`${path}.name`} label="name" />
              <Pick editing={editing} name={`${path}.kind`} label="kind" options={options.mailKind} />
            </Side>
            <Side>
              <Line editing={editing} name={`${path}.address`} label="address" />
              <Line editing={editing} name={`${path}.senderName`} label="senderName" optional />
            </Side>
            <Side>
              <Line editing={editing} name={`${path}.username`} label="username" optional />
              <Secret editing={editing} name={`${path}.password`} label="password" hint={hints.password} />
            </Side>
            <Server editing={editing} path={`${path}.incoming`} legend={fields.incoming} />
            <Only when="smtp">
              <Server editing={editing} path={`${path}.outgoing`} legend={fields.outgoing} />
            </Only>
          </>
        )}
      />
    </PartPanel>
  )
}

function Server({ editing, path, legend }: { editing: Editing; path: string; legend: string }) {
  const { options } = wordsOf(editing)
  return (
    <FormPart legend={legend}>
      <Side columns={3}>
        <Line editing={editing} name={`${path}.host`} label="host" />
        <Line editing={editing} name={`${path}.port`} label="port" numeric />
        <Pick editing={editing} name={`${path}.encryption`} label="encryption" options={options.encryption} />
      </Side>
    </FormPart>
  )
}
