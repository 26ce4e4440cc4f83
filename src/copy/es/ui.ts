import type { ui as english } from '../en/ui.ts'

export const ui: typeof english = {
  product: 'Latchkey',
  deviceSetup: 'Configuración de dispositivos',
  skip: 'Saltar al contenido',
  errorTitle: (title) => `Error: ${title}`,
  colon: ': ',
  pageTitle: (title, owner) => `${title} · ${owner}`,
  signedInAs: 'Sesión iniciada como',
  notYou: '¿No es usted?',
  optional: 'opcional',
  steps: {
    label: 'Pasos',
    names: { email: 'Correo', about: 'Sus datos', device: 'Dispositivo', ready: 'Configurar' },
    position: (number, count) => `Paso ${number} de ${count}`,
    done: 'hecho:',
  },
  helpdesk: {
    stuck: '¿Necesita ayuda?',
    line: (organisation) => `Servicio de asistencia de ${organisation}:`,
    short: 'Asistencia:',
    none: (organisation) => `Pregunte a quienes se ocupan de los dispositivos en ${organisation}.`,
    page: 'página de ayuda',
  },
  copyButton: { copy: 'Copiar', copied: 'Copiado' },
  qrLabel: 'Código QR con el enlace de configuración',
  refusals: {
    rate_limited: 'Acaba de haber muchas peticiones desde su red. Espere un minuto y vuelva a intentarlo.',
    temporarily_unavailable:
      'No ha funcionado en este momento. No se ha perdido nada: vuelva a intentarlo en un minuto.',
  },
}
