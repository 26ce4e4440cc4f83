import type { apiKeys as english } from '../en/api-keys.ts'

export const apiKeys: typeof english = {
  title: 'Klíče API',
  make: 'Vytvořit klíč …',
  caption: 'Klíče API',
  columns: {
    name: 'Klíč',
    scopes: 'Smí',
    state: 'Stav',
    made: 'Vytvořen',
    used: 'Použit',
    ends: 'Končí',
    act: 'Co lze udělat',
  },
  hint: (end) => `končí na ${end}`,
  states: { active: 'Aktivní', ended: 'Skončil', revoked: 'Odvolán' },
  madeBy: (name) => `vytvořil účet ${name}`,
  never: 'Zatím ne',
  noEnd: 'Bez konce',
  revokeLink: 'Odvolat …',
  revokeLabel: (name) => `Odvolat klíč ${name}`,
  scopes: {
    security_strings: {
      short: 'Ověřovat bezpečnostní řetězce',
      label: 'Ověřovat bezpečnostní řetězce',
      detail: 'Zeptat se, zda je řetězec, který někdo čte nebo zadává, ten pravý, a spotřebovat ho.',
    },
  },
  empty: {
    text: 'Zatím tu žádné klíče nejsou. Vytvořte po jednom pro každý ze svých systémů, který se této služby ptá, například pro bránu VPN nebo nástroj helpdesku, který ověřuje bezpečnostní řetězce.',
    act: 'Vytvořit první klíč',
  },
  nothingMore: 'Další klíče už nejsou.',
  usage: {
    title: 'Ověření bezpečnostního řetězce',
    lead: 'Pošlete klíč s e-mailovou adresou člověka, pozicí a řetězcem. Správný řetězec platí jednou; po deseti chybných přestanou řetězce zařízení platit.',
  },
  form: {
    title: 'Vytvořit klíč',
    lead: 'Jeden klíč pro každý systém: tak vidíte, který z nich ho používá, a můžete jeden ukončit bez ostatních.',
    name: 'Název',
    nameHint: 'Co ho používá, například: brána VPN.',
    scopes: 'Co smí',
    endsOn: 'Poslední den',
    endsOnHint: 'Klíč skončí s tímto dnem (UTC). Bez data platí, dokud ho neodvoláte.',
    submit: 'Vytvořit klíč',
  },
  made: {
    title: 'Váš nový klíč',
    once: 'Klíč si teď zkopírujte. Zobrazí se jen jednou a nikde se neukládá.',
    key: (name) => `Klíč pro ${name}`,
    keep: 'Uložte ho tam, kde má váš systém svá tajemství. Když se ztratí nebo ho mohl vidět někdo jiný, odvolejte ho a vytvořte další.',
    back: 'Mám ho zkopírovaný',
  },
  revoke: {
    title: (name) => `Odvolat klíč ${name}`,
    consequences: [
      'Cokoli tento klíč používá, bude od této chvíle odmítnuto.',
      'Bezpečnostní řetězce a zařízení zůstávají, jak jsou; vaše ostatní klíče fungují dál.',
      'Tohle nejde vzít zpět. Nový klíč můžete vytvořit kdykoli.',
    ],
    act: 'Odvolat klíč',
  },
}
