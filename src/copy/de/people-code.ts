import type { peopleCode as english } from '../en/people-code.ts'

export const peopleCode: typeof english = {
  title: (who) => `PIN für ${who}`,
  lead: 'Der Link dieses Codes fragt danach.',
  sent: (address) => `Der Link ist unterwegs an ${address}, ohne die PIN.`,
  tell: 'Nennen Sie sie am Telefon oder persönlich, nie per E-Mail: Wer Link und PIN hat, kann im Namen dieser Person ein Gerät einrichten.',
  pin: 'PIN',
  device: 'Für',
  until: 'Gilt bis',
  locked:
    'Die PIN ist nach zu vielen falschen Versuchen gesperrt. Erstellen Sie eine neue, dann geht es weiter; der Link bleibt derselbe.',
  over: 'Dieser Code ist abgelaufen oder verwendet: Er hat keine PIN mehr.',
  renew: 'Neue PIN',
  renewed: 'Das ist eine neue PIN. Die vorige gilt nicht mehr.',
  back: 'Zurück zum Konto',
}
