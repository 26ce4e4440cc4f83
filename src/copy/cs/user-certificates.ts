import type { userCertificates as english } from '../en/user-certificates.ts'
import { plural } from '../plural.ts'

const days = (count: number) =>
  plural('cs', count, { one: `${count} den`, few: `${count} dny`, other: `${count} dní` })

export const userCertificates: typeof english = {
  title: 'Moje certifikáty',
  lead: 'Vaše vlastní certifikáty, například pro šifrovanou poštu nebo síť. Vaše zařízení je dostanou tam, kde to vaše organizace nastavila.',
  caption: 'Moje certifikáty',
  ofTemplate:
    'Co uživatelé nahráli ve svém portálu, například pro šifrovanou poštu, přijde na zařízení i se soukromými klíči.',
  name: 'Certifikát',
  issuer: 'Vystavil',
  ends: 'Končí',
  noSubject: 'Bez předmětu',
  withKey: 'Se soukromým klíčem',
  withoutKey: 'Bez soukromého klíče',
  soon: (count) => (count < 1 ? 'Končí do jednoho dne' : `Končí za ${days(count)}`),
  ended: 'Skončil',
  endedNote: 'Zařízení ho už nedostávají. Nahrajte jeho nástupce.',
  empty: 'Zatím tu žádné certifikáty nemáte.',
  emptyUpload: 'Zatím tu žádné certifikáty nemáte. Níže nějaký nahrajte.',
  notAllowed:
    'Vaše organizace nahrávání certifikátů nedovoluje. Pokud nějaký potřebujete, zeptejte se helpdesku.',
  purposes: {
    mail_encryption: 'Šifrování pošty',
    mail_signature: 'Podepisování pošty',
    client: 'Přihlašování (klient)',
    smart_card: 'Přihlašování čipovou kartou',
    documents: 'Podepisování dokumentů',
    server: 'Server',
    code: 'Podepisování softwaru',
    time: 'Časová razítka',
    authority: 'Vystavování certifikátů',
    signature: 'Podpisy',
    encryption: 'Šifrování',
    any: 'Cokoli',
    other: 'Něco jiného',
  },
  upload: {
    title: 'Nahrát certifikát',
    lead: 'Soukromý klíč, pokud ho soubor obsahuje, se uloží zašifrovaný. Už nikdy se nezobrazí, jen se předá vašim zařízením.',
    full: (limit) =>
      plural('cs', limit, {
        one: `Máte ${limit} certifikát, a to je limit. Chcete-li nahrát další, smažte ho.`,
        few: `Máte ${limit} certifikáty, a to je limit. Chcete-li nahrát další, některý smažte.`,
        other: `Máte ${limit} certifikátů, a to je limit. Chcete-li nahrát další, některý smažte.`,
      }),
    file: 'Soubor',
    fileHint: (limit) =>
      `.p12 nebo .pfx (PKCS#12), .pem, .crt nebo .cer: váš certifikát a nad ním ${plural('cs', limit, {
        one: `nejvýše ${limit} další`,
        few: `nejvýše ${limit} další`,
        other: `nejvýše ${limit} dalších`,
      })}.`,
    password: 'Heslo souboru',
    passwordHint: 'Pokud ho má. Otevře se jím soubor a pak se neuchovává.',
    name: 'Název',
    nameHint: 'Jak mu chcete říkat. Když pole necháte prázdné, jmenuje se podle svého obsahu.',
    optional: 'nepovinné',
    submit: 'Nahrát',
  },
  refusals: {
    password_needed: 'Tento soubor má heslo. Vyberte ho znovu a heslo zadejte.',
    wrong_password: 'Toto heslo soubor neotevře. Vyberte ho znovu a zadejte jeho heslo.',
    unreadable:
      'Tohle není certifikát, který by šlo přečíst. Vyberte soubor .p12, .pfx, .pem, .crt nebo .cer.',
    protection:
      'Tento soubor je chráněný způsobem, který se tu nepřijímá. Exportujte ho znovu. Windows: jako šifrování zvolte „AES256-SHA256“. Co exportovala Klíčenka na Macu, Firefox nebo Thunderbird, převede OpenSSL: „openssl pkcs12 -in old.p12 -legacy -nodes -out all.pem“, pak „openssl pkcs12 -export -in all.pem -out new.p12“; nahrajte new.p12 a smažte all.pem.',
    locked_key:
      'Soukromý klíč v tomto souboru je chráněný starým způsobem. Exportujte oba jako PKCS#12: „openssl pkcs12 -export -in cert.pem -inkey key.pem -out new.p12“.',
    no_certificate: 'V tomto souboru žádný certifikát není. Vyberte takový, který ho obsahuje.',
    several_keys:
      'V tomto souboru je víc než jeden soukromý klíč. Nahrávejte po jednom certifikátu s jeho klíčem.',
    weak_key:
      'Klíč tohoto certifikátu se nepřijímá. Musí to být RSA od 2048 bitů, nebo EC na P-256 či P-384.',
    key_mismatch:
      'Soukromý klíč v tomto souboru patří k jinému certifikátu. Vyberte soubor s certifikátem tohoto klíče.',
    not_a_chain:
      'Certifikáty v tomto souboru k sobě nepatří. Zadejte svůj a ty, kterými byl podepsán, nic jiného.',
    chain_too_long: 'Nad sebou je víc než 5 certifikátů. Zadejte svůj a nad ním nejvýše 4.',
    too_large: 'Je to příliš velké. Certifikát s klíčem a řetězem smí mít 16 kB.',
    ended: 'Platnost tohoto certifikátu skončila: žádné zařízení by ho nedostalo. Nahrajte platný.',
  },
  remove: {
    link: 'Smazat …',
    title: 'Smazat tento certifikát',
    consequences: {
      deleted:
        'Smaže se tady i se soukromým klíčem. Pokud ho ještě potřebujete, uschovejte si vlastní kopii.',
      deletedWithoutKey: 'Smaže se tady. Pokud ho ještě potřebujete, uschovejte si vlastní kopii.',
      devices: (template, count) =>
        plural('cs', count, {
          one: `Jedno z vašich zařízení ho dostává přes „${template}“. Dozví se to při příštím ohlášení; nainstalovaný profil si ho ponechá, dokud se nenainstaluje znovu.`,
          few: `${count} z vašich zařízení ho dostávají přes „${template}“. Dozvědí se to při příštím ohlášení; nainstalovaný profil si ho ponechá, dokud se nenainstaluje znovu.`,
          other: `${count} z vašich zařízení ho dostává přes „${template}“. Dozvědí se to při příštím ohlášení; nainstalovaný profil si ho ponechá, dokud se nenainstaluje znovu.`,
        }),
      unused: 'Žádné z vašich zařízení ho nedostává.',
      mail: 'Poštu, která pro něj byla zašifrovaná, lze číst jen tam, kde ještě je jeho soukromý klíč.',
    },
    act: 'Smazat certifikát',
  },
  done: {
    added:
      'Nahráno. Kde to vaše organizace nastavila, dostanou ho zařízení s aplikací při příštím ohlášení, ostatní až při novém nastavení.',
    key_added: 'Certifikát už tu byl. Teď má i soukromý klíč.',
    changed: 'Certifikát už tu byl. Co na něm bylo nové, je uložené.',
    known: 'Certifikát už tu byl. Nic se nezměnilo.',
    removed: 'Smazáno.',
  },
}
