import type { peopleCode as english } from '../en/people-code.ts'

export const peopleCode: typeof english = {
  title: (who) => `PIN para ${who}`,
  lead: 'El enlace de este código lo pide.',
  sent: (address) => `El enlace va de camino a ${address}, sin el PIN.`,
  tell: 'Comuníquelo por teléfono o en persona, nunca por correo: quien tenga el enlace y el PIN puede configurar un dispositivo en nombre de esta persona.',
  pin: 'PIN',
  device: 'Para',
  until: 'Funciona hasta',
  locked:
    'El PIN está bloqueado tras demasiados intentos fallidos. Cree uno nuevo para volver a abrirlo; el enlace sigue siendo el mismo.',
  over: 'Este código ha terminado o ya se usó: ya no tiene PIN.',
  renew: 'Nuevo PIN',
  renewed: 'Este es un PIN nuevo. El anterior ya no funciona.',
  back: 'Volver a la cuenta',
}
