import type { auditChain as english } from '../en/audit-chain.ts'

export const auditChain: typeof english = {
  sealed: (rows) => `Versiegelte Einträge: ${rows}, der letzte {time}.`,
  notYet: 'Noch ist nichts versiegelt. Neue Einträge sind es nach etwa einer Minute.',
  how: 'Wer den Dienst betreibt, prüft mit „npm run verify-audit“, dass seither keiner geändert, entfernt oder eingefügt wurde.',
  kept: (days) => `Einträge bleiben ${days} Tage.`,
  broken: {
    title: 'Das Protokoll wurde vielleicht in der Datenbank geändert',
    lead: 'Was in der Datenbank steht, passt nicht zu dem, was dieser Dienst versiegelt hat. Führen Sie „npm run verify-audit“ aus, bevor Sie sich auf ältere Einträge verlassen; es nennt den ersten, der nicht stimmt. Neue Einträge werden wieder versiegelt.',
    one: (organisation, rows) => `${organisation}: nach Eintrag ${rows}, bemerkt {time}`,
    service: 'Der Dienst selbst',
  },
  keys: {
    title: 'Der frühere Hauptschlüssel',
    lead: (former) =>
      `Der Schlüssel „${former}“ ist noch lesbar. Was unter ihm gespeichert wurde, kommt von selbst unter den neuen Schlüssel und wird täglich noch einmal durchgesehen.`,
    working: 'Der erste Durchgang ist noch nicht zu Ende.',
    found: 'Ergebnis des letzten Durchgangs, {time}:',
    nothing: 'Unter dem früheren Schlüssel ist nichts mehr übrig.',
    columns: { kind: 'Was', resealed: 'Übernommen', left: 'Noch unter ihm', unreadable: 'Nicht lesbar' },
    kinds: {
      moduleSecret: 'Geheimnis des externen Moduls',
      oidcSecrets: 'Geheimnisse von Identitätsanbietern',
      templates: 'Geheimnisse in Gerätevorlagen',
      templateVersions: 'Geheimnisse in deren früheren Fassungen',
      authorities: 'Schlüssel von Zertifizierungsstellen',
      signers: 'Schlüssel, die Profile signieren',
      userCertificates: 'Schlüssel eigener Zertifikate',
      auditHeads: 'Siegel des Protokolls',
      invitations: 'Links und PINs von Einladungen',
      securityStrings: 'Sätze von Sicherheitszeichenfolgen',
    },
    before:
      'Lesen Sie „When MASTER_KEY changes“ in der Betriebsanleitung, bevor Sie den früheren Schlüssel entfernen: Dort steht, wie lange Sie warten und was mit ihm endet.',
  },
}
