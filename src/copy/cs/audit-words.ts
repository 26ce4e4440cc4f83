import type { auditWords as english } from '../en/audit-words.ts'
import { plural } from '../plural.ts'
import { auditFacts } from './audit-facts.ts'

type Told = Parameters<(typeof english.actions)['device.confirmed']>[0]

/** Names cannot be inflected, so they follow a colon or stand as the subject. */
const whose = ({ person }: Told) => (person ? `: ${person}` : '')
const on = ({ platform }: Told) => (platform ? ` (${platform})` : '')
/** "Zařízení (Android)", neuter like every sentence about it. */
const device = ({ platform }: Told) => (platform ? `Zařízení (${platform})` : 'Zařízení')
const called = ({ name }: Told) => (name ? ` „${name}“` : '')
const because = ({ reason }: Told) => (reason ? ` – ${reason}` : '')
const facts = ({ word }: Told) => {
  const told = [word('model'), word('osVersion')].filter((one) => one !== '')
  return told.length > 0 ? ` (${told.join(', ')})` : ''
}
const how = ({ word }: Told) => ways[word('by')] ?? ''
const ways: Record<string, string> = {
  email: ' kódem z e-mailu',
  passkey: ' přístupovým klíčem',
  oidc: ' přes přihlášení organizace',
}
const times = ({ count }: Told) => (count > 1 ? `, ${count}×` : '')
const tries = ({ word }: Told) =>
  plural('cs', Number(word('tries')), {
    one: `po ${word('tries')} chybném pokusu`,
    few: `po ${word('tries')} chybných pokusech`,
    other: `po ${word('tries')} chybných pokusech`,
  })

const via = ({ word }: Told) =>
  word('channel') === 'sms' ? ', odeslána jako SMS' : word('channel') === 'email' ? ', odeslána e-mailem' : ''

/** What devices are asked to do. */
const commands: Record<string, string> = {
  lock: 'zamknout',
  unlock: 'odemknout',
  ring: 'prozvonit',
  locate: 'lokalizovat',
  wipe: 'vymazat',
  retire: 'odstranit, co přinesla organizace',
}
const command = ({ word }: Told) => commands[word('command')] ?? word('command')
const role = ({ word }: Told) => (word('role') === 'supervisor' ? 'hlavní správce' : 'správce')

