import type { go as english } from '../en/go.ts'

export const go: typeof english = {
  title: 'Nastavit zařízení bez odkazu',
  lead: 'Na zařízení, které chcete nastavit, zadejte údaje z pozvánky nebo ze své stránky s nastavením z části „Jiné způsoby“.',
  site: 'Číslo nebo název organizace',
  siteHint: 'Číslo uvedené u PINu, nebo krátký název organizace.',
  email: 'E-mailová adresa',
  emailHint: 'Ta, se kterou jste dostali PIN.',
  pin: 'PIN',
  pinHint: '8 číslic, s mezerou nebo bez ní.',
  submit: 'Pokračovat',
  noPin: 'Ještě nemáte PIN?',
  getOne: 'Získejte ho na stránce s nastavením',
  errors: {
    not_accepted: {
      title: 'Tyto údaje k sobě nepatří',
      text: 'Porovnejte je všechny s pozvánkou nebo se stránkou s nastavením. PIN platí, dokud platí jeho kód nebo pozvánka; po několika chybných pokusech se uzamkne.',
      next: 'Pokud vypadají správně a jsou z vaší stránky s nastavením, stiskněte na ní „Nový PIN“, nebo získejte nový kód. K pozvánce si vyžádejte nový PIN.',
    },
    site: {
      missing: 'Zadejte číslo uvedené u PINu, nebo krátký název organizace.',
      unknown:
        'Organizaci s tímto číslem nebo názvem neznáme. Porovnejte údaj s pozvánkou nebo se stránkou s nastavením.',
    },
    email: { missing: 'Zadejte celou e-mailovou adresu, se kterou jste dostali PIN.' },
    pin: { missing: 'Zadejte všech 8 číslic PINu.' },
  },
}
