import type { FullSettings, MailAccount } from '../templates/index.ts'
import { type Payload, textIf } from './apple-payload.ts'

/** Mail by IMAP; by Exchange ActiveSync on iPhone and iPad, by Exchange Web Services on a Mac. */
export function mailPayloads(accounts: FullSettings['mail'], mac: boolean): Payload[] {
  return accounts.map((account) => {
    const part = `mail.${account.key}`
    if (account.kind === 'imap')
      return { part, type: 'com.apple.mail.managed', name: account.name, content: imap(account) }
    return mac
      ? { part, type: 'com.apple.ews.account', name: account.name, content: webServices(account) }
      : { part, type: 'com.apple.eas.account', name: account.name, content: activeSync(account) }
  })
}

/** `UseSSL` stands for TLS and STARTTLS: the device finds out by the port. */
function imap(account: MailAccount): Payload['content'] {
  const { incoming, outgoing } = account
  return {
    EmailAccountType: 'EmailTypeIMAP',
    EmailAccountDescription: account.name,
    ...textIf('EmailAccountName', account.senderName),
    ...textIf('EmailAddress', account.address),
    IncomingMailServerAuthentication: 'EmailAuthPassword',
    IncomingMailServerHostName: incoming.host,
    IncomingMailServerPortNumber: incoming.port,
    IncomingMailServerUseSSL: incoming.encryption !== 'none',
    ...textIf('IncomingMailServerUsername', account.username),
    ...textIf('IncomingPassword', account.password),
    OutgoingMailServerAuthentication: 'EmailAuthPassword',
    // Drafts may lack it.
    OutgoingMailServerHostName: outgoing?.host ?? '',
    ...(outgoing && {
      OutgoingMailServerPortNumber: outgoing.port,
      OutgoingMailServerUseSSL: outgoing.encryption !== 'none',
    }),
    ...textIf('OutgoingMailServerUsername', account.username),
    OutgoingPasswordSameAsIncomingPassword: true,
  }
}

/** Exchange speaks HTTPS or HTTP: there is no STARTTLS, and who asks for it wants the connection encrypted. */
function exchange(account: MailAccount): Payload['content'] {
  return {
    ...textIf('EmailAddress', account.address),
    SSL: account.incoming.encryption !== 'none',
    ...textIf('UserName', account.username),
    ...textIf('Password', account.password),
  }
}

/** There is no key for the port; a host takes one after a colon. */
function activeSync(account: MailAccount): Payload['content'] {
  const { host, port, encryption } = account.incoming
  const usual = port === (encryption === 'none' ? 80 : 443)
  const named = host.includes(':') && !usual ? `[${host}]` : host
  return { ...exchange(account), Host: usual ? host : `${named}:${port}` }
}

function webServices(account: MailAccount): Payload['content'] {
  const { host, port } = account.incoming
  return { ...exchange(account), Host: host, Port: port }
}
