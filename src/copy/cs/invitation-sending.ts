import type { invitationSending as english } from '../en/invitation-sending.ts'
import { plural } from '../plural.ts'

/** After "for": accusative. */
const forPeople = (count: number) =>
  plural('cs', count, { one: `${count} člověka`, few: `${count} lidi`, other: `${count} lidí` })
/** After "to": dative. */
const toPeople = (count: number) =>
  plural('cs', count, { one: `${count} člověku`, few: `${count} lidem`, other: `${count} lidem` })

export const invitationSending: typeof english = {
  title: 'Pozvat lidi',
  lead: 'Určete koho. Než se cokoli odešle, všechno uvidíte.',
  parts: 'Jak určit koho',
  tabs: { addresses: 'Adresy', accounts: 'Účty', csv: 'Soubor CSV' },
  addresses: {
    title: 'Napište nebo vložte adresy',
    lead: 'Kdo nemá účet, dostane ho, se šablonou pro nové účty.',
    label: 'E-mailové adresy',
    hint: 'Jedna na řádek, nebo oddělené čárkami. „Ada Lovelace <ada@company.example>“ přinese i jméno.',
    submit: 'Zkontrolovat',
  },
  accounts: {
    title: 'Vyberte účty',
    lead: 'Zaškrtněte ty, které máte na mysli, nebo vezměte všechny, které odpovídají.',
    search: 'Jméno nebo adresa začíná na',
    group: 'Skupina',
    state: 'Stav',
    unprovisioned: 'Zatím bez zařízení',
    unprovisionedAll: 'Všichni',
    unprovisionedOnly: 'Jen kdo ještě nemá zařízení',
    caption: 'Účty k výběru',
    columns: { name: 'Jméno', state: 'Stav', groups: 'Skupiny', devices: 'Zařízení' },
    empty: 'Zatím tu nikdo není. Napište místo toho adresy: účty k nim vzniknou samy.',
    nothingFound: 'Nikdo neodpovídá. Zkuste méně písmen, nebo zrušte filtry.',
    submit: 'Pozvat zaškrtnuté',
    all: 'Pozvat všechny odpovídající',
    nobody: 'Nejdřív někoho zaškrtněte, nebo vezměte všechny, kdo odpovídají.',
  },
  csv: {
    title: 'Použijte soubor CSV',
    lead: (rows) =>
      `Jak ho ukládají tabulkové programy, se stejnými sloupci jako import účtů. ${plural('cs', rows, {
        one: `Nejvýše ${rows} řádek`,
        few: `Nejvýše ${rows} řádky`,
        other: `Nejvýše ${rows} řádků`,
      })}.`,
    file: 'Soubor CSV',
    fileHint: 'Nejvýše 900 kB. První řádek pojmenovává sloupce; být tam musí jen „address“.',
    paste: 'Nebo ho vložte sem',
    columns: 'Jaké sloupce existují',
    submit: 'Zkontrolovat',
  },
  problems: {
    nothing: 'Zadejte adresu, jednu na řádek.',
    nothingCsv: 'Vyberte soubor, nebo vložte několik řádků.',
    too_large: 'Je to víc než 900 kB. Rozdělte to do několika souborů.',
    not_text: 'Tohle není soubor CSV. V tabulkovém programu ho uložte jako CSV (UTF-8).',
    empty: 'Nikdo v něm není. Pod názvy sloupců musí být nějaký řádek.',
    too_many_rows: (rows) => `Překročen limit lidí (${rows}). Rozdělte je do několika odeslání.`,
    no_address_column: 'První řádek musí pojmenovat sloupce a jeden z nich se musí jmenovat address.',
    column_twice: 'Některý sloupec je tam dvakrát. Nechte jen jeden.',
    setup_closed:
      'Nastavování zařízení je vypnuté, takže nikoho pozvat nejde. Zapněte ho v části Nastavení zařízení.',
  },
  check: {
    title: 'Nejdřív zkontrolujte',
    lead: 'Zatím se nic neodeslalo.',
    counts: {
      invited: 'Dostanou pozvánku',
      new: 'Zatím bez účtu',
      superseded: 'Mají jinou, ta skončí',
      error: 'Nelze pozvat',
    },
    recoded: 'Soubor nebyl v UTF-8. Zkontrolujte, zda jsou správně písmena jako é a ř.',
    ignored: (names) => `Tyto sloupce se nečtou: ${names}.`,
    moved: 'Od vaší kontroly se něco změnilo. Teď by se stalo toto: podívejte se znovu a pak odešlete.',
    edited: 'S vašimi změnami by se stalo toto: podívejte se znovu a pak odešlete.',
    errorsLeft: 'Některé lidi pozvat nejde. Opravte jejich adresy, nebo zvolte, že se vynechají.',
    nobody: 'Zatím nejde pozvat nikoho. Opravte adresy níže, nebo se vraťte.',
    skip: (count) =>
      plural('cs', count, {
        one: 'Vynechat toho, koho pozvat nejde',
        few: `Vynechat ${count} lidi, které pozvat nejde`,
        other: `Vynechat ${count} lidí, které pozvat nejde`,
      }),
    supersedes: (count) =>
      plural('cs', count, {
        one: 'Jeden člověk má pozvánku, která ještě platí. Její odkaz, QR kód a PIN skončí odesláním nové; zařízení zůstávají.',
        few: `${count} lidé mají pozvánku, která ještě platí. Jejich odkazy, QR kódy a PINy skončí odesláním nových; zařízení zůstávají.`,
        other: `${count} lidí má pozvánku, která ještě platí. Jejich odkazy, QR kódy a PINy skončí odesláním nových; zařízení zůstávají.`,
      }),
    channel: 'Jak se k nim dostane?',
    channelDetails: {
      email: 'Odkaz, QR kód a PIN, v jazyce daného člověka',
      sms: 'Krátký text s odkazem; účet musí mít telefonní číslo',
      none: 'Žádná zpráva se neposílá: QR kód, odkaz a PIN předáte sami',
    },
    words: 'Přečíst si text, který se odešle',
    send: (count) => `Odeslat ${toPeople(count)}`,
    make: (count) => `Vytvořit pozvánky pro ${forPeople(count)}`,
    again: 'Zkontrolovat znovu',
    back: 'Zpět na výběr',
    table: 'Koho se to týká',
    tableErrors: 'Koho pozvat nejde',
    columns: { address: 'Adresa', outcome: 'Co se stane' },
    fieldLabel: (line) => `Adresa v řádku ${line}`,
    line: (line) => `Řádek ${line}`,
    many: (count, shown) =>
      `${plural('cs', count, {
        one: `Je to ${count} člověk`,
        few: `Jsou to ${count} lidé`,
        other: `Je to ${count} lidí`,
      })}. Vypsaní jsou jen ti, které pozvat nejde${shown > 0 ? ` (${plural('cs', shown, { one: 'první', few: `první ${shown}`, other: `prvních ${shown}` })})` : ''}.`,
    editHint: 'Adresy tu lze před odesláním změnit. Vyprázdněné se vynechají.',
    kinds: { known: 'Pozvaný', supersedes: 'Dostane novou', new: 'Nový účet', error: 'Nelze pozvat' },
    to: (recipient) => `na ${recipient}`,
    problems: {
      deleted: 'Tato adresa patří k účtu, který byl smazán.',
      disabled: 'Účet je vypnutý. Nejdřív ho zapněte.',
      unapproved: 'Účet čeká na schválení. Nejdřív ho schvalte.',
      no_phone: 'Chybí telefonní číslo. Doplňte ho k účtu, nebo pošlete pozvánku e-mailem.',
      taken: 'Tato adresa patří někomu jinému.',
      overfull: 'Buněk je víc než sloupců. Podívejte se, zda nechybí uvozovka.',
    },
    duplicate: (line) => `Tento člověk už je v řádku ${line}.`,
    columnIs: (column) => `${column}:`,
  },
  job: {
    title: 'Pozvánky se odesílají',
    titleDone: 'Pozvánky odeslány',
    titleNone: 'Pozvánky se vytvářejí',
    titleNoneDone: 'Pozvánky vytvořeny',
    lead: 'Pokračuje to samo: stránku můžete zavřít a vrátit se. Každých pár sekund ukáže, jak je to daleko.',
    leadDone: 'Na všechny se dostalo.',
    progress: 'Průběh',
    of: (settled, total) => `${settled} z ${total}`,
    counts: { done: 'Pozváno', waiting: 'Zbývá', failed: 'Selhalo', skipped: 'Vynecháno' },
    started: 'Začalo {time}, {channel}',
    finished: 'Skončilo {time}',
    byChannel: { email: 'e-mailem', sms: 'přes SMS', none: 'bez zprávy' },
    show: 'Zobrazit tyto pozvánky',
    refresh: 'Načíst znovu',
    problems: { failed: 'Kdo pozvánku nedostal, protože něco selhalo', skipped: 'Kdo byl vynechán' },
    columns: { person: 'Člověk', reason: 'Proč', when: 'Kdy' },
    reasons: {
      account_disabled: 'Účet byl mezitím vypnut. Zapněte ho a pak pozvěte znovu.',
      account_unapproved: 'Účet čeká na schválení. Schvalte ho a pak pozvěte znovu.',
      account_gone: 'Účet už není.',
      organisation_off: 'Nastavování zařízení bylo vypnuté. Zapněte ho a pak pozvěte znovu.',
      no_phone: 'Chybí telefonní číslo. Doplňte ho, nebo pozvěte e-mailem.',
      gave_up: 'Po několika pokusech se to nepodařilo. Pozvěte znovu.',
    },
    unknownReason: 'Důvod není známý. Pozvěte znovu.',
    none: 'Nikdo.',
    delivery: 'Pozváno znamená, že zpráva je na cestě. Zda dorazila, uvidíte v seznamu.',
  },
}
