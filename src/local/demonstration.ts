import { type Accounts, PERMISSIONS } from '../accounts/index.ts'
import type { Localised } from '../kernel/locale.ts'
import type { Ownership } from '../kernel/ownership.ts'
import type { Platform, Reports } from '../kernel/platform.ts'
import type { Result } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import type { NewOrganisation, Organisations } from '../organisations/index.ts'
import type { Actor } from '../referee/index.ts'
import { DEFAULT_CHECK_IN_SECONDS, type Templates } from '../templates/index.ts'

/** A first organisation to try things with: everything is set up through the rooms' own services. */

const ACME_ID = 1
const SEED: Actor = { kind: 'system', id: 'demonstration' }

const acme: NewOrganisation = {
  slug: 'acme',
  siteId: '4711',
  name: 'Acme Robotics',
  accent: '#15559a',
  helpdesk: { email: 'help@acme.example', phone: '+44 20 7946 0000', url: null },
  emailRule: '[^@]+@acme\\.example',
  emailRuleHint: {
    en: 'addresses that end in @acme.example',
    de: 'Adressen, die auf @acme.example enden',
  },
  terms: {
    en: 'Acme Robotics sees which model this is, its version and when it last reported. It cannot see your messages, photos, calls or location.\n\nWhen you leave, or retire the device, everything that Acme brought is removed.',
    de: 'Acme Robotics sieht, welches Modell das ist, seine Version und wann es sich zuletzt gemeldet hat. Nachrichten, Fotos, Anrufe und Standort sieht es nicht.\n\nWenn Sie gehen oder das Gerät abmelden, wird alles entfernt, was Acme gebracht hat.',
  },
  termsVersion: 1,
  phoneRequired: false,
  confirmation: 'tap',
  defaultOwnership: 'personal',
  ownershipChoosable: true,
  qrEnabled: true,
  approvalRequired: false,
  invitationDays: null,
  invitationDeviceLimit: null,
  reminderDays: [],
  dailyMessages: null,
}

const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" rx="11" fill="#15559a"/><path d="M24 9v5" stroke="#fff" stroke-width="3" stroke-linecap="round"/><circle cx="24" cy="8" r="2.6" fill="#fff"/><rect x="10" y="14" width="28" height="22" rx="7" fill="#fff"/><circle cx="18.5" cy="24" r="3.2" fill="#15559a"/><circle cx="29.5" cy="24" r="3.2" fill="#15559a"/><path d="M19 31h10" stroke="#15559a" stroke-width="2.4" stroke-linecap="round"/><path d="M18 40h12" stroke="#fff" stroke-width="3" stroke-linecap="round"/></svg>`

type Sketch = {
  name: string
  instructions: Localised
  notes?: Localised
  choosable: boolean
  ownership: Ownership
  reports: Reports
  app: { name: string; playPackage: string | null } | null
}

const AGENT = 'Acme Agent'

/** Phones and Macs that install a configuration profile: nothing on them reports, their owner says so. */
const profile = (steps: Localised): Pick<Sketch, 'instructions' | 'reports' | 'app'> => ({
  instructions: steps,
  reports: 'none',
  app: null,
})

/** Everything else is set up by the organisation's app, which takes the browser's claim over. */
const agent = (steps: Localised, playPackage: string | null = null) => ({
  instructions: steps,
  reports: 'agent' as const,
  app: { name: AGENT, playPackage },
})

const computer: Localised = {
  en: `1. Open the link from this page on the computer and press **Set up**.\n2. Start **${AGENT}**.\n3. Copy the link that the page shows then, and paste it there.`,
  de: `1. Öffnen Sie den Link von dieser Seite am Computer und klicken Sie auf **Einrichten**.\n2. Starten Sie **${AGENT}**.\n3. Kopieren Sie den Link, den die Seite dann zeigt, und fügen Sie ihn dort ein.`,
}

const commandLine: Localised = {
  en: '1. Copy the link from this page.\n2. On the device, run `npm run device -- redeem "<link>"`.\n3. Run `npm run device -- check-in`: this page then says that it is active.',
  de: '1. Kopieren Sie den Link von dieser Seite.\n2. Führen Sie am Gerät `npm run device -- redeem "<Link>"` aus.\n3. Führen Sie `npm run device -- check-in` aus: Diese Seite sagt dann, dass es aktiv ist.',
}

