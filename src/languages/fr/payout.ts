import { markdown } from '../../common/discord-text.js';
import { pluralsOf } from '../plural.js';

const plural = pluralsOf('fr');

/** How the haul of an event is shared, on Discord and in a table. */
export const payout = {
  rules: { equal: 'à parts égales', presence: 'selon le temps de présence', roles: 'selon les rôles' },
  columns: ['Nom', 'Qui', 'Poids', 'aUEC', 'Reçu le (UTC)'],
  kinds: { member: 'membre', guest: 'invité', fee: 'frais' },
  formHeading: (title: string) => `Partage : ${title}`,
  haulLabel: 'Butin en aUEC',
  haulExample: '1 250 000',
  feeLabel: 'Retenue de l’organisation : part ou montant',
  feeExample: '10 %',
  feeName: 'Organisation',
  guestsLabel: 'Invités sans compte : un par ligne',
  guestsExample: 'Vieil ami\nPilote de secours x2',
  weightsLabel: 'Poids des rôles : un par ligne',
  weight: (role: string, weight: number) => `${role} : ${weight}`,
  faulty: '❌ Le partage n’a pas été enregistré :',
  faults: {
    haul: '• Le butin est un nombre entier d’aUEC, par exemple « 1 250 000 ».',
    fee: '• La retenue est une part du butin ou un montant, par exemple « 10 % » ou « 50 000 ».',
    guests: '• Un invité tient sur une ligne, avec son poids de 1 à 100 s’il y en a un : « Vieil ami x2 ».',
    weights: '• Un poids est le nom d’un rôle et un nombre de 0 à 100 : « Escorte : 2 ».',
  },
  heading: (title: string, haul: string, rule: string) => markdown`💰 **${title}** : ${haul} aUEC, ${rule}`,
  received: (received: number, all: number) => `Reçu : ${received}/${all}`,
  share: (name: string, amount: string) => markdown`**${name}** : ${amount} aUEC`,
  own: '**💰 Vos parts**',
  waiting: (count: number, amount: string, command: string) =>
    `💰 ${count} ${plural(count, { one: 'part de butin', other: 'parts de butin' })} à recevoir, ${amount} aUEC : \`${command}\``,
  none: 'Aucun butin ne vous a encore été partagé.',
  receivedButton: (title: string) => `Reçu : ${title}`,
};
