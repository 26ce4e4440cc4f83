import type { messages as english } from '../en/messages.ts'
import { plural } from '../plural.ts'

export const messages: typeof english = {
  title: 'Zprávy',
  lead: 'Vše, co odešlo lidem vaší organizace, od nejnovějšího.',
  nav: 'Zprávy',
  pages: { sent: 'Odeslané zprávy', words: 'Znění zpráv' },
  counts: { failed: 'Nezdařené', queued: 'Čekající' },
  counted: (count, more) => (more ? `${count}+` : String(count)),
  list: {
    caption: 'Zprávy',
    search: 'Adresa nebo číslo začíná na',
    state: 'Stav',
    columns: { to: 'Komu', message: 'Zpráva', state: 'Stav', tries: 'Pokusy', when: 'Napsána' },
    searched: 'Řazené podle adresy; u každé je první nejnovější.',
    empty: 'Zatím se nic neodeslalo. Pozvěte lidi a každá zpráva pro ně bude tady.',
    nothingFound: 'Žádná zpráva neodpovídá. Hledejte začátek adresy, nebo zrušte filtry.',
    cutShort: 'Tato stránka je krátká, protože prohlížených zpráv odpovídá jen málo. Další mohou následovat.',
  },
  kinds: {
    theft_signal: 'Odkaz zkusil někdo jiný',
    provision_code: 'Kód pro nastavení',
    approved: 'Registrace schválena',
    manager_invited: 'Role správce',
    alarm: 'Výstraha',
    invitation: 'Pozvánka',
    reminder: 'Připomínka',
    renewal: 'Obnovení spojení',
  },
  channels: { email: 'e-mail', sms: 'SMS' },
  states: {
    queued: 'čeká',
    sent: 'odeslána',
    failed: 'nezdařila se',
    obsolete: 'už není potřeba',
  },
  reasons: {
    suppressed: {
      what: 'Z adresy se už dřív něco vrátilo, nebo přišla stížnost.',
      next: 'Požádejte člověka o jinou adresu a pozvěte ho na ni.',
    },
    not_allowed: {
      what: 'Poskytovatel nám na tuto adresu posílat nedovolí.',
      next: 'Řekněte to provozovateli této služby; je to nastavení u poskytovatele.',
    },
    rejected: {
      what: 'Přijímající server ji nepřijal.',
      next: 'Zkontrolujte, zda v adrese není překlep, opravte ji a pošlete zprávu znovu.',
    },
    over_quota: {
      what: 'Byl dosažen limit odesílání u poskytovatele.',
      next: 'Pošlete ji znovu zítra, nebo požádejte provozovatele této služby o vyšší limit.',
    },
    unavailable: {
      what: 'Poskytovatel neodpověděl.',
      next: 'Pošlete ji znovu. Pokud se to bude opakovat, řekněte to provozovateli této služby.',
    },
    sender_not_ready: {
      what: 'Doména odesílatele není u poskytovatele nastavená.',
      next: 'Řekněte to provozovateli této služby: dokud to nebude hotové, žádná zpráva neodejde.',
    },
    malformed: {
      what: 'Zprávu se nepodařilo vytvořit.',
      next: 'Podívejte se na vlastní znění této zprávy a na jméno člověka nebo název zařízení v ní.',
    },
    bounced: {
      what: 'Byla převzata a vrátila se.',
      next: 'Schránka neexistuje, nebo je plná. Požádejte člověka o jinou adresu.',
    },
    complained: {
      what: 'Příjemce ji označil za nevyžádanou.',
      next: 'Než pošlete další, promluvte si s ním.',
    },
    capped: {
      what: 'Člověk, vaše organizace nebo služba už mají pro tuto chvíli svůj díl vyčerpaný.',
      next: 'Pošlete ji znovu později, nebo v Nastavení zařízení zvyšte denní limit.',
    },
    no_sms: {
      what: 'Tato služba neposílá SMS.',
      next: 'Pošlete ji raději e-mailem, nebo požádejte provozovatele této služby o SMS.',
    },
    switched_off: {
      what: 'Vaše organizace nebo služba byla vypnutá.',
      next: 'Až bude zase zapnutá, pošlete ji znovu.',
    },
    grant_ended: {
      what: 'Co přinášela, skončilo dřív, než odešla.',
      next: 'Není třeba nic dělat; možná ji nahradila novější.',
    },
  } as Record<string, { what: string; next: string }>,
  unknownReason: {
    what: 'Důvod není známý.',
    next: 'Pošlete ji znovu. Pokud se to bude opakovat, řekněte to provozovateli této služby.',
  },
  lastTry: (what) => `Poslední pokus: ${what}`,
  retry: 'Poslat znovu',
  retryAll: (days) =>
    plural('cs', days, {
      one: `Poslat znovu všechny nezdařené za poslední ${days} den`,
      few: `Poslat znovu všechny nezdařené za poslední ${days} dny`,
      other: `Poslat znovu všechny nezdařené za posledních ${days} dní`,
    }),
  done: {
    retried: 'Je znovu na cestě.',
    retried_all: 'Jsou znovu na cestě, nejvýše 500 najednou.',
    nothing: 'Nezbývá nic nedávno nezdařeného, co by se dalo poslat znovu.',
    saved: 'Uloženo. Příští zpráva odejde v tomto znění.',
    reset: 'Vráceno. Příští zpráva odejde v našem znění.',
  },
  one: {
    to: 'Komu',
    address: 'Adresa',
    invitation: 'Pozvánka',
    showInvitation: 'Zobrazit pozvánku',
    channel: 'Způsob',
    state: 'Stav',
    reason: 'Důvod',
    next: 'Co udělat',
    tries: 'Pokusy',
    due: 'Další pokus',
    secret: 'Odkazy a PINy se se zprávou nikdy neukládají: zjišťují se, až když odchází.',
    history: {
      title: 'Historie',
      caption: 'Co se s touto zprávou stalo, od nejnovějšího',
      columns: { what: 'Co', who: 'Kdo', when: 'Kdy' },
      written: 'Napsána',
      sent: 'Převzata poskytovatelem',
      failed: 'Vzdáno',
      obsolete: 'Už není potřeba',
      waiting: 'Poslední pokus',
      'message.retried': 'Znovu vyslána',
      'message.bounced': 'Vrátila se',
      service: 'služba',
    },
    others: {
      title: 'Další zprávy na tuto adresu',
      caption: 'Další zprávy na tuto adresu, od nejnovější',
      none: 'Žádné další nejsou.',
      all: 'Zobrazit všechny',
    },
  },
  words: {
    lead: 'Pozvánky, připomínky a obnovení spojení mohou mluvit vašimi slovy. Odkaz, QR kód, PIN a vysvětlení, proč zpráva přišla, se pod ně vždy doplní.',
    caption: 'Zprávy, jejichž znění můžete změnit',
    columns: { message: 'Zpráva', language: 'Jazyk', state: 'Znění', act: 'Změnit' },
    ours: 'naše',
    yours: 'vaše',
    edit: 'Změnit',
    title: (message, language) => `${message} (${language})`,
    about: {
      invitation: 'Co čte člověk, kterého zvete.',
      reminder: 'Co čtou ti, kdo si ani po vámi zvolených dnech nenastavili zařízení.',
      renewal:
        'Co čte uživatel zařízení, když s ním obnovíte spojení. Co se zařízením je, se doplní pod vaše slova.',
    },
    form: {
      title: 'Znění',
      subject: 'Předmět',
      subjectHint: 'Také nadpis e-mailu.',
      body: 'Text',
      bodyHint: 'Prázdný řádek začíná nový odstavec. Odkazy a obrázky tu nejsou možné.',
      look: 'Ukázat e-mail',
      lookHint:
        'Otevře se na jiné kartě tak, jak ho uvidí vaši lidé, s ukázkovými údaji. Nic se neodesílá ani neukládá.',
    },
    variables: {
      title: 'Co můžete vložit',
      means: {
        name: 'jméno čtenáře',
        organisation: 'vaše organizace',
        manager: 'kdo zprávu poslal',
        valid_until: 'do kdy platí odkaz a PIN',
        helpdesk: 'jak se spojit s vaším helpdeskem',
        device: 'jak se zařízení jmenuje',
      },
    },
    text: {
      title: 'Totéž jako prostý text',
      lead: 'Tohle ukážou programy, které nezobrazují formátování, s ukázkovými údaji.',
      subject: (subject) => `Předmět: ${subject}`,
      refused: 'Zobrazí se, jakmile půjde text nahoře odeslat.',
    },
    sms: {
      title: 'Jako SMS',
      lead: 'Pro ty, ke komu se dostanete přes SMS. Znění je naše: vejde se odkaz a PIN a skoro nic dalšího.',
      size: (segments, units, left) =>
        `${plural('cs', segments, {
          one: `${segments} část`,
          few: `${segments} části`,
          other: `${segments} částí`,
        })}: ${plural('cs', units, {
          one: `započten ${units} znak`,
          few: `započteny ${units} znaky`,
          other: `započteno ${units} znaků`,
        })}, ${plural('cs', left, {
          one: `vešel by se ještě ${left}`,
          few: `vešly by se ještě ${left}`,
          other: `vešlo by se ještě ${left}`,
        })}.`,
      encodings: {
        gsm7: 'Každé písmeno znají všechny telefony (GSM 03.38), 160 na jednu část.',
        ucs2: 'Některé písmeno není v GSM 03.38, takže se do jedné části vejde 70.',
      },
    },
    reset: {
      act: 'Vrátit se k našemu znění',
      detail: 'Tohle jsou vaše vlastní slova. Naše jsou uchovaná a vrátí se jedním stisknutím.',
      title: 'Vrátit se k našemu znění?',
      consequences: [
        'Váš předmět a text se odstraní a neuchovají se.',
        'Příští zpráva odejde v našem znění. Co už odešlo, zůstává, jak bylo.',
      ],
      confirm: 'Vrátit znění',
    },
  },
}
