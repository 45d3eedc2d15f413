import { StringOption } from 'necord';
import { SHARE_RULES } from '../../features/payouts/rules/payout.js';
import { localizedChoice, localizedOption } from '../commands/localized.js';

const rules = SHARE_RULES.map((rule) => localizedChoice(rule, ({ payout }) => payout.rules[rule]));

class SharesOption {
  @StringOption({ ...localizedOption('sharesOption'), choices: rules, required: false })
  readonly shares: string | null;
}

/** `/event payout`. */
export class PayoutOptions extends SharesOption {
  @StringOption({ ...localizedOption('eventOption'), autocomplete: true, required: true })
  readonly event: string;
}
