import type { userCertificates as english } from '../en/user-certificates.ts'
import { plural } from '../plural.ts'

export const userCertificates: typeof english = {
  title: 'Mes certificats',
  lead: 'Vos propres certificats, par exemple pour les e-mails chiffrés ou un réseau. Vos appareils les reçoivent là où votre organisation l’a prévu.',
  caption: 'Mes certificats',
  ofTemplate:
    'Ce que les propriétaires ont importé dans leur portail, par exemple pour les e-mails chiffrés, arrive sur l’appareil avec ses clés privées.',
  name: 'Certificat',
  issuer: 'Émis par',
  ends: 'Expire',
  noSubject: 'Sans sujet',
  withKey: 'Avec clé privée',
  withoutKey: 'Sans clé privée',
  soon: (count) =>
    count < 1
      ? 'Expire dans la journée'
      : plural('fr', count, { one: `Expire dans ${count} jour`, other: `Expire dans ${count} jours` }),
  ended: 'A expiré',
  endedNote: 'Les appareils ne le reçoivent plus. Importez son successeur.',
  empty: 'Vous n’avez pas encore de certificats ici.',
  emptyUpload: 'Vous n’avez pas encore de certificats ici. Importez-en un ci-dessous.',
  notAllowed:
    'Votre organisation ne vous permet pas d’importer des certificats. Demandez à l’assistance si vous en avez besoin.',
  purposes: {
    mail_encryption: 'Chiffrement des e-mails',
    mail_signature: 'Signature des e-mails',
    client: 'Connexion (client)',
    smart_card: 'Connexion avec une carte à puce',
    documents: 'Signature de documents',
    server: 'Serveur',
    code: 'Signature de logiciels',
    time: 'Horodatage',
    authority: 'Émission de certificats',
    signature: 'Signature',
    encryption: 'Chiffrement',
    any: 'Tout usage',
    other: 'Autre chose',
  },
  upload: {
    title: 'Importer un certificat',
    lead: 'Sa clé privée, si le fichier en contient une, est conservée chiffrée. Elle n’est plus jamais affichée, seulement remise à vos appareils.',
    full: (limit) =>
      plural('fr', limit, {
        one: `Vous avez ${limit} certificat, et c’est la limite. Supprimez-le pour en importer un autre.`,
        other: `Vous avez ${limit} certificats, et c’est la limite. Supprimez-en un pour en importer un autre.`,
      }),
    file: 'Fichier',
    fileHint: (limit) =>
      `.p12 ou .pfx (PKCS#12), .pem, .crt ou .cer : votre certificat, avec au maximum ${limit} au-dessus de lui dans la chaîne.`,
    password: 'Mot de passe du fichier',
    passwordHint: 'S’il en a un. Il ouvre le fichier maintenant et n’est pas conservé.',
    name: 'Nom',
    nameHint: 'Comment vous voulez l’appeler. Vide, il porte le nom qu’il contient.',
    optional: 'facultatif',
    submit: 'Importer',
  },
  refusals: {
    password_needed:
      'Ce fichier a un mot de passe. Choisissez à nouveau le fichier et saisissez son mot de passe.',
    wrong_password:
      'Ce mot de passe n’ouvre pas le fichier. Choisissez à nouveau le fichier et saisissez son mot de passe.',
    unreadable: 'Ce n’est pas un certificat lisible. Choisissez un fichier .p12, .pfx, .pem, .crt ou .cer.',
    protection:
      'Ce fichier est protégé d’une façon qui n’est pas acceptée ici. Exportez-le à nouveau. Windows : choisissez « AES256-SHA256 » comme chiffrement. Ce qu’ont exporté le Trousseau d’un Mac, Firefox ou Thunderbird, OpenSSL le convertit : « openssl pkcs12 -in old.p12 -legacy -nodes -out all.pem », puis « openssl pkcs12 -export -in all.pem -out new.p12 » ; importez new.p12 et supprimez all.pem.',
    locked_key:
      'La clé privée de ce fichier est protégée d’une façon ancienne. Exportez les deux en PKCS#12 : « openssl pkcs12 -export -in cert.pem -inkey key.pem -out new.p12 ».',
    no_certificate:
      'Il n’y a pas de certificat dans ce fichier. Choisissez-en un qui contient le certificat.',
    several_keys:
      'Il y a plusieurs clés privées dans ce fichier. Importez un seul certificat à la fois, avec sa clé.',
    weak_key:
      'La clé de ce certificat n’est pas acceptée. Il faut RSA à partir de 2048 bits, ou EC sur P-256 ou P-384.',
    key_mismatch:
      'La clé privée de ce fichier appartient à un autre certificat. Choisissez un fichier avec le certificat de cette clé.',
    not_a_chain:
      'Les certificats de ce fichier ne vont pas ensemble. Donnez le vôtre et ceux qui l’ont signé, rien d’autre.',
    chain_too_long: 'Il y a plus de 5 certificats dans la chaîne. Donnez le vôtre et au maximum 4 au-dessus.',
    too_large: 'C’est trop grand. Un certificat avec sa clé et sa chaîne peut compter 16 Ko.',
    ended: 'Ce certificat a expiré : aucun appareil ne le recevrait. Importez-en un qui est valable.',
  },
  remove: {
    link: 'Supprimer…',
    title: 'Supprimer ce certificat',
    consequences: {
      deleted:
        'Il est supprimé ici, avec sa clé privée. Gardez votre propre copie si vous en avez encore besoin.',
      deletedWithoutKey: 'Il est supprimé ici. Gardez votre propre copie si vous en avez encore besoin.',
      devices: (template, count) =>
        plural('fr', count, {
          one: `Un de vos appareils le reçoit par « ${template} ». L’appareil l’apprendra à son prochain contact ; un profil installé le garde jusqu’à sa réinstallation.`,
          other: `${count} de vos appareils le reçoivent par « ${template} ». Ils l’apprendront à leur prochain contact ; un profil installé le garde jusqu’à sa réinstallation.`,
        }),
      unused: 'Aucun de vos appareils ne le reçoit.',
      mail: 'Les e-mails chiffrés pour lui ne peuvent être lus que là où se trouve encore sa clé privée.',
    },
    act: 'Supprimer le certificat',
  },
  done: {
    added:
      'Certificat importé. Là où votre organisation l’a prévu, les appareils avec une application le reçoivent à leur prochain contact, les autres quand ils sont reconfigurés.',
    key_added: 'Le certificat était déjà ici. Il a maintenant sa clé privée.',
    changed: 'Le certificat était déjà ici. Ce qu’il y avait de nouveau est enregistré.',
    known: 'Le certificat était déjà ici. Rien n’a changé.',
    removed: 'Certificat supprimé.',
  },
}