export const auditWords: typeof english = {
  reasons: {
    unknown_secret: 'odkaz není od nás',
    no_living_code: 'nebyl žádný použitelný kód',
    wrong_pin: 'PIN byl chybný',
    pin_locked: 'PINy byly uzamčené',
    pin_closed: 'PIN k tomu odkazu byl uzamčený',
    used: 'kód už byl použit',
    expired: 'platnost kódu vypršela',
    superseded: 'kód nahradil novější',
    revoked: 'kód byl zrušen',
    window_closed: 'zařízení bylo nastavené už dávno',
    device_limit_reached: 'byl dosažen limit zařízení',
    setup_disabled: 'nastavování zařízení bylo vypnuté',
    key_in_use: 'zařízení už patří k jinému účtu',
    no_identity: 'šablona nepřináší certifikát',
  },
  refusals: {
    wrong: 'chybná hodnota',
    used: 'už jednou použito',
    ended: 'platnost skončila, nebo už jednou použito',
    counter: 'mohlo jít o kopii',
    too_many_failures: 'příliš mnoho chybných pokusů',
  },
  actions: {
    'service.configured': () => 'Nastavení služby změněno',
    'organisation.created': (it) => `Organizace${called(it)} vytvořena`,
    'organisation.configured': () => 'Nastavení zařízení změněno',
    'organisation.switched_on': () => 'Organizace zapnuta',
    'organisation.switched_off': () => 'Organizace vypnuta',
    'setup.switched_on': () => 'Nastavování zařízení zapnuto',
    'setup.switched_off': () => 'Nastavování zařízení vypnuto',
    'account_template.created': (it) => `Šablona účtu${called(it)} vytvořena`,
    'account_template.changed': (it) => `Šablona účtu${called(it)} změněna`,
    'account_template.archived': (it) => `Šablona účtu${called(it)} archivována`,
    'account_template.restored': (it) => `Šablona účtu${called(it)} obnovena`,
    'device_template.created': (it) => `Šablona zařízení${called(it)} vytvořena${on(it)}`,
    'device_template.changed': (it) => `Šablona zařízení${called(it)} změněna${on(it)}`,
    'device_template.archived': (it) => `Šablona zařízení${called(it)} archivována${on(it)}`,
    'device_template.restored': (it) => `Šablona zařízení${called(it)} obnovena${on(it)}`,
    'email_exception.added': () => 'Přidána výjimka z e-mailového pravidla',
    'email_exception.removed': () => 'Odebrána výjimka z e-mailového pravidla',
    'logo.changed': () => 'Logo změněno',
    'oidc.configured': () => 'Přihlašování přes OpenID Connect změněno',
    'account.registered': (it) => `Adresa ověřena a účet zaregistrován${whose(it)}`,
    'account.completed': (it) => `Údaje o sobě vyplněny${whose(it)}`,
    'account.added': (it) => `Účet přidán${whose(it)}`,
    'account.changed': (it) => `Účet změněn${whose(it)}`,
    'account.role_changed': (it) => `Role změněna${whose(it)}`,
    'account.approved': (it) => `Účet schválen${whose(it)}`,
    'account.disabled': (it) => `Účet vypnut${whose(it)}`,
    'account.enabled': (it) => `Účet zapnut${whose(it)}`,
    'account.reprovisioned': (it) => `Odeslán nový kód pro nastavení${on(it)}${whose(it)}`,
    'accounts.imported': (it) =>
      `Účty importovány: přidáno ${it.word('added')}, změněno ${it.word('changed')}`,
    'accounts.exported': () => 'Účty exportovány',
    'manager.invited': (it) => `Pozvánka do role ${role(it)}${whose(it)}`,
    'manager.removed': (it) => `Role ${role(it)} odebrána${whose(it)}`,
    'session.started': (it) => `Přihlášení${how(it)}${whose(it)}`,
    'session.ended': (it) => `Odhlášení${whose(it)}`,
    'recovery.issued': (it) => `Vystaven odkaz pro obnovení${whose(it)}`,
    'recovery.used': (it) => `Použit odkaz pro obnovení${whose(it)}`,
    'recovery.refused': (it) => `Odkaz pro obnovení odmítnut${because(it)}`,
    'bootstrap.used': (it) => `První hlavní správce${whose(it)}`,
    'bootstrap.refused': (it) => `Zaváděcí tajemství odmítnuto${because(it)}`,
    'passkey.added': (it) => `Přístupový klíč${called(it)} přidán${whose(it)}`,
    'passkey.renamed': (it) => `Přístupový klíč${called(it)} přejmenován${whose(it)}`,
    'passkey.removed': (it) => `Přístupový klíč${called(it)} odebrán${whose(it)}`,
    'passkey.refused': (it) => `Přístupový klíč odmítnut${whose(it)}${because(it)}`,
    'identity.bound': (it) => `Účet propojen s přihlášením organizace${whose(it)}`,
    'provision_code.created': (it) => `Kód pro nastavení vytvořen${on(it)}${whose(it)}`,
    'provision_code.opened': (it) => `Odkaz pro nastavení otevřen${on(it)}${whose(it)}`,
    'provision_code.superseded': (it) => `Kód pro nastavení nahrazen novějším${on(it)}${whose(it)}`,
    'provision_code.revoked': (it) => `Kód pro nastavení zrušen${on(it)}${whose(it)}`,
    'provision_code.expired': (it) => `Kód pro nastavení vypršel bez použití${on(it)}${whose(it)}`,
    'pin.locked': (it) =>
      it.word('door') === 'url'
        ? `PIN k jednomu odkazu uzamčen ${tries(it)}${whose(it)}`
        : `PINy uzamčeny ${tries(it)}${whose(it)}`,
    'pin.renewed': (it) => `Nový PIN vytvořen${on(it)}${whose(it)}`,
    'device.provisioned': (it) => `${device(it)} úspěšně nastaveno${facts(it)}${whose(it)}`,
    'device.provisioning_failed': (it) => `Nastavení selhalo${whose(it)}${because(it)}${times(it)}`,
    'device.confirmed': (it) =>
      it.word('by') === 'owner'
        ? `Instalace potvrzena uživatelem, zařízení je aktivní${on(it)}${whose(it)}`
        : `${device(it)} se poprvé ohlásilo a je aktivní${whose(it)}`,
    'device.handed_over': (it) => `Nastavení pokračovalo jinde${on(it)}${whose(it)}`,
    'device.replaced': (it) => `Zařízení nahrazeno jiným${whose(it)}`,
    'device.abandoned': (it) => `Nastavení nebylo dokončeno, místo je volné${on(it)}${whose(it)}`,
    'profile.delivered': (it) => `Profil stažen${on(it)}${whose(it)}`,
    'theft.suspected': (it) =>
      it.word('by') === 'credential'
        ? `Někdo zkusil přihlašovací údaje zařízení bez jeho klíče${on(it)}${whose(it)}`
        : `Někdo jiný zkusil už použitý kód${whose(it)}`,
    'audit.exported': () => 'Audit exportován',
    'message.retried': (it) =>
      it.count > 1
        ? plural('cs', it.count, {
            one: `${it.count} zpráva znovu zařazena k odeslání`,
            few: `${it.count} zprávy znovu zařazeny k odeslání`,
            other: `${it.count} zpráv znovu zařazeno k odeslání`,
          })
        : 'Zpráva znovu zařazena k odeslání',
    'dead_letter.retried': () => 'Ztracená zpráva znovu zařazena k odeslání',
    'dead_letter.dropped': () => 'Ztracená zpráva zahozena',
    'authority.created': () => 'Certifikační autorita vytvořena',
    'authority.rotated': () => 'Certifikační autorita vyměněna: vystavuje nová',
    'signer.changed': () => 'Certifikát k podepisování profilů nahrán',
    'signer.removed': () => 'Certifikát k podepisování profilů odebrán',
    'certificate.issued': () => 'Certifikát vystaven',
    'certificate.revoked': () => 'Certifikát odvolán',
    'outbox.retried': (it) => `Čekající změny zkoušeny znovu${whose(it)}`,
    'session.replayed': (it) => `Po obnově: změny znovu předány databázi${whose(it)}`,
    'sessions.replayed': () => 'Po obnově: účty porovnány s databází',
    'invitation.created': (it) => `Pozvánka vytvořena${via(it)}${whose(it)}`,
    'invitation.fetched': (it) => `Odkaz z pozvánky načten, možná kontrolou pošty${whose(it)}`,
    'invitation.opened': (it) => `Pozvánka otevřena${whose(it)}`,
    'invitation.accepted': (it) => `Pozvánka přijata${whose(it)}`,
    'invitation.superseded': (it) => `Pozvánka nahrazena novější${whose(it)}`,
    'invitation.revoked': (it) => `Pozvánka deaktivována${whose(it)}`,
    'invitation.expired': (it) => `Pozvánka vypršela${whose(it)}`,
    'invitation.credentials_shown': (it) => `Přístupové údaje pozvánky zobrazeny${whose(it)}`,
    'invitation.reminders_changed': (it) => `Připomínky změněny${whose(it)}`,
    'invitations.sent': () => 'Pozvánky odeslány',
    'device.deleted': (it) => `${device(it)} smazáno${whose(it)}`,
    'device.retired': (it) => `${device(it)} vyřazeno${whose(it)}`,
    'device.renewed': (it) => `Odeslán e-mail k obnovení spojení${on(it)}${whose(it)}`,
    'device.noted': (it) => `Poznámka k zařízení změněna${whose(it)}`,
    'device.unresponsive': (it) => `${device(it)} přestalo odpovídat${whose(it)}${because(it)}`,
    'device.responsive': (it) => `${device(it)} znovu odpovídá${whose(it)}`,
    'devices.exported': () => 'Seznam zařízení exportován',
    'message.bounced': (it) => `Zpráva se vrátila${whose(it)}${because(it)}`,
    'message_template.changed': (it) => `Znění zpráv${called(it)} změněno`,
    'message_template.reset': (it) => `Znění zpráv${called(it)} vráceno na výchozí`,
    'device.renamed': (it) => `${device(it)} přejmenováno${it.name ? ` na „${it.name}“` : ''}${whose(it)}`,
    'device.ownership_changed': (it) => `Vlastnictví zařízení změněno${on(it)}${whose(it)}`,
    'device.wiped': (it) => `${device(it)} vymazáno${whose(it)}`,
    'command.queued': (it) => `${device(it)} dostává požadavek „${command(it)}“${whose(it)}`,
    'command.done': (it) => `${device(it)} splnilo požadavek „${command(it)}“${whose(it)}`,
    'command.failed': (it) => `${device(it)} nesplnilo požadavek „${command(it)}“${whose(it)}`,
    'command.expired': (it) => `${device(it)} včas neodpovědělo na požadavek „${command(it)}“${whose(it)}`,
    'command.cancelled': (it) => `Požadavek „${command(it)}“ zrušen${on(it)}${whose(it)}`,
    'passcode_reset.issued': (it) => `Vytvořen PIN k resetování kódu${on(it)}${whose(it)}`,
    'passcode_reset.used': (it) => `Kód zabezpečených aplikací resetován${on(it)}${whose(it)}`,
    'passcode_reset.refused': (it) => `PIN k resetování kódu byl chybný${times(it)}${whose(it)}`,
    'security_strings.issued': (it) => `Zařízení si stáhlo bezpečnostní řetězce${whose(it)}`,
    'security_strings.used': (it) => `Bezpečnostní řetězec použit${whose(it)}`,
    'security_strings.refused': (it) => `Bezpečnostní řetězec odmítnut${whose(it)}${because(it)}`,
    'security_strings.voided': (it) => `Bezpečnostní řetězce přestaly platit${whose(it)}${because(it)}`,
    'api_key.created': (it) => `Klíč API${called(it)} vytvořen`,
    'api_key.revoked': (it) => `Klíč API${called(it)} odvolán`,
    'derived_credential.started': (it) => `Vyžádány odvozené přihlašovací údaje${on(it)}${whose(it)}`,
    'derived_credential.issued': (it) => `Vystaveny odvozené přihlašovací údaje${on(it)}${whose(it)}`,
    'derived_credential.failed': (it) => `Odvozené přihlašovací údaje nebyly vystaveny${on(it)}${whose(it)}`,
    'user_certificate.added': (it) => `Certifikát${called(it)} přidán${whose(it)}`,
    'user_certificate.removed': (it) => `Certifikát${called(it)} smazán${whose(it)}`,
    'account.exported': (it) => `Vlastní data stažena${whose(it)}`,
    'account.deletion_asked': (it) => `Žádost o smazání účtu${whose(it)}`,
    'account.deletion_withdrawn': (it) => `Žádost o smazání účtu vzata zpět${whose(it)}`,
    'account.deleted': (it) => `Účet smazán: ${it.person || it.word('account')}`,
    'device_link.allowed': (it) => `Žádost zařízení${called(it)} povolena${whose(it)}`,
    'device_link.denied': (it) => `Žádost zařízení${called(it)} odmítnuta${whose(it)}`,
  },
  ...auditFacts,
}
