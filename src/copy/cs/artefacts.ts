import type { artefacts as english } from '../en/artefacts.ts'

export const artefacts: typeof english = {
  profileDescription: (organisation) =>
    `Konfigurace organizace ${organisation} a ikona, kterou potvrdíte, že je nainstalovaná.`,
  confirmLabel: (_organisation) => 'Dokončit',
  consent: (organisation) =>
    `Tento profil nainstaluje na zařízení konfiguraci organizace ${organisation}. Kdykoli ho můžete v Nastavení odstranit; co přinesl, zmizí s ním.`,
}
