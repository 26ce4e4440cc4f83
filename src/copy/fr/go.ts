import type { go as english } from '../en/go.ts'

export const go: typeof english = {
  title: 'Configurer un appareil sans lien',
  lead: 'Sur l’appareil que vous voulez configurer, saisissez ce qui figure dans votre invitation, ou sur votre page de configuration sous « Autres façons ».',
  site: 'Site ou organisation',
  siteHint: 'Le numéro à côté du code PIN, ou le nom court de l’organisation.',
  email: 'Adresse e-mail',
  emailHint: 'Celle avec laquelle vous avez obtenu le code PIN.',
  pin: 'Code PIN',
  pinHint: '8 chiffres, avec ou sans espace.',
  submit: 'Continuer',
  noPin: 'Pas encore de code PIN ?',
  getOne: 'En obtenir un sur la page de configuration',
  errors: {
    not_accepted: {
      title: 'Ces informations ne vont pas ensemble',
      text: 'Comparez-les toutes avec votre invitation ou votre page de configuration. Un code PIN fonctionne jusqu’à la fin de son code ou de son invitation ; après plusieurs essais erronés, il est bloqué.',
      next: 'Si elles semblent justes et viennent de votre page de configuration, appuyez-y sur « Nouveau code PIN », ou obtenez un nouveau code. Pour une invitation, demandez un nouveau code PIN.',
    },
    site: {
      missing: 'Saisissez le numéro à côté du code PIN, ou le nom court de l’organisation.',
      unknown:
        'Nous ne connaissons pas ce site ou cette organisation. Comparez avec votre invitation ou votre page de configuration.',
    },
    email: { missing: 'Saisissez l’adresse e-mail complète avec laquelle vous avez obtenu le code PIN.' },
    pin: { missing: 'Saisissez les 8 chiffres du code PIN.' },
  },
}