const sketches: Record<Platform, Sketch> = {
  ios: {
    name: 'iPhone and iPad',
    notes: {
      en: 'In the workshop, use the Wi-Fi **Acme Devices**: the profile brings it.',
      de: 'Nutzen Sie in der Werkstatt das WLAN **Acme Devices**: Das Profil bringt es mit.',
    },
    ...profile({
      en: '1. Point the camera at the code and tap the link. It must open in **Safari**.\n2. Tap **Set up**, then **Download the profile** and **Allow**.\n3. Open **Settings**, tap **Profile Downloaded**, then **Install**.',
      de: '1. Richten Sie die Kamera auf den Code und tippen Sie auf den Link. Er muss sich in **Safari** öffnen.\n2. Tippen Sie auf **Einrichten**, dann auf **Profil laden** und **Zulassen**.\n3. Öffnen Sie **Einstellungen**, tippen Sie auf **Profil geladen**, dann auf **Installieren**.',
    }),
    choosable: true,
    ownership: 'personal',
  },
  android: {
    name: 'Android',
    ...agent(
      {
        en: `1. Point the camera at the code and tap the link.\n2. Tap **Set up**.\n3. Install **${AGENT}** from Google Play and open it: it goes on by itself.`,
        de: `1. Richten Sie die Kamera auf den Code und tippen Sie auf den Link.\n2. Tippen Sie auf **Einrichten**.\n3. Installieren Sie **${AGENT}** aus Google Play und öffnen Sie die App: Sie macht von selbst weiter.`,
      },
      'example.acme.agent',
    ),
    choosable: true,
    ownership: 'personal',
  },
  macos: {
    name: 'Mac',
    ...profile({
      en: '1. Open the link from this page on the Mac.\n2. Press **Set up**, then **Download the profile**, and open the file.\n3. Open **System Settings**, **General**, **Device Management**, and install it.',
      de: '1. Öffnen Sie den Link von dieser Seite am Mac.\n2. Klicken Sie auf **Einrichten**, dann auf **Profil laden**, und öffnen Sie die Datei.\n3. Öffnen Sie **Systemeinstellungen**, **Allgemein**, **Geräteverwaltung** und installieren Sie es.',
    }),
    choosable: false,
    ownership: 'company',
  },
  windows: { name: 'Windows', ...agent(computer), choosable: false, ownership: 'company' },
  linux: { name: 'Linux', ...agent(commandLine), choosable: true, ownership: 'company' },
  chromeos: { name: 'Chromebook', ...agent(computer), choosable: false, ownership: 'company' },
  agent: { name: 'Anything with an agent', ...agent(commandLine), choosable: true, ownership: 'company' },
}

/** Fills an empty database. Returns whether it did: a database that holds anything is left alone. */
export async function seedDemonstration(
  rooms: { organisations: Organisations; accounts: Accounts; templates: Templates },
  now: Instant,
): Promise<boolean> {
  const { organisations, accounts, templates } = rooms
  if (!(await organisations.isEmpty())) return false
  must(await organisations.createOrganisation(ACME_ID, acme, SEED, now))
  must(
    await organisations.setLogo(
      ACME_ID,
      { type: 'image/svg+xml', bytes: new TextEncoder().encode(LOGO) },
      SEED,
      now,
    ),
  )
  const accountTemplate = await accounts.createTemplate(
    ACME_ID,
    {
      name: 'Everybody',
      deviceLimit: 5,
      atLimit: 'refuse',
      defaultOwnership: 'inherit',
      locale: 'en',
      // Everything, so that everything can be tried.
      permissions: [...PERMISSIONS],
      groups: [],
    },
    SEED,
    now,
  )
  const platforms: Partial<Record<Platform, string>> = {}
  for (const [platform, sketch] of Object.entries(sketches) as [Platform, Sketch][]) {
    const template = {
      platform,
      name: sketch.name,
      settings: {
        wifi: [
          {
            ssid: 'Acme Devices',
            security: 'wpa2' as const,
            hidden: false,
            autoJoin: true,
            passphrase: 'demonstration only',
          },
        ],
        webLinks: [{ label: 'Acme intranet', url: 'https://intranet.acme.example/' }],
        agentApp: sketch.app,
        passcode: { required: true, minLength: 6 },
        policies: { agent_pin_required: true, offline_days: 7 },
      },
      instructions: sketch.instructions,
      notes: sketch.notes ?? null,
      ownership: { default: sketch.ownership, choosable: sketch.choosable },
      reports: sketch.reports,
      checkInSeconds: DEFAULT_CHECK_IN_SECONDS,
    }
    platforms[platform] = must(await templates.createTemplate(ACME_ID, template, SEED, now)).id
  }
  await organisations.configureOrganisation(
    ACME_ID,
    { accountTemplateId: accountTemplate.id, platforms },
    SEED,
    now,
  )
  // Last, because the service's row says that the database is no longer empty.
  must(
    await organisations.configureService(
      {
        enabled: true,
        defaultOrganisationId: ACME_ID,
        provisionCodeSeconds: 600,
        ownersMayProvision: true,
        logDeviceFacts: true,
        androidSmsCode: false,
        dailyMessages: null,
        derivedCredentialUrl: null,
        helpdesk: acme.helpdesk,
      },
      SEED,
      now,
    ),
  )
  return true
}

function must<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`the demonstration is not accepted: ${JSON.stringify(result.error)}`)
  return result.value
}
