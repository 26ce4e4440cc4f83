import type { peopleCode as english } from '../en/people-code.ts'

export const peopleCode: typeof english = {
  title: (who) => `PIN pro: ${who}`,
  lead: 'Zeptá se na něj odkaz tohoto kódu.',
  sent: (address) => `Odkaz je na cestě na ${address}, bez PINu.`,
  tell: 'Sdělte ho telefonicky nebo osobně, nikdy e-mailem: kdo má odkaz a PIN, může jménem tohoto člověka nastavit zařízení.',
  pin: 'PIN',
  device: 'Pro',
  until: 'Platí do',
  locked:
    'Po příliš mnoha chybných pokusech je PIN uzamčený. Znovu to půjde, když vytvoříte nový; odkaz zůstává stejný.',
  over: 'Platnost tohoto kódu skončila, nebo už byl použit: PIN už nemá.',
  renew: 'Nový PIN',
  renewed: 'Tohle je nový PIN. Předchozí už neplatí.',
  back: 'Zpět na účet',
}
