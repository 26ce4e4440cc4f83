import type { peopleCode as english } from '../en/people-code.ts'

export const peopleCode: typeof english = {
  title: (who) => `Code PIN pour ${who}`,
  lead: 'Le lien de ce code le demande.',
  sent: (address) => `Le lien est en route vers ${address}, sans le code PIN.`,
  tell: 'Communiquez-le par téléphone ou de vive voix, jamais par e-mail : toute personne qui a le lien et le code PIN peut configurer un appareil au nom de cette personne.',
  pin: 'Code PIN',
  device: 'Pour',
  until: 'Fin de validité',
  locked:
    'Le code PIN est bloqué après trop d’essais erronés. Créez-en un nouveau pour débloquer la saisie ; le lien reste le même.',
  over: 'Ce code a expiré ou a été utilisé : il n’a plus de code PIN.',
  renew: 'Nouveau code PIN',
  renewed: 'Voici un nouveau code PIN. Le précédent ne fonctionne plus.',
  back: 'Retour au compte',
}
