import type { auditChain as english } from '../en/audit-chain.ts'

export const auditChain: typeof english = {
  sealed: (rows) => `Zapečetěné záznamy: ${rows}, poslední {time}.`,
  notYet: 'Zatím není zapečetěné nic. Nové záznamy budou asi do minuty.',
  how: 'Že žádný z nich nebyl od té doby změněn, odstraněn ani vložen, ověří provozovatel služby příkazem „npm run verify-audit“.',
  kept: (days) => `Záznamy se uchovávají ${days} dní.`,
  broken: {
    title: 'Audit mohl být v databázi změněn',
    lead: 'Obsah databáze neodpovídá tomu, co tato služba zapečetila. Než se na starší záznamy spolehnete, spusťte „npm run verify-audit“; uvede první, který nesouhlasí. Nové záznamy se zase pečetí.',
    one: (organisation, rows) => `${organisation}: po záznamu ${rows}, zjištěno {time}`,
    service: 'Samotná služba',
  },
  keys: {
    title: 'Dřívější hlavní klíč',
    lead: (former) =>
      `Klíč „${former}“ je stále čitelný. Co pod ním bylo uloženo, přechází pod nový klíč samo a každý den se znovu prohlíží.`,
    working: 'První průchod ještě neskončil.',
    found: 'Co zjistil poslední průchod, {time}:',
    nothing: 'Pod dřívějším klíčem už nic nezbývá.',
    columns: { kind: 'Co', resealed: 'Převedeno', left: 'Stále pod ním', unreadable: 'Nečitelné' },
    kinds: {
      moduleSecret: 'Tajemství externího modulu',
      oidcSecrets: 'Tajemství poskytovatelů identity',
      templates: 'Tajemství v šablonách zařízení',
      templateVersions: 'Tajemství v jejich dřívějších verzích',
      authorities: 'Klíče certifikačních autorit',
      signers: 'Klíče, které podepisují profily',
      userCertificates: 'Klíče vlastních certifikátů lidí',
      auditHeads: 'Pečeti auditu',
      invitations: 'Odkazy a PINy pozvánek',
      securityStrings: 'Sady bezpečnostních řetězců',
    },
    before:
      'Než dřívější klíč odstraníte, přečtěte si v provozní příručce „When MASTER_KEY changes“: říká, jak dlouho čekat a co s ním skončí.',
  },
}
