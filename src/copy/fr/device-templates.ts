import type { deviceTemplates as english } from '../en/device-templates.ts'
import { plural } from '../plural.ts'
import { deviceTemplateFields } from './device-template-fields.ts'
import { deviceTemplateStart } from './device-template-start.ts'

export const deviceTemplates: typeof english = {
  ...deviceTemplateFields,
  start: deviceTemplateStart,
  list: {
    title: 'Modèles d’appareil',
    lead: 'Ce qu’un appareil reçoit, et ce que son propriétaire lit. La configuration des appareils dit quel modèle va à chaque plateforme.',
    create: 'Nouveau modèle',
    caption: 'Modèles d’appareil',
    columns: {
      name: 'Nom',
      version: 'Version',
      offered: 'Proposé',
      devices: 'Appareils',
      changed: 'Modifié',
    },
    show: 'Afficher',
    inUse: 'En service',
    archived: 'Archivés',
    empty: 'Il n’y a encore aucun modèle. Créez-en un pour chaque plateforme que l’on peut configurer.',
    emptyArchived: 'Rien n’est archivé.',
    notOffered: 'non proposé',
    has: 'utilisé',
    hasNone: 'aucun',
  },
  create: {
    title: 'Nouveau modèle d’appareil',
    lead: 'Il commence avec ce qui fonctionne habituellement sur la plateforme. Modifiez tout ensuite.',
    name: 'Nom',
    nameHint: 'Les gestionnaires le voient, et c’est le nom d’un profil sur l’appareil.',
    platform: 'Plateforme',
    submit: 'Créer le modèle',
  },
  copy: {
    title: (name) => `Copier « ${name} »`,
    lead: 'Tout est repris, y compris les mots de passe enregistrés. La copie n’est proposée à personne avant que la configuration des appareils le dise.',
    platform: 'Pour',
    platformHint:
      'Ce qu’une autre plateforme ne peut pas utiliser est gardé, et la page de la copie le signale.',
    submit: 'Créer la copie',
    name: (name) => `${name} (copie)`,
    lost: 'Un mot de passe enregistré ne peut plus être lu. Ouvrez le modèle, saisissez-le de nouveau, enregistrez, puis copiez.',
  },
  archive: {
    title: (name) => `Archiver « ${name} »`,
    consequences: [
      'Il ne peut plus être choisi dans la configuration des appareils.',
      'Il reste dans la liste des modèles archivés, avec son historique. Vous pouvez le reprendre à tout moment.',
    ],
    devices: (count) => {
      if (count === 0) return 'Aucun appareil ne l’utilise.'
      if (count >= 1000)
        return 'Au moins 1 000 appareils l’utilisent. Ils le gardent et continuent de fonctionner.'
      return plural('fr', count, {
        one: `Un appareil l’utilise. Il le garde et continue de fonctionner.`,
        other: `${count} appareils l’utilisent. Ils le gardent et continuent de fonctionner.`,
      })
    },
    act: 'Archiver',
    offeredTitle: 'Il est proposé dans la configuration des appareils',
    offered: (platforms) =>
      `Les personnes qui configurent ${platforms} reçoivent ce modèle. Choisissez-y un autre modèle, ou aucun, puis archivez-le.`,
    toSetup: 'Ouvrir la configuration',
  },
  done: {
    created: 'Le modèle est créé. Il est proposé dès que la configuration des appareils l’indique.',
    copied: 'La copie est créée.',
    saved: 'C’est enregistré. Les appareils le reçoivent à leur prochain contact.',
    unchanged: 'Rien n’a été modifié, donc rien n’a été enregistré.',
    archived: 'Modèle archivé.',
    unarchived: 'Il est de nouveau en service, et la configuration des appareils peut l’indiquer.',
    restored: 'La version antérieure est maintenant la plus récente.',
  },
  edit: {
    version: (version) => `Version ${version}`,
    save: 'Enregistrer',
    preview: 'Aperçu',
    showPreview: 'Aperçu côté propriétaire',
    history: 'Historique',
    copyIt: 'Copier',
    archiveIt: 'Archiver',
    unarchive: 'Le reprendre',
    archivedTitle: 'Archivé',
    archivedText: 'Les appareils qui l’ont le gardent. La configuration des appareils ne le propose pas.',
    leftOutTitle: 'Défini ici, mais n’atteint pas l’appareil',
    overview: 'Ce que contient ce modèle',
    isSet: 'défini',
    isEmpty: 'non défini',
    staleTitle: 'Quelqu’un d’autre a enregistré entre-temps',
    stale: (version) =>
      `Il s’agit maintenant de la version ${version}. Ce que vous avez saisi est toujours ici. Enregistrez encore une fois pour le mettre à la place de l’autre version.`,
    staleNothing: 'Les autres modifications se trouvent dans l’historique.',
    remove: 'Supprimer',
    optional: 'facultatif',
    row: (name, number) => `${name} ${number}`,
    secretStored: 'Est défini, et jamais affiché. Laissez vide pour le garder.',
    secretHeld: 'Ce que vous avez saisi est gardé, sans être affiché. Laissez vide pour le garder.',
    secretRemove: 'Supprimer ce qui est défini',
  },
  history: {
    title: 'Historique',
    caption: 'Versions de ce modèle',
    columns: { version: 'Version', what: 'Ce qui a changé', act: 'Y revenir' },
    current: 'actuelle',
    firstKnown: 'La première version connue',
    nobody: 'inconnu',
    system: 'Latchkey',
    empty: 'Rien n’a été modifié depuis que les versions sont conservées.',
    more: (count) => plural('fr', count, { one: 'et un autre', other: `et ${count} autres` }),
    change: (field, before, after) => `${field} : ${before} → ${after}`,
    nothing: 'vide',
    secret: {
      set: (field) => `${field} : défini`,
      changed: (field) => `${field} : modifié`,
      removed: (field) => `${field} : supprimé`,
    },
    restore: (version) => `Revenir à la version ${version}`,
    restoreLead:
      'Elle devient la version la plus récente. Rien n’est perdu : les versions intermédiaires restent ici.',
    restoreChanges: 'Ce que cela modifie',
    lostTitle: 'Impossible de revenir en arrière',
    lost: 'Un mot de passe enregistré de cette version ne peut plus être lu, ou quelque chose n’y est plus accepté. Modifiez plutôt le modèle à la main.',
    same: 'Rien : c’est ce que dit déjà le modèle.',
  },
  previewPage: {
    title: 'Aperçu',
    lead: 'Ce que lit le propriétaire d’un appareil, avec une personne inventée, tel que le formulaire est maintenant : enregistré ou non.',
    leadSaved: 'Ce que lit le propriétaire d’un appareil, avec une personne inventée.',
    language: 'Langue',
    beside: 'À côté du code',
    before: 'Avant l’accord',
    onDevice: 'Sur la page de l’appareil',
    installed: 'Ce qui est installé',
    nothing: 'Rien n’est installé.',
    noNotes: 'Il n’y a pas de remarques.',
    notDelivered: 'Non transmis à cet appareil',
    items: {
      wifi: (names) => `Wi-Fi : ${names}`,
      certificates: (names) => `Certificats de confiance : ${names}`,
      userCertificates: 'Les certificats importés par son propriétaire',
      identity: (subject) => `Un certificat pour ${subject}`,
      vpn: (names) => `VPN : ${names}`,
      mail: (names) => `E-mail : ${names}`,
      passcode: (length) =>
        length > 0
          ? plural('fr', length, {
              one: `Un code d’au moins ${length} caractère`,
              other: `Un code d’au moins ${length} caractères`,
            })
          : 'Des règles pour le code de verrouillage',
      webLinks: (names) => `Liens : ${names}`,
      agentApp: (name) => `Application : ${name}`,
      policies: (count) =>
        plural('fr', count, {
          one: `${count} règle pour l’application`,
          other: `${count} règles pour l’application`,
        }),
      extras: 'D’autres réglages de cette plateforme',
    },
    sample: { name: 'Ada Lovelace', device: 'Appareil d’Ada' },
  },
}
