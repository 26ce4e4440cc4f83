import { refuse } from '../../kernel/result.ts'
import type { Bindings } from '../../runtime/bindings.ts'
import { clock } from '../../runtime/clock.ts'
import type { SmsTransport, Transport } from '../types.ts'
import { makeCloudflareTransport } from './cloudflare.ts'
import type { Fetcher } from './http.ts'
import { makeHttpMailTransport } from './http-mail.ts'
import { makeTwilioTransport } from './sms-twilio.ts'
import { makeSmsBindingTransport, makeSmsWebhookTransport } from './sms-webhook.ts'
import { makeSmtpTransport } from './smtp.ts'
import { connectLater } from './socket.ts'

const now = () => clock.now()
const fetcher: Fetcher = (url, init) => fetch(url, init)

/** The way to send e-mail that the configuration names. */
export function makeMailTransport(bindings: Pick<Bindings, 'mail' | 'email'>): Transport {
  const { mail, email } = bindings
  switch (mail.transport) {
    case 'cloudflare':
      return makeCloudflareTransport({ email })
    case 'http':
      return makeHttpMailTransport({ ...mail, fetcher })
    case 'smtp':
      return makeSmtpTransport({ server: mail, connect: connectLater, now })
  }
}

/** The way to send text messages that the configuration names; with none every message is refused for good. */
export function makeSmsTransport({ sms }: Pick<Bindings, 'sms'>): SmsTransport {
  switch (sms.transport) {
    case 'none':
      return { send: async () => refuse({ reason: 'no_sms', permanent: true }) }
    case 'twilio':
      return makeTwilioTransport({ ...sms, fetcher })
    case 'webhook':
      return makeSmsWebhookTransport({ ...sms, fetcher, now })
    case 'binding':
      return makeSmsBindingTransport(sms)
  }
}
