import type { invitationLink as english } from '../en/invitation-link.ts'
import { plural } from '../plural.ts'

export const invitationLink: typeof english = {
  title: 'Nastavte si zařízení',
  lead: (organisation) => `Organizace ${organisation} vás zve k nastavení vašich zařízení.`,
  about: {
    title: 'Vaše pozvánka',
    left: (count) =>
      count === null
        ? 'Nastaví libovolný počet vašich zařízení, jedno po druhém.'
        : plural('cs', count, {
            one: `Nastaví ještě ${count} zařízení.`,
            few: `Nastaví ještě ${count} zařízení.`,
            other: `Nastaví ještě ${count} zařízení.`,
          }),
    how: 'Každé zařízení dostane konfiguraci, jakmile na této stránce vyslovíte souhlas. Předtím se nic nestane.',
    stays: 'Nastavená zařízení zůstávají, jak jsou, i když pozvánka skončí.',
  },
  ends: 'Platnost této pozvánky skončí {time}.',
  own: {
    title: 'Nastaveno v tomto prohlížeči',
    begun: 'Rozpracováno, pokračujte tady',
    delivered: 'Profil stažen, čeká na instalaci',
    active: 'Nastaveno',
  },
  which: {
    title: 'Které je to zařízení?',
    text: 'Vyberte, na čem máte tuto stránku otevřenou.',
    notOffered: (one, organisation) =>
      `Vypadá to, že tohle je ${one}. Organizace ${organisation} pro takové zařízení nic nepřipravila.`,
    elsewhere:
      'Otevřete tento odkaz na zařízení některého z těchto druhů, nebo ho vyberte, pokud jsme se spletli.',
  },
  others: {
    title: 'Jiné zařízení?',
    text: 'Otevřete na něm odkaz z pozvánky, nebo tam naskenujte její kód. Spletli jsme se a tohle je jedno z nich? Vyberte ho:',
  },
  asks: 'Než budete pokračovat',
  terms: {
    accepted: (organisation) => `Podmínky používání organizace ${organisation}, přijaté`,
    byDoing: 'Kdo nastaví zařízení, přijímá tyto podmínky.',
  },
  pin: 'PIN',
  pinHint: '8 číslic ze zprávy s pozvánkou.',
  pinNeeded: 'Mějte po ruce PIN ze zprávy: zařízení se na něj zeptá.',
  submit: 'Pokračovat',
  errors: {
    wrong_pin: 'To není PIN této pozvánky. Porovnejte ho s nejnovější zprávou s pozvánkou, všech 8 číslic.',
    choose_ownership: 'Chcete-li pokračovat, uveďte, čí je to zařízení.',
    terms: 'Chcete-li podmínky přijmout, zaškrtněte políčko. Máte k nim otázky? Zeptejte se helpdesku.',
    not_offered: 'Chcete-li pokračovat, vyberte jedno z těchto zařízení.',
  },
  pinClosed: {
    title: 'PIN je teď uzamčený',
    text: 'Několikrát byl zadán chybně. Požádejte o nový PIN: pozvánka i tento odkaz zůstávají stejné.',
    again: 'Mám nový PIN',
  },
  notExpected: 'Nečekali jste to? Zavřete stránku: nic se nezměnilo.',
  agent: {
    title: 'Pokračujte se zařízením',
    lead: 'Tuto pozvánku použije samo zařízení: předejte mu odkaz, nebo kód.',
    instructions: 'Další kroky',
    copy: 'Odkaz pro aplikaci nebo příkazový řádek',
    scan: 'Nebo naskenujte tento kód aplikací',
    unused: 'Otevřením této stránky se nic nespotřebovalo. Zařízení se započítá, až se připojí.',
    back: 'Zpět na výběr zařízení',
  },
}
