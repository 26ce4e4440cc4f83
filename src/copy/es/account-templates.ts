import type { accountTemplates as english } from '../en/account-templates.ts'
import { plural } from '../plural.ts'

export const accountTemplates: typeof english = {
  list: {
    title: 'Plantillas de cuenta',
    lead: 'Qué pueden hacer las personas por sí mismas y cuántos dispositivos pueden tener.',
    create: 'Nueva plantilla',
    empty:
      'Todavía no hay ninguna plantilla. Cree una y elíjala después en «Configuración de dispositivos»: las personas nuevas la reciben.',
    archived: 'Archivadas',
    archivedLead: 'Ya no se ofrecen. Quien tiene una la conserva.',
    columns: { name: 'Plantilla', devices: 'Dispositivos', use: 'En uso' },
    forNewPeople: 'Las personas nuevas reciben esta',
    groups: (names) => `Grupos: ${names}`,
    used: 'Sí',
    unused: 'Nadie la tiene',
  },
  limit: {
    any: 'Cualquier número',
    one: 'Uno: uno nuevo ocupa su lugar',
    refuse: (count) => plural('es', count, { one: 'Uno, no más', other: `Hasta ${count}, no más` }),
    replace: (count) => `Hasta ${count}: uno nuevo sustituye al más antiguo`,
  },
  form: {
    newTitle: 'Nueva plantilla de cuenta',
    newLead: 'Qué pueden hacer las personas que la reciben y con qué empiezan.',
    copyOf: (name) => `Copia de ${name}`,
    name: 'Nombre',
    nameHint: 'Para los administradores: «Ventas», «Taller», «Personal externo».',
    devices: {
      title: 'Dispositivos',
      legend: '¿Cuántos dispositivos puede tener una persona?',
      any: ['Cualquier número', 'No hay límite.'],
      one: [
        'Uno a la vez',
        'Un cliente móvil por persona: cuando alguien configura un dispositivo nuevo, el anterior termina.',
      ],
      some: ['Hasta un número', 'Usted indica cuántos y qué ocurre con uno más.'],
      count: 'Número máximo de dispositivos',
      countHint: 'De 1 a 1000.',
      atLimit: 'Cuando alguien tiene ese número y configura uno más',
      refuse: ['Rechazar', 'Antes tiene que dejar uno o preguntarle a usted.'],
      replace: [
        'Sustituir el más antiguo',
        'El dispositivo que se configuró primero termina en cuanto está el nuevo.',
      ],
      ownership: '¿De quién son los dispositivos?',
      ownershipHint: 'Tiene prioridad una plantilla de dispositivo que lo indique.',
      inherit: ['Según la organización', 'El valor predeterminado en «Configuración de dispositivos».'],
      company: ['De la organización', 'Salvo que la persona pueda decir otra cosa y lo haga.'],
      personal: ['De la persona', 'Salvo que la persona pueda decir otra cosa y lo haga.'],
    },
    permissions: {
      title: 'Qué pueden hacer las personas',
      lead: 'Los administradores pueden hacer todo esto por ellas, esté activado aquí o no; solo localizar queda reservado a los propietarios.',
      setUp: 'Configurar',
      lookAfter: 'Ocuparse de los dispositivos',
      secureApps: 'Apps seguras',
      each: {
        register: ['Configurar dispositivos', 'Obtener códigos de aprovisionamiento por sí mismas.'],
        pin: ['Ver el PIN', 'Para escribirlo en un dispositivo que no tiene cámara.'],
        qr: ['Ver el código QR', 'Para escanearlo con un teléfono o una tableta.'],
        change_ownership: [
          'Decir de quién es el dispositivo',
          'Donde la organización y la plantilla de dispositivo lo permiten.',
        ],
        lock: [
          'Bloquear y hacer sonar',
          'Bloquear un dispositivo que dejaron en algún sitio, desbloquearlo de nuevo o hacerlo sonar.',
        ],
        wipe: ['Borrar', 'Borrar todo lo que contiene un dispositivo perdido.'],
        locate: ['Localizar', 'Ver dónde está un dispositivo, si lo indica.'],
        retire: ['Retirar', 'Dejar un dispositivo: se quita lo que trajo la organización.'],
        reset_passcode: [
          'Restablecer el código de desbloqueo',
          'Obtener un PIN de un solo uso cuando olvidaron el código de desbloqueo de las apps seguras.',
        ],
        derived_credential: ['Credencial derivada', 'Obtener una con su tarjeta inteligente.'],
        upload_certificates: ['Subir certificados', 'Añadir los suyos para correo y firma.'],
        security_strings: [
          'Cadenas de seguridad',
          'Obtener cadenas de un solo uso vinculadas a un dispositivo.',
        ],
      },
    },
    start: {
      title: 'Con qué empiezan las personas nuevas',
      lead: 'Cambiar esto deja como están a las personas que ya están aquí.',
      groups: 'Grupos',
      groupsHint: 'Separados por comas: como máximo 20, de 60 caracteres cada uno.',
      locale: 'Idioma',
    },
    optional: 'opcional',
    create: 'Crear plantilla',
  },
  page: {
    lead: 'Lo que guarde se aplica de inmediato a todas las personas que la tienen.',
    archivedLead: 'Está archivada: ya no se ofrece. Lo que guarde se sigue aplicando a quienes la tienen.',
    about: 'Sobre esta plantilla',
    people: 'Cuentas',
    count: (count, more) => (more ? `${count} o más` : count === 0 ? 'Ninguna todavía' : String(count)),
    newPeople: 'Personas nuevas',
    getIt: 'Reciben esta',
    getAnother: 'Reciben otra',
    changed: 'Último cambio',
    version: (version) => `versión ${version}`,
    copy: 'Copiar',
    archive: 'Archivar',
    restore: 'Ofrecer de nuevo',
  },
  done: {
    created:
      'La plantilla está creada. Elíjala en «Configuración de dispositivos» si las personas nuevas deben recibirla.',
    saved: 'Guardado. Se aplica desde ahora.',
    archived: 'Archivada. Nadie nuevo la recibe; quien la tiene la conserva.',
    restored: 'Se ofrece de nuevo.',
  },
  archive: {
    title: (name) => `¿Archivar «${name}»?`,
    act: 'Archivar la plantilla',
    consequences: (count, more) => [
      'Ya no se puede elegir para ninguna persona.',
      holders(count, more),
      'Puede ofrecerla de nuevo en cualquier momento.',
    ],
    refusedTitle: (name) => `«${name}» está en uso para las personas nuevas`,
    refused: 'Las personas nuevas de su organización reciben esta plantilla. Elija antes otra para ellas.',
    choose: 'Ir a Configuración de dispositivos',
  },
}

function holders(count: number, more: boolean): string {
  if (count === 0) return 'Nadie la tiene.'
  if (more) return `Las personas que la tienen (${count} o más) la conservan, con todo lo que permite.`
  return plural('es', count, {
    one: 'La única persona que la tiene la conserva, con todo lo que permite.',
    other: `Las ${count} personas que la tienen la conservan, con todo lo que permite.`,
  })
}
