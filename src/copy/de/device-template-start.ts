import type { deviceTemplateStart as english } from '../en/device-template-start.ts'

export const deviceTemplateStart: typeof english = {
  ios: '1. Richten Sie die Kamera auf den Code und tippen Sie auf den Link. Er muss sich in **Safari** öffnen.\n2. Tippen Sie auf **Einrichten**, dann auf **Profil laden** und **Zulassen**.\n3. Öffnen Sie **Einstellungen**, tippen Sie auf **Profil geladen**, dann auf **Installieren**.',
  android:
    '1. Richten Sie die Kamera auf den Code und tippen Sie auf den Link.\n2. Tippen Sie auf **Einrichten**.\n3. Installieren Sie die App, die die Seite nennt, und öffnen Sie sie: Sie macht von selbst weiter.',
  macos:
    '1. Öffnen Sie den Link von dieser Seite am Mac.\n2. Klicken Sie auf **Einrichten**, dann auf **Profil laden**, und öffnen Sie die Datei.\n3. Öffnen Sie **Systemeinstellungen**, **Allgemein**, **Geräteverwaltung** und installieren Sie es.',
  windows:
    '1. Öffnen Sie den Link von dieser Seite am PC und klicken Sie auf **Einrichten**.\n2. Starten Sie den Agenten.\n3. Kopieren Sie den Link, den die Seite dann zeigt, und fügen Sie ihn dort ein.',
  linux:
    '1. Öffnen Sie den Link von dieser Seite am Computer und klicken Sie auf **Einrichten**.\n2. Führen Sie den Befehl aus, den die Seite dann zeigt.',
  chromeos:
    '1. Öffnen Sie den Link von dieser Seite am Chromebook und klicken Sie auf **Einrichten**.\n2. Starten Sie den Agenten.\n3. Kopieren Sie den Link, den die Seite dann zeigt, und fügen Sie ihn dort ein.',
  agent: '1. Kopieren Sie den Link von dieser Seite.\n2. Fügen Sie ihn auf dem Gerät in den Agenten ein.',
}
