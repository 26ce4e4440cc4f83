import type { portal as english } from '../en/portal.ts'
import { plural } from '../plural.ts'

export const portal: typeof english = {
  title: 'Moje zařízení',
  setUp: 'Nastavit zařízení',
  caption: 'Moje zařízení',
  agent: 'Zařízení s aplikací agenta',
  statuses: {
    unresponsive: 'Neodpovídá',
    invited: 'Pozváno',
    pending: 'Čeká',
    active: 'Aktivní',
    retired: 'Vyřazeno',
    wiped: 'Vymazáno',
    replaced: 'Nahrazeno',
    deleted: 'Odebráno',
  },
  reasons: {
    silent: 'Naposledy se ozvalo {time}. Zapněte ho, připojte a otevřete jeho aplikaci.',
    permissions: (names) => `Jeho aplikace přišla o oprávnění: ${names}. Povolte to v nastavení zařízení.`,
    waiting: 'Čeká se na první ohlášení.',
    waitingCertificate: 'Čeká se, až si stáhne certifikát.',
    toDownload: 'Jeho profil ještě není stažený.',
    delivered: 'Jeho profil byl stažen {time}. Nainstalujte ho v nastavení zařízení.',
    said: 'Samo se neohlašuje: podle vás je nainstalováno.',
    once: 'Když se nastavovalo, sdělilo, co je zač, a od té doby se neohlašuje.',
    ended: 'Skončilo {time}.',
  },
  endings: {
    never_finished: 'Jeho nastavení nebylo dokončeno.',
    abandoned: 'Jeho nastavení nebylo dokončeno.',
    key_in_use: 'Jeho klíč patří zařízení jiného účtu.',
    account_deleted: 'Účet byl smazán.',
  } as Record<string, string>,
  seen: 'Poslední ohlášení',
  neverSeen: 'zatím žádné',
  ownership: 'Patří',
  company: (organisation) => organisation,
  personal: 'vám',
  goOn: 'Pokračovat v nastavení',
  open: (count) =>
    plural('cs', count, {
      one: 'Máte otevřený jeden kód, který ještě žádné zařízení nepoužilo.',
      few: `Máte otevřené ${count} kódy, které ještě žádné zařízení nepoužilo.`,
      other: `Máte otevřených ${count} kódů, které ještě žádné zařízení nepoužilo.`,
    }),
  openLink: 'Ukázat, co je otevřené',
  empty: {
    title: 'Zatím není nastavené žádné zařízení.',
    may: 'Nastavte si tu telefon, tablet nebo počítač: zabere to pár minut a každé zařízení se na této stránce objeví samo.',
    mayNot:
      'Zařízení tu pro vás nastavují jiní. Požádejte helpdesk o pozvánku a objeví se na této stránce sama.',
  },
  noneHere: 'Na této stránce žádná nejsou. Další stránka se dívá dál do minulosti.',
  showEnded: 'Zobrazit zařízení, která skončila',
  endedTitle: 'Zařízení, která skončila',
  endedLead: 'Už se neobsluhují. Co se s kterým stalo, zůstává tady.',
  endedEmpty: 'Žádné zařízení neskončilo.',
  changed: 'Vaše zařízení se změnila.',
}
