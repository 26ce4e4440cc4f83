import { ok, refuse } from '../../src/kernel/result.ts'
import type {
  DeliveryFailure,
  Mail,
  SmsTransport,
  TextMessage,
  Transport,
} from '../../src/messaging/types.ts'
import type { Organisation, ServiceSettings } from '../../src/organisations/index.ts'

/** An organisation as mails need it. */
export const ACME: Organisation = {
  id: 1,
  slug: 'acme',
  siteId: '4711',
  name: 'Acme Robotics',
  enabled: true,
  setupOpen: true,
  accent: '#0f766e',
  logoVersion: null,
  helpdesk: { email: 'help@acme.example', phone: '+49 30 1234567', url: 'https://help.acme.example/devices' },
  emailRule: '.*@acme\\.example',
  emailRuleHint: null,
  terms: null,
  termsVersion: 0,
  phoneRequired: false,
  confirmation: 'tap',
  accountTemplateId: 'act_1',
  defaultOwnership: 'personal',
  ownershipChoosable: true,
  qrEnabled: true,
  approvalRequired: false,
  invitationDays: null,
  invitationDeviceLimit: null,
  reminderDays: [],
  dailyMessages: null,
}

/** The service as a fresh installation has it. */
export const SERVICE: ServiceSettings = {
  enabled: true,
  defaultOrganisationId: 1,
  provisionCodeSeconds: 600,
  ownersMayProvision: true,
  logDeviceFacts: true,
  androidSmsCode: false,
  dailyMessages: null,
  derivedCredentialUrl: null,
  helpdesk: { email: null, phone: null, url: null },
}

/** A transport that keeps what it is given, or refuses as told. */
export function makeTestTransport() {
  const sent: Mail[] = []
  const texts: TextMessage[] = []
  let failure: DeliveryFailure | null = null
  const transport: Transport = {
    async send(mail) {
      if (failure) return refuse(failure)
      sent.push(mail)
      return ok({ providerId: `provider-${sent.length}` })
    },
  }
  const sms: SmsTransport = {
    async send(message) {
      if (failure) return refuse(failure)
      texts.push(message)
      return ok({ providerId: `sms-${texts.length}` })
    },
  }
  return {
    transport,
    sent,
    sms,
    /** The text messages among them. */
    texts,
    /** From now on every send fails so; null: none does. */
    failWith(next: DeliveryFailure | null) {
      failure = next
    },
  }
}

/** The code in a challenge's mail: the first word of the subject. */
export function codeIn(mail: Pick<Mail, 'subject'>): string {
  return mail.subject.split(' ')[0] ?? ''
}
