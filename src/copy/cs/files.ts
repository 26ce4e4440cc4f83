import type { files as english } from '../en/files.ts'
import { plural } from '../plural.ts'

export const files: typeof english = {
  open: 'Ukázat, co nainstalovat',
  openLead: (organisation) =>
    `Konfigurace organizace ${organisation} přichází pro tuto platformu jako soubory a kroky. Otevřete je tady a projděte je.`,
  installLead: 'Projděte stránku se soubory. Až bude všechno na svém místě, potvrďte to tady.',
  again: (left) =>
    `Ukázat soubory znovu (${plural('cs', left, { one: `zbývá ${left}`, few: `zbývají ${left}`, other: `zbývá ${left}` })})`,
  gone: 'Potřebujete soubory ještě jednou?',
  getNew: 'Získat nový kód',
  status: {
    title: 'Otevřete soubory',
    detail: 'Tlačítkem nahoře.',
    done: 'Soubory předány',
    install: 'Nainstalujte je',
    installed: 'Nainstalováno',
  },
  helpers: {
    android: { title: 'Nový telefon nebo pracovní profil', button: 'Ukázat kód a odkaz' },
    windows: { title: 'Spravuje vaše organizace', button: 'Ukázat odkaz' },
    linux: {
      title: 'Vytvoří tomuto počítači vlastní klíč, nainstaluje, co je k instalaci, a ohlásí se.',
      button: 'Získat skript',
    },
  },
  title: 'Co nainstalovat',
  lead: 'Projděte to shora dolů.',
  ends: 'Soubory na této stránce lze stahovat hodinu. Potom ji znovu otevřete ze stránky s nastavením.',
  back: 'Zpět na stránku s nastavením',
  nothing: 'Tady není co instalovat: co dělat, říká stránka s nastavením.',
  done: { title: 'Až bude všechno na svém místě', button: 'Je to nainstalované' },
  password: 'Heslo souboru',
  passwordNote: 'Zadává se jednou, při instalaci certifikátu. Nikde jinde uvedené není.',
  links: {
    windows_mdm: {
      title: 'Připojte se ke své organizaci',
      button: 'Připojit tento počítač',
      steps: [
        'Stiskněte tlačítko: prohlížeč se zeptá, zda otevřít nastavení Windows. Povolte to.',
        'Přihlaste se svým účtem v organizaci a postupujte podle tamních kroků.',
      ],
    },
    android_enterprise: {
      title: 'Pracovní profil',
      button: 'Nastavit pracovní profil',
      steps: ['Stiskněte tlačítko přímo na telefonu. Otevře se nastavení od Googlu a převezme to.'],
    },
  },
  codes: {
    provisioning: {
      title: 'Nový nebo resetovaný telefon',
      label: 'Kód pro nový telefon',
      steps: [
        'Na první obrazovce telefonu, **Dobrý den** nebo **Vítejte**, klepněte šestkrát na totéž místo.',
        'Namiřte ho na kód zobrazený na jiné obrazovce, než je jeho vlastní.',
        'Nainstaluje, co vybrala vaše organizace. Kód platí jednou.',
      ],
    },
    wifi: {
      title: 'Wi-Fi pomocí kódu',
      label: (network) => `Kód pro síť ${network}`,
      steps: [
        'S touto stránkou na jiné obrazovce: v nastavení Wi-Fi telefonu klepněte na symbol kódu a naskenujte ho.',
        'Přímo na telefonu: zadejte název a heslo tak, jak jsou uvedené níže.',
      ],
    },
  },
  kinds: {
    wifi: 'Wi-Fi',
    passpoint: 'Wi-Fi přes Passpoint',
    networks: 'Sítě',
    vpn: 'VPN',
    certificate: 'Důvěryhodné certifikáty',
    identity: 'Certifikát tohoto zařízení',
    ownCertificate: 'Vaše vlastní certifikáty',
    script: 'Skript, který zařídí vše',
  },
  steps: {
    android: {
      certificate: [
        'Otevřete **Nastavení** a vyhledejte **Nainstalovat certifikát**.',
        'Zvolte **Certifikát Wi-Fi** nebo **Certifikát CA** a pak soubor ze stažených.',
      ],
      identity: [
        'Otevřete stažený soubor. Pokud se nic nestane: v **Nastavení** vyhledejte **Nainstalovat certifikát** a zvolte **Uživatelský certifikát VPN a aplikací**.',
        'Zadejte heslo uvedené níže.',
      ],
      passpoint: [
        'Otevřete stažený soubor z oznámení.',
        'Android se zeptá, zda ho přidat: klepněte na **Nainstalovat**. Připojí se všude, kde síť nabízí Passpoint.',
      ],
    },
    windows: {
      certificate: [
        'Otevřete stažený soubor, zvolte **Nainstalovat certifikát** a pak **Aktuální uživatel**.',
        'Zvolte **Všechny certifikáty umístit v následujícím úložišti** a tam **Důvěryhodné kořenové certifikační autority**.',
        'Pokračujte až k **Dokončit** a potvrďte **Ano**.',
      ],
      identity: [
        'Otevřete stažený soubor a zvolte **Aktuální uživatel**.',
        'Zadejte heslo uvedené níže a zbytek nechte beze změny až k **Dokončit**.',
      ],
      wifi: [
        'Otevřete složku se staženým souborem, klikněte do řádku s adresou, napište **cmd** a stiskněte Enter.',
        'Vložte příkaz a stiskněte Enter. Windows pak síť znají.',
      ],
    },
    chromeos: {
      identity: [
        'Do řádku s adresou napište **chrome://settings/certificates**, otevřete své certifikáty a zvolte **Importovat a svázat**.',
        'Vyberte stažený soubor a zadejte heslo uvedené níže.',
      ],
      networks: [
        'Do řádku s adresou napište **chrome://network#general**.',
        'U položky **Importovat soubor ONC** vyberte stažený soubor. Sítě pak najdete v nastavení.',
      ],
      certificate: [
        'Sítě uvedené výše je už znají. Pro webové stránky: do řádku s adresou napište **chrome://settings/certificates** a importujte je v části **Autority**.',
      ],
    },
    linux: {
      script: [
        'Ve složce se staženým souborem otevřete terminál a spusťte příkaz.',
        'Vytvoří tomuto počítači vlastní klíč, nainstaluje certifikáty a sítě a ohlásí se. Tato stránka pak práci předá.',
        'Soubor potom smažte: obsahuje tajné údaje.',
      ],
      ownCertificate: [
        'Importujte je tam, kde je potřebujete, do poštovního programu nebo prohlížeče: v nastavení mají pro certifikáty místo. Ty, které končí na **.p12**, se ptají na heslo uvedené níže.',
      ],
    },
  },
  command: 'Příkaz',
  byHand: {
    title: 'Raději ručně',
    lead: 'Všechny je stáhněte do jedné prázdné složky, otevřete v ní terminál a spusťte příkazy. NetworkManager pak sítě zná; pro VPN potřebuje modul strongSwan.',
    label: (number) => `Příkaz ${number}`,
  },
  typed: {
    title: { wifi: 'Wi-Fi k ručnímu zadání', vpn: 'VPN k ručnímu zadání', mail: 'Pošta k ručnímu zadání' },
    facts: {
      network: 'Název',
      security: 'Zabezpečení',
      server: 'Server',
      incoming: 'Server příchozí pošty',
      outgoing: 'Server odchozí pošty',
      remoteId: 'Identifikátor serveru',
      localId: 'Vlastní identifikátor',
      method: 'Metoda',
      identity: 'Uživatelské jméno',
      outerIdentity: 'Anonymní identita',
      username: 'Uživatelské jméno',
      password: 'Heslo',
      sharedSecret: 'Sdílené tajemství',
      serverName: 'Název serveru',
      address: 'Adresa',
    },
  },
  webLinks: 'Webové odkazy',
  leftOut: {
    title: 'Na tomto zařízení není',
    lead: 'Vaše organizace nastavila i toto, ale odsud to nainstalovat nejde:',
  },
}
