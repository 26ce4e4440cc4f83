import type { certificates as english } from '../en/certificates.ts'
import { plural } from '../plural.ts'

export const certificates: typeof english = {
  title: 'Certificats',
  lead: 'Avec des certificats de votre propre autorité, les appareils prouvent qui ils sont, par exemple auprès de votre Wi-Fi ou de votre VPN.',
  facts: {
    name: 'Nom',
    subject: 'Sujet',
    issuer: 'Émetteur',
    fingerprint: 'Empreinte SHA-256',
    created: 'Créée',
    ends: 'Expire',
    retired: 'Retirée',
  },
  soon: (count) =>
    count < 1
      ? 'expire dans la journée'
      : plural('fr', count, { one: `expire dans ${count} jour`, other: `expire dans ${count} jours` }),
  over: 'a expiré',
  authority: {
    title: 'Votre autorité',
    lead: 'Donnez son certificat à tout ce qui doit reconnaître vos appareils : un serveur RADIUS, une passerelle VPN, un proxy.',
    none: 'Il n’y a pas encore d’autorité. Elle est créée dès que quelque chose a besoin d’un certificat. Créez-la maintenant si vous voulez préparer votre réseau.',
    create: 'Créer l’autorité',
    pem: 'Télécharger en PEM',
    der: 'Télécharger en DER',
    crl: 'Certificats révoqués (CRL)',
    rotateText:
      'Créez une nouvelle autorité avant que celle-ci expire. Si quelqu’un peut connaître sa clé, faites-le immédiatement, et retirez l’ancienne de la liste de confiance de vos services.',
  },
  retired: {
    title: 'Retirées, et toujours de confiance',
    lead: 'Elles n’émettent plus rien. Continuez de leur faire confiance jusqu’à leur expiration : des appareils ont encore des certificats qui en viennent.',
  },
  rotate: {
    link: 'Renouveler…',
    title: 'Renouveler l’autorité',
    consequences: [
      'Une nouvelle autorité est créée avec une nouvelle clé. C’est elle qui émet désormais tous les certificats.',
      'L’actuelle est retirée. Ce qu’elle a émis reste valable, et les appareils passent à la nouvelle au prochain renouvellement.',
      'Le Wi-Fi, le VPN et les autres services doivent aussi faire confiance au nouveau certificat. Donnez-le-leur immédiatement : d’ici là, ils refusent les appareils déjà passés à la nouvelle.',
      'C’est irréversible.',
    ],
    act: 'Renouveler l’autorité',
  },
  signer: {
    title: 'Ce qui signe les profils',
    lead: 'Les appareils Apple affichent ce nom quand quelqu’un installe un de vos profils.',
    builtIn:
      'C’est votre propre autorité qui signe. Les appareils Apple qui ne la connaissent pas encore affichent le profil comme « Non vérifié » ; il peut quand même être installé.',
    builtInHint:
      'Importez un certificat d’une autorité à laquelle les appareils font confiance d’eux-mêmes, et ils afficheront votre nom avec « Vérifié ».',
    uploaded: 'C’est le certificat que vous avez importé qui signe.',
    ended:
      'Il a expiré : c’est votre propre autorité qui signe à sa place. Importez son successeur, et les appareils afficheront de nouveau « Vérifié ».',
    upload: 'Importer un certificat…',
    replace: 'Le remplacer…',
    remove: 'Supprimer…',
    removeText: 'Les profils sont alors de nouveau signés par votre propre autorité.',
    form: {
      title: 'Importer un certificat de signature',
      lead: 'Les deux sont vérifiés avant tout enregistrement : qu’ils vont ensemble, que la chaîne est complète, et que le certificat peut signer.',
      chain: 'Le certificat et sa chaîne',
      chainHint: 'PEM : votre certificat d’abord, puis ceux qui le précèdent dans la chaîne.',
      chainText: 'Ou collez-le',
      key: 'Clé privée',
      keyHint: 'PEM, sans mot de passe. Elle est conservée chiffrée et n’est plus jamais affichée.',
      keyText: 'Ou collez-la',
      submit: 'Vérifier et enregistrer',
    },
    removal: {
      title: 'Supprimer le certificat de signature',
      consequences: [
        'Le certificat et sa clé privée sont supprimés ici.',
        'Les profils téléchargés à partir de maintenant sont signés par votre propre autorité. Les appareils Apple peuvent les afficher comme « Non vérifié ».',
        'Les profils déjà installés restent tels quels.',
      ],
      act: 'Supprimer le certificat',
    },
  },
  issued: {
    title: 'Certificats émis',
    lead: 'Tout ce que vos autorités ont émis.',
    link: 'Certificats émis',
    caption: 'Certificats émis',
    columns: {
      subject: 'Sujet',
      device: 'Appareil',
      account: 'Compte',
      state: 'État',
      issued: 'Émis',
      ends: 'Expire',
    },
    state: 'État',
    ofDevice: 'Seuls ceux d’un appareil sont affichés.',
    empty:
      'Aucun certificat n’a encore été émis. Les appareils reçoivent le leur quand leur modèle en demande un.',
    nothingFound: 'Il n’y a pas de tel certificat. Effacez les filtres pour les voir tous.',
    noSubject: 'Sans sujet',
    signs: 'Signe les profils',
    unknownDevice: 'Appareil sans nom',
    openAccount: 'Ouvrir le compte',
  },
  states: { valid: 'Valable', revoked: 'Révoqué', ended: 'Expiré' },
  one: {
    serial: 'Numéro de série',
    authority: 'Émis par',
    authorityFile: 'Certificat de l’autorité',
    revokedAt: 'Révoqué',
    reason: 'Raison',
    account: 'Compte',
    device: 'Appareil',
    purpose: 'Pour',
    purposes: {
      device: 'Prouver de quel appareil il s’agit',
      signer: 'Signer les profils',
      derived: 'Prouver qui est son propriétaire (identifiant dérivé)',
    },
    download: 'Télécharger en PEM',
    all: 'Tous les certificats de cet appareil',
  },
  revoke: {
    link: 'Révoquer…',
    text: {
      device: 'À faire si l’appareil est perdu, ou si quelqu’un d’autre peut connaître sa clé.',
      signer: 'À faire si quelqu’un d’autre peut connaître la clé qui signe les profils.',
      derived: 'À faire si l’appareil est perdu, ou si quelqu’un d’autre peut avoir le fichier ou sa clé.',
    },
    title: 'Révoquer ce certificat',
    consequences: {
      device: [
        'À partir de maintenant, l’appareil ne peut plus utiliser ce certificat auprès de nous.',
        'Le certificat est inscrit sur la liste publique des certificats révoqués. Votre Wi-Fi, votre VPN et les autres services le refusent dès qu’ils relisent cette liste.',
        'L’appareil lui-même reste configuré. Il peut demander un nouveau certificat tant qu’il est actif.',
        'C’est irréversible.',
      ],
      signer: [
        'Le certificat est inscrit sur la liste publique des certificats révoqués.',
        'Votre autorité en crée un autre, avec une nouvelle clé, et signe désormais avec celui-ci.',
        'Les profils qu’il avait signés peuvent s’afficher comme « Non vérifié » ; ce qui est installé reste.',
        'C’est irréversible.',
      ],
      derived: [
        'Le certificat est inscrit sur la liste publique des certificats révoqués. Vos services le refusent dès qu’ils relisent cette liste.',
        'L’appareil reste configuré et garde son propre certificat. Son propriétaire peut obtenir un autre identifiant dérivé.',
        'C’est irréversible.',
      ],
    },
    reason: 'Raison',
    act: 'Révoquer le certificat',
  },
  reasons: {
    unspecified: 'Pour une autre raison',
    key_compromise: 'Quelqu’un d’autre peut connaître sa clé',
    superseded: 'Il a été remplacé par un autre',
    cessation_of_operation: 'Il n’est plus utilisé',
  },
  done: {
    created: 'Votre autorité est créée.',
    rotated: 'Une nouvelle autorité émet désormais les certificats. Donnez son certificat à vos services.',
    signer: 'C’est enregistré. Les profils sont désormais signés avec ce certificat.',
    signer_removed: 'Certificat supprimé. Votre propre autorité signe de nouveau les profils.',
    revoked: 'Certificat révoqué. Il figure sur la liste publique.',
    already: 'Ce certificat avait déjà été révoqué.',
  },
}
