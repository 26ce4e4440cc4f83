import type { abuse as english } from '../en/abuse.ts'
import { plural } from '../plural.ts'

const many = (count: number) => (count >= 1000 ? 'Plus de 999' : String(count))
const times = (count: number) =>
  plural('fr', count, {
    one: 'une fois',
    other: count >= 1000 ? 'plus de 999 fois' : `${count} fois`,
  })

export const abuse: typeof english = {
  check: {
    lead: 'Une courte vérification de Cloudflare, pour s’assurer que vous êtes une personne. Le plus souvent, elle se coche d’elle-même.',
    noScript:
      'Cette vérification a besoin de JavaScript. Sans JavaScript : utilisez un navigateur qui a déjà servi à vous connecter ici, passez par la connexion de votre organisation si elle est proposée, ou demandez une invitation à l’assistance.',
    required:
      'De nombreux codes sont demandés en ce moment. Passez la vérification ci-dessous, puis envoyez à nouveau le formulaire.',
    failed:
      'La vérification n’a pas pu être confirmée : elle était peut-être trop ancienne, ou avait déjà servi. Passez-la à nouveau, puis envoyez le formulaire.',
  },
  limit: {
    title: 'Aucun autre code pendant cette heure',
    opens:
      'Il a été demandé plus de codes que nous n’en envoyons en une heure, peu importe par qui. Les codes seront de nouveau envoyés {when} ; votre saisie est conservée.',
    setup: 'Si vous avez un compte avec une clé d’accès, vous pouvez {signIn} immédiatement.',
    signIn: 'vous connecter avec elle',
    elsewhere: 'Une clé d’accès, ou la connexion avec votre organisation, fonctionne immédiatement.',
    known:
      'Dans un navigateur où vous vous êtes déjà connecté avec un code envoyé à cette adresse, vous recevez toujours des codes.',
  },
  people: {
    title: 'Votre adresse est confirmée, mais les inscriptions sont complètes pour aujourd’hui',
    opens:
      'Plus de personnes se sont inscrites que cette organisation n’en accueille en un jour. Les inscriptions rouvriront {when} ; revenez alors et demandez un nouveau code. Les personnes invitées n’ont pas à attendre.',
  },
  throwAway: {
    refused:
      'Cette organisation n’accepte pas les adresses de services qui les prêtent pour peu de temps. Utilisez une adresse qui reste la vôtre.',
    badge: 'adresse jetable ?',
    explained:
      'Le domaine de cette adresse appartient à un service qui prête des adresses pour quelques minutes. La personne qui l’a saisie n’y sera peut-être plus joignable demain.',
  },
  page: {
    name: 'Protection',
    lead: 'Ce que des inconnus peuvent provoquer avant d’avoir prouvé quoi que ce soit.',
    saved: 'C’est enregistré.',
    limits: {
      title: 'Limites',
      lead: 'Elles arrêtent les afflux. Elles ne retiennent jamais les personnes dont le navigateur est connu, les clés d’accès, votre propre connexion, les invitations et les personnes que vous ajoutez.',
      codes: 'Codes par heure',
      codesHint: (standard, most) =>
        `Envoyés par e-mail à des navigateurs nouveaux ici. Vide : ${standard}. Au maximum ${most}, la limite du service.`,
      people: 'Inscriptions par jour',
      peopleHint: (standard, most) =>
        `De personnes qui s’inscrivent elles-mêmes. Vide : ${standard}. Au maximum ${most}. Relevez ce nombre avant un jour où tout le monde vient.`,
      used: { codes: 'Codes pendant cette heure', people: 'Inscriptions aujourd’hui' },
      of: (count, limit) => `${count} sur ${limit}`,
    },
    throwAway: {
      title: 'Adresses jetables',
      label: 'Adresses de services qui les prêtent pour quelques minutes',
      hint: 'Seuls les services bien connus sont reconnus, et seulement lors de l’inscription. Les adresses que vous acceptez nommément sont toujours acceptées.',
      options: { hint: 'Accepter, et le signaler', refuse: 'Refuser à l’inscription' },
    },
  },
  service: {
    title: 'Protection',
    lead: 'Ce que des inconnus peuvent provoquer dans tout le service avant d’avoir prouvé quoi que ce soit.',
    open: 'Limites et vérification humaine',
    openText:
      'Combien de codes sont envoyés à des inconnus, combien de personnes s’inscrivent, et la vérification humaine.',
    codes: 'Codes par heure',
    codesHint: (standard) =>
      `Pour toutes les organisations ensemble, et autant pour la connexion. Vide : ${standard}. Chaque organisation garde une petite part que les autres ne peuvent pas épuiser.`,
    people: 'Inscriptions par jour',
    peopleHint: (standard) => `De toutes les organisations ensemble. Vide : ${standard}.`,
    used: {
      codes: 'Codes d’inscription pendant cette heure',
      signIns: 'Codes de connexion pendant cette heure',
      people: 'Inscriptions aujourd’hui',
    },
    check: {
      title: 'Vérification humaine',
      off: 'Pas mise en place. Quand une limite est atteinte, les codes attendent l’heure suivante. Avec Cloudflare Turnstile, les personnes pourraient continuer après une courte vérification ; le guide d’exploitation explique comment la mettre en place.',
      limits: 'Cloudflare Turnstile, demandé quand une limite est atteinte.',
      always: 'Cloudflare Turnstile, demandé à chaque navigateur nouveau ici.',
    },
  },
  alarms: {
    title: 'Alertes',
    lead: 'Des signes que quelqu’un tente quelque chose. Chacun vous est envoyé par e-mail une fois par jour au maximum.',
    serviceTitle: 'Alertes du service',
    since: 'Première fois {time}.',
    kinds: {
      codes: (count) => ({
        title: `Des codes ont été retenus ${times(count)}, car il en a été demandé plus que la limite ne le permet`,
        detail:
          'Si beaucoup de personnes viennent aujourd’hui, relevez la limite. Si cela ne suffit pas, celle de tout le service est atteinte : prévenez son superviseur. Si personne n’est attendu, quelqu’un inonde peut-être votre page : les personnes que vous connaissez entrent toujours.',
        act: 'Voir les limites',
      }),
      people: (count) => ({
        title: `Les inscriptions ont été complètes ${times(count)}`,
        detail:
          'Plus de personnes ont confirmé une adresse que la limite d’un jour ne le permet. Regardez qui est venu ; relevez la limite, ou resserrez la règle e-mail. Si une limite plus haute ne suffit pas, celle de tout le service est atteinte : prévenez son superviseur.',
        act: 'Voir les limites',
      }),
      guesses: (count) => ({
        title: plural('fr', count, {
          one: `Un code envoyé par e-mail a été bloqué après des essais erronés`,
          other: `${many(count)} codes envoyés par e-mail ont été bloqués après des essais erronés`,
        }),
        detail:
          'Quelqu’un essaie peut-être de deviner des codes. Chacun n’admet que cinq essais, et rien n’a été ouvert.',
        act: 'Voir qui s’est inscrit',
      }),
      pins: (count) => ({
        title: plural('fr', count, {
          one: 'Un code PIN a été bloqué après des essais erronés',
          other: `${many(count)} fois, des codes PIN ont été bloqués après des essais erronés`,
        }),
        detail:
          'Les liens fonctionnent toujours ; le propriétaire, ou vous, pouvez faire créer un nouveau code PIN.',
        act: 'Regarder',
      }),
      thefts: (count) => ({
        title: plural('fr', count, {
          one: 'Un code déjà utilisé, ou l’identifiant d’un appareil, a été essayé par quelqu’un d’autre',
          other: `${many(count)} codes déjà utilisés ou identifiants d’appareils ont été essayés par quelqu’un d’autre`,
        }),
        detail:
          'La tentative a été refusée. Demandez aux propriétaires s’ils connaissent le second appareil.',
        act: 'Regarder',
      }),
      sign_ins: (count) => ({
        title: `Des codes de connexion ont été retenus ${times(count)}, car il en a été demandé plus que la limite ne le permet`,
        detail:
          'Les clés d’accès, la connexion propre aux organisations et les navigateurs connus fonctionnent toujours. Relevez la limite si ce n’est pas une attaque.',
        act: 'Voir les limites',
      }),
      check: (count) => ({
        title: `La vérification humaine n’a pas répondu ${times(count)}`,
        detail:
          'Les codes sont quand même envoyés dans les limites. Regardez l’état de Cloudflare, et si la clé secrète est la bonne.',
        act: 'Voir les limites',
      }),
    },
  },
}
