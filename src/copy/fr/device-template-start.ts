import type { deviceTemplateStart as english } from '../en/device-template-start.ts'

export const deviceTemplateStart: typeof english = {
  ios: '1. Pointez l’appareil photo vers le code et touchez le lien. Il doit s’ouvrir dans **Safari**.\n2. Touchez **Configurer**, puis **Télécharger le profil** et **Autoriser**.\n3. Ouvrez **Réglages**, touchez **Profil téléchargé**, puis **Installer**.',
  android:
    '1. Pointez l’appareil photo vers le code et touchez le lien.\n2. Touchez **Configurer**.\n3. Installez l’application que la page indique et ouvrez-la : elle continue d’elle-même.',
  macos:
    '1. Ouvrez sur le Mac le lien de cette page.\n2. Appuyez sur **Configurer**, puis sur **Télécharger le profil**, et ouvrez le fichier.\n3. Ouvrez **Réglages Système**, **Général**, **Gestion de l’appareil**, et installez-le.',
  windows:
    '1. Ouvrez sur le PC le lien de cette page et appuyez sur **Configurer**.\n2. Démarrez l’agent.\n3. Copiez le lien que la page affiche alors, et collez-le dans l’agent.',
  linux:
    '1. Ouvrez sur l’ordinateur le lien de cette page et appuyez sur **Configurer**.\n2. Exécutez la commande que la page affiche alors.',
  chromeos:
    '1. Ouvrez sur le Chromebook le lien de cette page et appuyez sur **Configurer**.\n2. Démarrez l’agent.\n3. Copiez le lien que la page affiche alors, et collez-le dans l’agent.',
  agent: '1. Copiez le lien de cette page.\n2. Collez-le dans l’agent sur l’appareil.',
}
