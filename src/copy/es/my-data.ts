import type { myData as english } from '../en/my-data.ts'
import { plural } from '../plural.ts'

export const myData: typeof english = {
  title: 'Sus datos',
  download: {
    act: 'Descargar mis datos',
    what: 'Un archivo (JSON) con todo lo que se conserva sobre usted aquí: su cuenta, dispositivos, mensajes, certificados y lo que ha ocurrido. No contiene contraseñas, PIN ni claves.',
  },
  certificates: 'Certificados que subió antes. Puede verlos y eliminarlos.',
  deletion: {
    link: 'Solicitar la eliminación…',
    what: 'Pide a los administradores de su organización que eliminen su cuenta y todo lo que contiene.',
    title: '¿Solicitar la eliminación de su cuenta?',
    consequences: (organisation) => [
      `Los administradores de ${organisation} ven su solicitud y deciden. Hasta entonces todo funciona como antes.`,
      'Cuando eliminen su cuenta, se cierra su sesión y sus dispositivos dejan de recibir servicio. Quite antes lo que se instaló en ellos, o retírelos, para que no quede nada.',
      'Se eliminan su nombre, su teléfono, sus direcciones, llaves de acceso, certificados, mensajes y lo que distingue sus dispositivos.',
      'Lo que permanece: el registro de quién hizo qué, en el que puede figurar su dirección, la lista de certificados emitidos y qué tipos de dispositivo hubo. Su organización le dice cuánto tiempo lo conserva.',
      'Puede retirar la solicitud mientras no se haya llevado a cabo.',
    ],
    act: 'Solicitar la eliminación',
    asked: 'Ha solicitado la eliminación de su cuenta.',
    askedSince: 'Solicitado',
    waits:
      'Un administrador de su organización tiene que llevarla a cabo. Hasta entonces todo funciona como antes.',
    withdraw: 'Conservar mi cuenta',
  },
  done: {
    asked: 'Sus administradores ven ahora que solicita la eliminación de su cuenta.',
    kept: 'Su cuenta permanece.',
  },
  people: {
    badge: 'Solicita eliminación',
    filter: 'Solicita eliminación',
    asked: 'Esta persona ha solicitado la eliminación de su cuenta.',
    since: 'Eliminación solicitada',
    act: 'Eliminar cuenta…',
    what: 'Termina todos sus dispositivos y códigos, y olvida quién era. Esto no se puede deshacer.',
    self: 'No puede eliminar su propia cuenta: otro administrador sí puede.',
    lastManager: 'Nadie más con función de administrador puede iniciar sesión. Dela antes a otra persona.',
    done: 'La cuenta se está eliminando. Sus dispositivos y códigos han terminado.',
    title: (who) => `¿Eliminar la cuenta de ${who}?`,
    consequences: [
      'Se cierra de inmediato su sesión en todas partes. Sus enlaces, códigos QR, PIN e invitaciones dejan de funcionar.',
      'Todos sus dispositivos se eliminan aquí y dejan de recibir servicio. De los propios dispositivos no se quita nada: si hace falta, retírelos o bórrelos antes.',
      'Se eliminan el nombre, el teléfono, las direcciones, las llaves de acceso, los certificados, los mensajes y lo que distingue sus dispositivos.',
      'Lo que permanece: la auditoría, que puede mencionar su dirección, la lista de certificados emitidos y qué tipos de dispositivo hubo.',
      'La persona puede registrarse de nuevo con la misma dirección. Será una cuenta nueva.',
    ],
    undone: 'Esto no se puede deshacer.',
    confirm: 'La dirección de la persona',
    confirmHint: (address) => `Para confirmarlo, escriba ${address}.`,
    wrong: 'No es la dirección de la cuenta. Escríbala exactamente como se muestra.',
    submit: 'Eliminar la cuenta',
    deleted: '(cuenta eliminada)',
  },
  attention: (count) => ({
    title: plural('es', count, {
      one: 'Una persona ha solicitado la eliminación de su cuenta',
      other: `${count >= 100 ? 'Más de 99' : count} personas han solicitado la eliminación de sus cuentas`,
    }),
    detail: 'Elimine las cuentas, o hable con las personas si antes hay que aclarar algo.',
    act: 'Ver quién',
  }),
}
