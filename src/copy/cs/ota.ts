import type { ota as english } from '../en/ota.ts'
import { plural } from '../plural.ts'

export const ota: typeof english = {
  profile: {
    name: (organisation) => `${organisation}: nastavení tohoto zařízení`,
    description: (organisation) =>
      `Sdělí organizaci ${organisation}, co je to za zařízení: název, model, verzi systému, sériové číslo. Na oplátku přijde konfigurace.`,
  },
  happens: {
    profile:
      'Stáhnete profil a nainstalujete ho v Nastavení. Zařízení se zeptá dvakrát: jestli smí sdělit, co je zač, a pak jestli má nainstalovat konfiguraci, například Wi-Fi.',
    once: 'Co je zač, sdělí jen jednou během nastavování, potom už ne.',
  },
  canSee: [
    'Co je to za zařízení: název, model, verze systému, sériové číslo, identifikátory zařízení',
    'Kdy se nastavilo',
  ],
  lead: {
    download: (organisation) =>
      `Jsou potřeba dva profily: jeden sdělí organizaci ${organisation}, co je to za zařízení, druhý přinese konfiguraci. První stáhněte tady.`,
    install: 'První profil je na zařízení. Nainstalujte ho v Nastavení: druhý přijde sám.',
    active:
      'Zařízení sdělilo, co je zač, a stáhlo si konfiguraci. Pokud se ještě na něco ptá, dokončete to tam; pak můžete tuto stránku zavřít.',
    delivered: 'Profil je na zařízení. Nainstalujte ho tam v Nastavení; tato stránka ukáže, až bude hotovo.',
  },
  howToInstall: 'Jak nainstalovat oba',
  steps: {
    ios: [
      'Otevřete **Nastavení** a nahoře klepněte na **Profil stažen**. Není tam? Podívejte se do **Obecné\u00a0› VPN a správa zařízení**.',
      'Zařízení se zeptá poprvé: klepněte na **Instalovat** a zadejte kód zařízení. Zařízení pak sdělí, co je zač, a stáhne si konfiguraci.',
      'Podruhé se zeptá kvůli konfiguraci: klepněte na **Instalovat** a pokračujte, dokud neohlásí **Profil nainstalován**.',
    ],
    macos: [
      'Otevřete **Nastavení systému\u00a0› Obecné\u00a0› Správa zařízení**. Před macOS 15 je to **Soukromí a zabezpečení\u00a0› Profily**.',
      'Poklepejte na profil a zvolte **Instalovat**: Mac se zeptá poprvé. Pak sdělí, co je zač, a stáhne si konfiguraci.',
      'Podruhé se zeptá kvůli konfiguraci: zvolte **Instalovat** a zadejte své heslo.',
    ],
  },
  byItself: 'Tady není co mačkat: stránka sama ukáže, až zařízení sdělí, co je zač.',
  failed: 'Zařízení nedokázalo konfiguraci nainstalovat?',
  again: (left) =>
    `Stáhnout první profil znovu (${plural('cs', left, { one: `zbývá ${left}`, few: `zbývají ${left}`, other: `zbývá ${left}` })})`,
  status: {
    install: 'Nainstalujte oba profily v Nastavení',
    told: 'Zařízení sdělilo, co je zač',
    active: {
      now: 'Čeká se, až nainstalujete profil',
      nowDetail: 'V Nastavení na zařízení. Zeptá se dvakrát, a až bude hotovo, samo se ozve.',
      next: 'Aktivní',
      nextDetail: 'Až zařízení sdělí, co je zač.',
    },
  },
}
