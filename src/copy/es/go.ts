import type { go as english } from '../en/go.ts'

export const go: typeof english = {
  title: 'Configurar un dispositivo sin enlace',
  lead: 'En el dispositivo que quiera configurar, escriba lo que figura en su invitación o en su página de configuración, en «Otras maneras».',
  site: 'Sitio u organización',
  siteHint: 'El número junto al PIN o el nombre corto de la organización.',
  email: 'Dirección de correo',
  emailHint: 'Aquella con la que obtuvo el PIN.',
  pin: 'PIN',
  pinHint: '8 cifras, con o sin espacio.',
  submit: 'Continuar',
  noPin: '¿Todavía no tiene un PIN?',
  getOne: 'Obtenga uno en la página de configuración',
  errors: {
    not_accepted: {
      title: 'Estos datos no concuerdan',
      text: 'Compárelos todos con su invitación o su página de configuración. Un PIN funciona hasta que termina su código o su invitación; tras varios intentos fallidos se bloquea.',
      next: 'Si parecen correctos y vienen de su página de configuración, pulse allí «Nuevo PIN» u obtenga un código nuevo. Si se trata de una invitación, pida un PIN nuevo.',
    },
    site: {
      missing: 'Escriba el número junto al PIN o el nombre corto de la organización.',
      unknown:
        'No conocemos este sitio u organización. Compárelo con su invitación o su página de configuración.',
    },
    email: { missing: 'Escriba la dirección de correo completa con la que obtuvo el PIN.' },
    pin: { missing: 'Escriba las 8 cifras del PIN.' },
  },
}
