import type { oidc as english } from '../en/oidc.ts'

export const oidc: typeof english = {
  settings: {
    title: 'Inicio de sesión',
    lead: 'Los administradores inician sesión con una llave de acceso. Si su organización tiene un proveedor de identidad (OpenID Connect), también pueden hacerlo allí, y con ellos los propietarios.',
    provider: {
      title: 'Lo que necesita su proveedor',
      lead: 'Registre allí una aplicación web que guarde un secreto y use el flujo de código de autorización. Indique exactamente esta dirección.',
      redirectUri: 'URI de redirección',
    },
    form: {
      title: 'Su proveedor',
      lead: 'Se guarda cuando el proveedor ha respondido como el emisor que usted indica.',
      enabled: 'Se inicia sesión en este proveedor',
      enabledDetail:
        'Los administradores ya deben tener aquí esa función. Las llaves de acceso siguen funcionando.',
      issuer: 'Emisor',
      issuerHint:
        'Como lo escribe su proveedor, por ejemplo https://login.company.example/realms/staff. También vale la dirección de su documento de descubrimiento.',
      clientId: 'ID de cliente',
      clientSecret: 'Secreto de cliente',
      secretSet: 'está definido',
      secretKeep: 'Déjelo vacío para conservar el que está definido. No se muestra nunca.',
      secretNew: 'Se guarda cifrado y no se vuelve a mostrar.',
      emailClaim: 'Atributo (claim) con la dirección de correo',
      emailClaimHint:
        'Normalmente email: entonces el proveedor debe decir que ha verificado la dirección. Indique otro atributo solo si las personas no pueden cambiarlo por sí mismas.',
      forOwners: 'Los propietarios también inician sesión allí',
      forOwnersDetail:
        'La página para configurar dispositivos lo ofrece entonces junto al código por correo. La regla de correo se sigue aplicando.',
      submit: 'Comprobar y guardar',
    },
    tryIt: 'Probar',
    tryText: 'Inicie sesión allí personalmente. Después vuelve a esta página.',
    worked: 'Ha iniciado sesión en su proveedor. Funciona.',
    saved: 'Guardado. El proveedor respondió como debía.',
    savedOff: 'Guardado. Nadie inicia sesión en este proveedor.',
    forgotten:
      'Olvidado. En el próximo inicio de sesión se vuelve a buscar a las personas por su dirección de correo.',
    issuer: {
      missing: 'Escriba el emisor.',
      too_long: 'Escriba 300 caracteres como máximo.',
      not_a_url: 'Escriba una dirección completa que empiece por https://.',
      not_https: 'Escriba una dirección que empiece por https://.',
      with_extras: 'Escriba la dirección sin nombre de usuario, «?» ni «#».',
      with_port: 'Escriba una dirección sin puerto: https usa el puerto 443.',
      not_public:
        'Escriba un nombre conocido en internet, no una dirección IP ni un nombre de su propia red.',
    },
    discovery: {
      unreachable: () =>
        'El proveedor no responde. Compruebe la dirección y que se pueda acceder a ella desde internet.',
      no_document: () =>
        'Algo respondió, pero no con un documento de descubrimiento de OpenID Connect. Compruebe la ruta de la dirección.',
      too_large: () =>
        'La respuesta es mucho más grande que un documento de descubrimiento. Compruebe la dirección.',
      other_issuer: (named) =>
        named
          ? `El proveedor respondió como otro emisor: ${named}. Si es el suyo, escríbalo así.`
          : 'El proveedor respondió como otro emisor. Compare la dirección letra por letra.',
      incomplete: (named) =>
        `El proveedor respondió, pero su ${named} falta o no es una dirección https pública.`,
      unsupported: (named) => `El proveedor respondió, pero no ofrece lo que hace falta: ${named}.`,
    },
    forget: {
      act: 'Olvidar quién es quién',
      explained:
        'Recordamos a las personas por su ID en el proveedor, para que una dirección reutilizada no abra una cuenta antigua. Tras cambiar de cliente o de inquilino (tenant), esos ID pueden ser distintos.',
      title: 'Olvidar quién es quién en el proveedor',
      consequences: [
        'En el próximo inicio de sesión se busca una vez más a cada persona por su dirección de correo verificada y se la recuerda de nuevo.',
        'Asegúrese antes de que ninguna dirección haya pasado a otra persona: obtendría la cuenta de quien la tenía antes.',
        'No se cierra la sesión de nadie.',
      ],
    },
  },
  start: {
    or: 'o',
    with: (organisation) => `Iniciar sesión con ${organisation}`,
  },
  link: 'Iniciar sesión con su organización',
  organisation: {
    title: 'Iniciar sesión con su organización',
    lead: 'Si su organización tiene una página propia de inicio de sesión, le llevamos a ella.',
    name: 'Nombre corto de la organización',
    hint: 'La última parte de la dirección donde se configuran sus dispositivos: /setup/name.',
    submit: 'Continuar',
    onward: 'Un momento',
    onwardLead: (slug) => `Pasa a la página de inicio de sesión de «${slug}».`,
  },
  ends: {
    not_offered: {
      title: 'Sin inicio de sesión propio',
      text: () => 'Ninguna organización con este nombre tiene una página propia de inicio de sesión.',
      next: 'Compruebe el nombre corto o inicie sesión con su dirección de correo.',
    },
    not_for_owners: {
      title: 'Use su dirección de correo',
      text: (organisation) => `Solo los administradores de ${organisation} inician sesión así.`,
      next: 'Inicie sesión con su dirección de correo.',
    },
    unreachable: {
      title: 'La página de inicio de sesión no responde',
      text: (organisation) =>
        `En este momento no se puede acceder al servicio de inicio de sesión de ${organisation}.`,
      next: 'Vuelva a intentarlo en un minuto o inicie sesión de otra manera.',
    },
    misconfigured: {
      title: 'Este inicio de sesión no está bien configurado',
      text: (organisation) => `El servicio de inicio de sesión de ${organisation} no nos acepta.`,
      next: 'Un administrador puede arreglarlo: el ID de cliente, el secreto de cliente y el URI de redirección tienen que ser iguales en ambos lados.',
    },
    stale: {
      title: 'Este inicio de sesión ha caducado',
      text: () => 'Ya se había terminado, duró más de diez minutos o empezó en otra pestaña.',
      next: 'Empiece de nuevo. No se ha cambiado nada.',
    },
    declined: {
      title: 'No se ha iniciado su sesión',
      text: (organisation) =>
        `El servicio de inicio de sesión de ${organisation} le envió de vuelta sin iniciar su sesión.`,
      next: 'Si lo detuvo usted, vuelva a intentarlo. Si no, es posible que no tenga acceso a esta aplicación allí.',
    },
    not_valid: {
      title: 'No se pudo comprobar este inicio de sesión',
      text: (organisation) =>
        `Lo que envió el servicio de inicio de sesión de ${organisation} no es válido. Por su seguridad no lo aceptamos.`,
      next: 'Empiece de nuevo. Si vuelve a ocurrir, avise a un administrador.',
    },
    no_account: {
      title: 'Todavía no tiene cuenta aquí',
      text: (organisation, address) =>
        address
          ? `${organisation} inició su sesión como ${address}, pero aquí no hay nadie con esta dirección.`
          : `${organisation} inició su sesión, pero usted no tiene cuenta aquí.`,
      next: 'Pida a un administrador que invite esta dirección, o inténtelo con otra cuenta.',
    },
    no_address: {
      title: 'Falta su dirección de correo',
      text: (organisation) =>
        `El servicio de inicio de sesión de ${organisation} no nos comunicó su dirección de correo.`,
      next: 'Pida a quien se ocupa de él que añada la dirección a su cuenta, o inicie sesión de otra manera.',
    },
    not_verified: {
      title: 'Su dirección de correo no está verificada',
      text: (organisation) =>
        `El servicio de inicio de sesión de ${organisation} no responde de su dirección de correo.`,
      next: 'Haga que la verifiquen allí o inicie sesión de otra manera.',
    },
    not_accepted: {
      title: 'Esta dirección no se acepta aquí',
      text: (organisation, address) =>
        `Se inició su sesión como ${address ?? ''}, que ${organisation} no acepta para configurar dispositivos.`,
      next: 'Inténtelo con su cuenta de trabajo.',
    },
    other_person: {
      title: 'Esta dirección pertenece a otra cuenta',
      text: (_organisation, address) =>
        `Otra persona inició sesión antes con ${address ?? 'esta dirección'}. Para proteger su cuenta no dejamos entrar a nadie más.`,
      next: 'Si la dirección es ahora suya, o si su cuenta en el servicio de inicio de sesión se creó de nuevo, avise a un administrador.',
    },
  },
  ways: {
    yourOrganisation: 'su organización',
    again: 'Reintentar',
    instead: 'Iniciar sesión por correo',
    said: (code) => `El servicio de inicio de sesión dijo: ${code}`,
  },
}
