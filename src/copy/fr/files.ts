import type { files as english } from '../en/files.ts'
import { plural } from '../plural.ts'
import { ofName } from './elision.ts'

export const files: typeof english = {
  open: 'Voir ce qu’il faut installer',
  openLead: (organisation) =>
    `Les réglages ${ofName(organisation)} sont fournis sous forme de fichiers et d’étapes pour cette plateforme. Ouvrez-les ici et suivez-les.`,
  installLead: 'Suivez la page avec les fichiers. Quand tout est en place, dites-le ici.',
  again: (left) =>
    plural('fr', left, {
      one: `Voir à nouveau les fichiers (encore ${left} fois)`,
      other: `Voir à nouveau les fichiers (encore ${left} fois)`,
    }),
  gone: 'Vous avez encore besoin des fichiers ?',
  getNew: 'Nouveau code',
  status: {
    title: 'Ouvrir les fichiers',
    detail: 'Avec le bouton ci-dessus.',
    done: 'Fichiers remis',
    install: 'Les installer',
    installed: 'Installés',
  },
  helpers: {
    android: { title: 'Un nouveau téléphone, ou un profil professionnel', button: 'Voir code et lien' },
    windows: { title: 'Géré par votre organisation', button: 'Voir le lien' },
    linux: {
      title: 'Il crée la propre clé de cet ordinateur, installe ce qu’il y a à installer, et se signale.',
      button: 'Obtenir le script',
    },
  },
  title: 'Ce qu’il faut installer',
  lead: 'Suivez la page de haut en bas.',
  ends: 'Les fichiers de cette page peuvent être téléchargés pendant une heure. Ensuite, ouvrez-la de nouveau depuis la page de configuration.',
  back: 'Retour à la page de configuration',
  nothing: 'Il n’y a rien à installer ici : la page de configuration dit ce qu’il faut faire.',
  done: { title: 'Quand tout est en place', button: 'C’est installé' },
  password: 'Mot de passe du fichier',
  passwordNote:
    'Il est demandé une fois, pendant l’installation du certificat. Il ne figure nulle part ailleurs.',
  links: {
    windows_mdm: {
      title: 'Connecter à votre organisation',
      button: 'Connecter ce PC',
      steps: [
        'Appuyez sur le bouton : le navigateur demande s’il faut ouvrir les paramètres de Windows. Autorisez-le.',
        'Connectez-vous avec votre compte de l’organisation et suivez les étapes.',
      ],
    },
    android_enterprise: {
      title: 'Profil professionnel',
      button: 'Créer le profil professionnel',
      steps: [
        'Appuyez sur le bouton sur le téléphone lui-même. La configuration de Google s’ouvre et prend le relais.',
      ],
    },
  },
  codes: {
    provisioning: {
      title: 'Un téléphone neuf ou réinitialisé',
      label: 'Code pour un nouveau téléphone',
      steps: [
        'Sur le premier écran du téléphone, **Bonjour** ou **Bienvenue**, touchez six fois le même endroit.',
        'Pointez-le vers le code, affiché sur un autre écran que le sien.',
        'Il installe ce que votre organisation a choisi. Le code fonctionne une seule fois.',
      ],
    },
    wifi: {
      title: 'Wi-Fi par code',
      label: (network) => `Code pour le réseau ${network}`,
      steps: [
        'Avec cette page sur un autre écran : dans les paramètres Wi-Fi du téléphone, touchez le symbole du code et scannez.',
        'Sur le téléphone lui-même : saisissez le nom et le mot de passe tels qu’ils figurent ci-dessous.',
      ],
    },
  },
  kinds: {
    wifi: 'Wi-Fi',
    passpoint: 'Wi-Fi par Passpoint',
    networks: 'Réseaux',
    vpn: 'VPN',
    certificate: 'Certificats de confiance',
    identity: 'Certificat de cet appareil',
    ownCertificate: 'Vos certificats personnels',
    script: 'Script qui fait tout',
  },
  steps: {
    android: {
      certificate: [
        'Ouvrez **Paramètres** et cherchez **Installer un certificat**.',
        'Choisissez **Certificat Wi-Fi** ou **Certificat CA**, puis le fichier dans vos téléchargements.',
      ],
      identity: [
        'Ouvrez le fichier téléchargé. Si rien ne se passe : **Paramètres**, cherchez **Installer un certificat**, choisissez **Certificat utilisateur VPN et application**.',
        'Saisissez le mot de passe ci-dessous.',
      ],
      passpoint: [
        'Ouvrez le fichier téléchargé depuis la notification.',
        'Android demande s’il faut l’ajouter : touchez **Installer**. L’appareil se connecte partout où le réseau propose Passpoint.',
      ],
    },
    windows: {
      certificate: [
        'Ouvrez le fichier téléchargé et choisissez **Installer un certificat**, puis **Utilisateur actuel**.',
        'Choisissez **Placer tous les certificats dans le magasin suivant** et, dans la liste, **Autorités de certification racines de confiance**.',
        'Continuez jusqu’à **Terminer**, et confirmez avec **Oui**.',
      ],
      identity: [
        'Ouvrez le fichier téléchargé et choisissez **Utilisateur actuel**.',
        'Saisissez le mot de passe ci-dessous et laissez le reste tel quel jusqu’à **Terminer**.',
      ],
      wifi: [
        'Ouvrez le dossier du téléchargement, cliquez dans sa barre d’adresse, saisissez **cmd** et appuyez sur Entrée.',
        'Collez la commande et appuyez sur Entrée. Windows connaît alors le réseau.',
      ],
    },
    chromeos: {
      identity: [
        'Saisissez **chrome://settings/certificates** dans la barre d’adresse, ouvrez vos certificats et choisissez **Importer et associer**.',
        'Choisissez le fichier téléchargé et saisissez le mot de passe ci-dessous.',
      ],
      networks: [
        'Saisissez **chrome://network#general** dans la barre d’adresse.',
        'À **Importer le fichier ONC**, choisissez le fichier téléchargé. Les réseaux se trouvent alors dans les paramètres.',
      ],
      certificate: [
        'Les réseaux ci-dessus les connaissent déjà. Pour les pages web : saisissez **chrome://settings/certificates** dans la barre d’adresse et importez-les sous **Autorités**.',
      ],
    },
    linux: {
      script: [
        'Ouvrez un terminal dans le dossier du téléchargement et exécutez la commande.',
        'Elle crée la propre clé de cet ordinateur, installe les certificats et les réseaux, et signale l’ordinateur. Cette page passe alors le relais.',
        'Supprimez ensuite le fichier : il contient des secrets.',
      ],
      ownCertificate: [
        'Importez-les là où vous en avez besoin, dans votre logiciel de messagerie ou votre navigateur : leurs réglages ont une place pour les certificats. Ceux qui se terminent par **.p12** demandent le mot de passe ci-dessous.',
      ],
    },
  },
  command: 'Commande',
  byHand: {
    title: 'Ou bien à la main',
    lead: 'Téléchargez tous ces fichiers dans un dossier vide, ouvrez-y un terminal et exécutez les commandes. NetworkManager connaît alors les réseaux ; pour le VPN, il a besoin de son module strongSwan.',
    label: (number) => `Commande ${number}`,
  },
  typed: {
    title: { wifi: 'Wi-Fi, à saisir', vpn: 'VPN, à saisir', mail: 'E-mail, à saisir' },
    facts: {
      network: 'Nom',
      security: 'Sécurité',
      server: 'Serveur',
      incoming: 'Serveur de réception',
      outgoing: 'Serveur d’envoi',
      remoteId: 'Identifiant du serveur',
      localId: 'Identifiant local',
      method: 'Méthode',
      identity: 'Nom d’utilisateur',
      outerIdentity: 'Identité anonyme',
      username: 'Nom d’utilisateur',
      password: 'Mot de passe',
      sharedSecret: 'Secret partagé',
      serverName: 'Nom du serveur',
      address: 'Adresse',
    },
  },
  webLinks: 'Liens web',
  leftOut: {
    title: 'Pas sur cet appareil',
    lead: 'Votre organisation a également prévu ceci, qui ne peut pas être installé depuis ici :',
  },
}
