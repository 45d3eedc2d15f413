import { markdown } from '../../common/discord-text.js';
import { pluralsOf } from '../plural.js';
import type { Texts } from '../texts.js';

const plural = pluralsOf('en');

export const payout = {
  rules: { equal: 'equal shares', presence: 'by time present', roles: 'by roles' },
  columns: ['Name', 'Who', 'Weight', 'aUEC', 'Received at (UTC)'],
  kinds: { member: 'member', guest: 'guest', fee: 'fee' },
  formHeading: (title) => `Payout: ${title}`,
  haulLabel: 'Haul in aUEC',
  haulExample: '1,250,000',
  feeLabel: "The organization's part: percent or amount",
  feeExample: '10%',
  feeName: 'Organization',
  guestsLabel: 'Guests without an account: one per line',
  guestsExample: 'Old friend\nSpare pilot x2',
  weightsLabel: 'Weights of roles: one per line',
  weight: (role, weight) => `${role}: ${weight}`,
  faulty: '❌ The payout was not saved:',
  faults: {
    haul: '• The haul is a whole number of aUEC, such as "1,250,000".',
    fee: '• What the organization takes is a part of the haul or an amount, such as "10%" or "50,000".',
    guests: '• A guest is one line, with a weight from 1 to 100 if there is one: "Old friend x2".',
    weights: '• A weight is the name of a role and a number from 0 to 100: "Escort: 2".',
  },
  heading: (title, haul, rule) => markdown`💰 **${title}**: ${haul} aUEC, ${rule}`,
  received: (received, all) => `Received: ${received}/${all}`,
  share: (name, amount) => markdown`**${name}**: ${amount} aUEC`,
  own: '**💰 Your shares**',
  waiting: (count, amount, command) =>
    `💰 ${count} ${plural(count, { one: 'share of a haul', other: 'shares of hauls' })} to receive, ${amount} aUEC: \`${command}\``,
  none: 'No haul has been shared with you yet.',
  receivedButton: (title) => `Received: ${title}`,
} satisfies Texts['payout'];
