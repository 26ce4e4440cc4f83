import type { restoring as english } from '../en/restoring.ts'

/** See `../en/restoring.ts`. */
export const restoring: typeof english = {
  title: 'Po obnově',
  lead: 'Vrátila se databáze do dřívějšího stavu, nebo se ztratily relace nastavení? Pak porovnejte každý účet s jeho relací: co se od té doby stalo, se databázi předá znovu. Kde se obě shodují, nic se nezmění. Nejprve si přečtěte „Restore“ v provozní příručce.',
  act: 'Porovnat všechny účty',
  begun: 'Všechny účty se porovnávají. Výsledek uvidíte na této stránce.',
  working: 'Začalo {time}.',
  never: 'Zatím se to neudělalo.',
  last: 'Naposledy porovnáno {time}:',
  counts: {
    accounts: 'Účty',
    changed: 'Předáno znovu',
    madeAnew: 'Začato znovu',
    deleted: 'Znovu smazáno',
    unknown: 'Neznámá zařízení',
    unanswered: 'Bez odpovědi',
  },
}
