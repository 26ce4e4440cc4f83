import type { auditChain as english } from '../en/audit-chain.ts'

export const auditChain: typeof english = {
  sealed: (rows) => `Entradas selladas: ${rows}, la última {time}.`,
  notYet: 'Todavía no hay nada sellado. Las entradas nuevas lo están en un minuto, más o menos.',
  how: 'Quien gestiona el servicio comprueba con «npm run verify-audit» que ninguna se ha cambiado, quitado o insertado desde entonces.',
  kept: (days) => `Las entradas se guardan ${days} días.`,
  broken: {
    title: 'Es posible que la auditoría se haya cambiado en la base de datos',
    lead: 'Lo que hay en la base de datos no coincide con lo que selló este servicio. Ejecute «npm run verify-audit» antes de confiar en entradas anteriores; nombra la primera que no es correcta. Las entradas nuevas se vuelven a sellar.',
    one: (organisation, rows) => `${organisation}: después de la entrada ${rows}, detectado {time}`,
    service: 'El propio servicio',
  },
  keys: {
    title: 'La clave maestra anterior',
    lead: (former) =>
      `La clave «${former}» todavía se puede leer. Lo que se guardó con ella pasa automáticamente a la clave nueva, y se revisa de nuevo cada día.`,
    working: 'La primera pasada todavía no ha terminado.',
    found: 'Lo que encontró la última pasada, {time}:',
    nothing: 'No queda nada con la clave anterior.',
    columns: {
      kind: 'Qué',
      resealed: 'Ya con la nueva',
      left: 'Aún con ella',
      unreadable: 'Ilegible',
    },
    kinds: {
      moduleSecret: 'Secreto del módulo externo',
      oidcSecrets: 'Secretos de proveedores de identidad',
      templates: 'Secretos en plantillas de dispositivo',
      templateVersions: 'Secretos en sus versiones anteriores',
      authorities: 'Claves de autoridades de certificación',
      signers: 'Claves que firman perfiles',
      userCertificates: 'Claves de certificados propios de las personas',
      auditHeads: 'Sellos de la auditoría',
      invitations: 'Enlaces y PIN de invitaciones',
      securityStrings: 'Series de cadenas de seguridad',
    },
    before:
      'Antes de quitar la clave anterior, lea «When MASTER_KEY changes» en la guía de operación: dice cuánto hay que esperar y qué termina con ella.',
  },
}
