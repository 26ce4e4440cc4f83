import type { myData as english } from '../en/my-data.ts'
import { plural } from '../plural.ts'

export const myData: typeof english = {
  title: 'Vaše data',
  download: {
    act: 'Stáhnout moje data',
    what: 'Soubor (JSON) se vším, co je tu o vás uložené: váš účet, zařízení, zprávy, certifikáty a co se stalo. Hesla, PINy a klíče v něm nejsou.',
  },
  certificates: 'Certifikáty, které jste nahráli dříve. Můžete si je prohlédnout a smazat.',
  deletion: {
    link: 'Požádat o smazání …',
    what: 'Požádáte správce své organizace, aby smazali váš účet a všechno v něm.',
    title: 'Požádat o smazání účtu?',
    consequences: (organisation) => [
      `Správci organizace ${organisation} uvidí vaši žádost a rozhodnou. Do té doby funguje vše jako dřív.`,
      'Až váš účet smažou, budete odhlášeni a vaše zařízení se přestanou obsluhovat. Co je na nich nainstalované, nejdřív odstraňte, nebo je vyřaďte, aby nic nezůstalo.',
      'Smaže se vaše jméno, telefonní číslo, adresy, přístupové klíče, certifikáty, zprávy a údaje, podle kterých se vaše zařízení rozlišují.',
      'Co zůstane: záznam o tom, kdo co udělal, ve kterém může být vaše adresa, seznam vystavených certifikátů a jaké druhy zařízení existovaly. Jak dlouho se to uchovává, určuje vaše organizace.',
      'Dokud se to nestane, můžete žádost vzít zpět.',
    ],
    act: 'Požádat o smazání',
    asked: 'Požádali jste o smazání svého účtu.',
    askedSince: 'Žádost',
    waits: 'Smazat ho musí správce vaší organizace. Do té doby funguje vše jako dřív.',
    withdraw: 'Ponechat si účet',
  },
  done: {
    asked: 'Vaši správci teď vidí, že žádáte o smazání účtu.',
    kept: 'Váš účet zůstává.',
  },
  people: {
    badge: 'Žádá o smazání',
    filter: 'Žádá o smazání',
    asked: 'Tento člověk žádá o smazání svého účtu.',
    since: 'Žádost o smazání',
    act: 'Smazat účet …',
    what: 'Ukončí všechna jeho zařízení a kódy a zapomene, komu patřil. Tohle nejde vzít zpět.',
    self: 'Svůj vlastní účet smazat nemůžete: může to jiný správce.',
    lastManager: 'Toto je jediný správce, který se může přihlásit. Nejdřív jmenujte správcem někoho dalšího.',
    done: 'Účet se maže. Jeho zařízení a kódy skončily.',
    title: (who) => `Smazat účet „${who}“?`,
    consequences: [
      'Všude se hned odhlásí. Odkazy, QR kódy, PINy a pozvánky přestanou platit.',
      'Všechna zařízení se tu smažou a přestanou se obsluhovat. Ze samotných zařízení se nic neodstraní: pokud je to potřeba, nejdřív je vyřaďte nebo vymažte.',
      'Smaže se jméno, telefonní číslo, adresy, přístupové klíče, certifikáty, zprávy a údaje, podle kterých se zařízení rozlišují.',
      'Co zůstane: audit, který může uvádět adresu, seznam vystavených certifikátů a jaké druhy zařízení existovaly.',
      'Se stejnou adresou se lze znovu zaregistrovat. Bude to nový účet.',
    ],
    undone: 'Tohle nejde vzít zpět.',
    confirm: 'Adresa účtu',
    confirmHint: (address) => `Pro jistotu zadejte ${address}.`,
    wrong: 'To není adresa tohoto účtu. Zadejte ji přesně tak, jak je zobrazená.',
    submit: 'Smazat účet',
    deleted: '(smazaný účet)',
  },
  attention: (count) => ({
    title: plural('cs', count, {
      one: 'O smazání účtu žádá jeden člověk',
      few: `O smazání účtu žádají ${count} lidé`,
      other: `O smazání účtu žádá ${count >= 100 ? 'víc než 99' : count} lidí`,
    }),
    detail: 'Smažte je, nebo si s nimi promluvte, pokud je třeba nejdřív něco vyřešit.',
    act: 'Zobrazit kdo',
  }),
}
