import type { certificates as english } from '../en/certificates.ts'
import { plural } from '../plural.ts'

const days = (count: number) =>
  plural('cs', count, { one: `${count} den`, few: `${count} dny`, other: `${count} dní` })

export const certificates: typeof english = {
  title: 'Certifikáty',
  lead: 'Certifikáty od vaší vlastní autority zařízení prokazují, co jsou zač, například ve vaší Wi-Fi nebo VPN.',
  facts: {
    name: 'Název',
    subject: 'Předmět',
    issuer: 'Vystavitel',
    fingerprint: 'Otisk SHA-256',
    created: 'Vytvořeno',
    ends: 'Končí',
    retired: 'Vyřazeno',
  },
  soon: (count) => (count < 1 ? 'končí do jednoho dne' : `končí za ${days(count)}`),
  over: 'platnost skončila',
  authority: {
    title: 'Vaše autorita',
    lead: 'Její certifikát dejte všemu, co má vaše zařízení poznat: serveru RADIUS, bráně VPN, proxy serveru.',
    none: 'Zatím žádná autorita není. Vznikne, jakmile bude něco potřebovat certifikát. Vytvořte ji teď, pokud chcete předem připravit síť.',
    create: 'Vytvořit autoritu',
    pem: 'Stáhnout jako PEM',
    der: 'Stáhnout jako DER',
    crl: 'Odvolané certifikáty (CRL)',
    rotateText:
      'Vytvořte novou autoritu dřív, než tato skončí. Pokud může její klíč někdo znát, udělejte to hned a u svých služeb zrušte důvěru v tu starou.',
  },
  retired: {
    title: 'Vyřazené, ale stále důvěryhodné',
    lead: 'Už nic nevystavují. Důvěřujte jim, dokud neskončí: zařízení od nich ještě mají certifikáty.',
  },
  rotate: {
    link: 'Vyměnit …',
    title: 'Vyměnit autoritu',
    consequences: [
      'Vznikne nová autorita s novým klíčem. Od té chvíle vystavuje všechny certifikáty.',
      'Současná se vyřadí. Co vystavila, platí dál a zařízení přejdou na novou při obnově.',
      'Wi-Fi, VPN a další služby musí důvěřovat i novému certifikátu. Předejte jim ho hned: do té doby odmítají zařízení, která už přešla.',
      'Tohle nejde vzít zpět.',
    ],
    act: 'Vyměnit autoritu',
  },
  signer: {
    title: 'Co podepisuje profily',
    lead: 'Zařízení Apple ukážou tento název, když někdo instaluje váš profil.',
    builtIn:
      'Podepisuje vaše vlastní autorita. Zařízení Apple, která ji ještě neznají, ukážou u profilu „Neověřeno“; nainstalovat ho jde i tak.',
    builtInHint:
      'Nahrajte certifikát od autority, které zařízení důvěřují sama, a ukážou vaše jméno s označením „Ověřeno“.',
    uploaded: 'Podepisuje váš nahraný certifikát.',
    ended:
      'Jeho platnost skončila: místo něj podepisuje vaše vlastní autorita. Nahrajte jeho nástupce a zařízení budou zase ukazovat „Ověřeno“.',
    upload: 'Nahrát certifikát …',
    replace: 'Nahradit …',
    remove: 'Odebrat …',
    removeText: 'Profily pak zase podepisuje vaše vlastní autorita.',
    form: {
      title: 'Nahrát podpisový certifikát',
      lead: 'Než se cokoli uloží, obojí se zkontroluje: že k sobě patří, že je řetěz úplný a že smí podepisovat.',
      chain: 'Certifikát a jeho řetěz',
      chainHint: 'PEM: nejdřív váš certifikát, pak ty nad ním.',
      chainText: 'Nebo ho vložte',
      key: 'Soukromý klíč',
      keyHint: 'PEM, bez hesla. Uloží se zašifrovaný a už nikdy se nezobrazí.',
      keyText: 'Nebo ho vložte',
      submit: 'Zkontrolovat a uložit',
    },
    removal: {
      title: 'Odebrat podpisový certifikát',
      consequences: [
        'Certifikát i jeho soukromý klíč se tady smažou.',
        'Profily stažené od této chvíle podepisuje vaše vlastní autorita. Zařízení Apple u nich mohou ukazovat „Neověřeno“.',
        'Už nainstalované profily zůstávají, jak jsou.',
      ],
      act: 'Odebrat certifikát',
    },
  },
  issued: {
    title: 'Vystavené certifikáty',
    lead: 'Vše, co vystavily vaše autority.',
    link: 'Vystavené certifikáty',
    caption: 'Vystavené certifikáty',
    columns: {
      subject: 'Předmět',
      device: 'Zařízení',
      account: 'Účet',
      state: 'Stav',
      issued: 'Vystaven',
      ends: 'Končí',
    },
    state: 'Stav',
    ofDevice: 'Zobrazují se jen ty od jednoho zařízení.',
    empty: 'Zatím nebyl vystaven žádný certifikát. Zařízení ho dostanou, když o něj jejich šablona žádá.',
    nothingFound: 'Žádný takový certifikát není. Zrušením filtrů uvidíte všechny.',
    noSubject: 'Bez předmětu',
    signs: 'Podepisuje profily',
    unknownDevice: 'Zařízení bez názvu',
    openAccount: 'Otevřít účet',
  },
  states: { valid: 'Platný', revoked: 'Odvolaný', ended: 'Skončil' },
  one: {
    serial: 'Sériové číslo',
    authority: 'Vystavila',
    authorityFile: 'Certifikát autority',
    revokedAt: 'Odvolán',
    reason: 'Důvod',
    account: 'Účet',
    device: 'Zařízení',
    purpose: 'Slouží k',
    purposes: {
      device: 'Prokázání, které je to zařízení',
      signer: 'Podepisování profilů',
      derived: 'Prokázání, kdo je jeho uživatel (odvozené přihlašovací údaje)',
    },
    download: 'Stáhnout jako PEM',
    all: 'Všechny certifikáty tohoto zařízení',
  },
  revoke: {
    link: 'Odvolat …',
    text: {
      device: 'Udělejte to, pokud se zařízení ztratilo, nebo může jeho klíč znát někdo jiný.',
      signer: 'Udělejte to, pokud může klíč, který podepisuje profily, znát někdo jiný.',
      derived: 'Udělejte to, pokud se zařízení ztratilo, nebo může mít soubor či jeho klíč někdo jiný.',
    },
    title: 'Odvolat tento certifikát',
    consequences: {
      device: [
        'Od této chvíle už zařízení tento certifikát u nás nemůže použít.',
        'Zapíše se na veřejný seznam odvolaných certifikátů. Vaše Wi-Fi, VPN a další služby ho odmítnou, jakmile si ten seznam znovu načtou.',
        'Zařízení samo zůstává nastavené. Dokud je aktivní, může si vyžádat nový certifikát.',
        'Tohle nejde vzít zpět.',
      ],
      signer: [
        'Zapíše se na veřejný seznam odvolaných certifikátů.',
        'Vaše autorita vytvoří jiný s novým klíčem a od té chvíle podepisuje jím.',
        'U profilů podepsaných tímto se může ukazovat „Neověřeno“; co je nainstalované, zůstává.',
        'Tohle nejde vzít zpět.',
      ],
      derived: [
        'Zapíše se na veřejný seznam odvolaných certifikátů. Vaše služby ho odmítnou, jakmile si ten seznam znovu načtou.',
        'Zařízení zůstává nastavené a svůj certifikát si nechává. Jeho uživatel může získat další odvozené přihlašovací údaje.',
        'Tohle nejde vzít zpět.',
      ],
    },
    reason: 'Proč',
    act: 'Odvolat certifikát',
  },
  reasons: {
    unspecified: 'Z jiného důvodu',
    key_compromise: 'Jeho klíč může znát někdo jiný',
    superseded: 'Byl nahrazen jiným',
    cessation_of_operation: 'Už se nepoužívá',
  },
  done: {
    created: 'Vaše autorita je vytvořená.',
    rotated: 'Od této chvíle vystavuje nová autorita. Předejte její certifikát svým službám.',
    signer: 'Uloženo. Od této chvíle se profily podepisují tímto certifikátem.',
    signer_removed: 'Odebráno. Profily zase podepisuje vaše vlastní autorita.',
    revoked: 'Odvoláno. Je na veřejném seznamu.',
    already: 'Odvolaný už byl.',
  },
}
