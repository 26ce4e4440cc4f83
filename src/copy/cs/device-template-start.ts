import type { deviceTemplateStart as english } from '../en/device-template-start.ts'

export const deviceTemplateStart: typeof english = {
  ios: '1. Namiřte fotoaparát na kód a klepněte na odkaz. Musí se otevřít v **Safari**.\n2. Klepněte na **Nastavit**, pak na **Stáhnout profil** a **Povolit**.\n3. Otevřete **Nastavení**, klepněte na **Profil stažen** a pak na **Instalovat**.',
  android:
    '1. Namiřte fotoaparát na kód a klepněte na odkaz.\n2. Klepněte na **Nastavit**.\n3. Nainstalujte aplikaci, kterou stránka uvádí, a otevřete ji: dál pokračuje sama.',
  macos:
    '1. Otevřete odkaz z této stránky na Macu.\n2. Stiskněte **Nastavit**, pak **Stáhnout profil** a otevřete soubor.\n3. Otevřete **Nastavení systému**, **Obecné**, **Správa zařízení** a nainstalujte ho.',
  windows:
    '1. Otevřete odkaz z této stránky na počítači a stiskněte **Nastavit**.\n2. Spusťte agenta.\n3. Zkopírujte odkaz, který stránka potom ukáže, a vložte ho tam.',
  linux:
    '1. Otevřete odkaz z této stránky na počítači a stiskněte **Nastavit**.\n2. Spusťte příkaz, který stránka potom ukáže.',
  chromeos:
    '1. Otevřete odkaz z této stránky na Chromebooku a stiskněte **Nastavit**.\n2. Spusťte agenta.\n3. Zkopírujte odkaz, který stránka potom ukáže, a vložte ho tam.',
  agent: '1. Zkopírujte odkaz z této stránky.\n2. Vložte ho do agenta na zařízení.',
}
