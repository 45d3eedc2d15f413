import type { APIModalInteractionResponseCallbackData } from 'discord.js';
import { nameFault, tidy } from '../../common/names.js';
import { foldText, truncate } from '../../common/text.js';
import type { EventRole } from '../../features/events/rules/event.js';
import type { EventRecord } from '../../features/events/rules/event-record.js';
import {
  type Fee,
  type Guest,
  PAYOUT_LIMITS,
  type PayoutInput,
  type RoleWeight,
  type ShareRule,
} from '../../features/payouts/rules/payout.js';
import { type Locale, textsIn } from '../../languages/languages.js';
import type { Texts } from '../../languages/texts.js';
import { textInput } from '../layout.js';
import { formatPayoutId } from './payout-id.js';

/** What a text input and a title of a form hold (docs/discord.md). */
const INPUT_LIMIT = 4000;
const TITLE_LIMIT = 45;

/** The form that shares the haul of an event. */
export function payoutForm(
  { id, title, roles }: EventRecord,
  rule: ShareRule,
  locale: Locale,
): APIModalInteractionResponseCallbackData {
  const texts = textsIn(locale).payout;
  const weights = roles.map(({ name }) => texts.weight(name, 1)).join('\n');
  return {
    custom_id: formatPayoutId('share', id, rule),
    title: truncate(texts.formHeading(title), TITLE_LIMIT),
    components: [
      textInput({ id: 'haul', label: texts.haulLabel, placeholder: texts.haulExample, max: 20 }),
      textInput({
        id: 'fee',
        label: texts.feeLabel,
        placeholder: texts.feeExample,
        max: 20,
        required: false,
      }),
      textInput({
        id: 'guests',
        label: texts.guestsLabel,
        placeholder: texts.guestsExample,
        long: true,
        required: false,
      }),
      ...(rule === 'roles'
        ? [
            textInput({
              id: 'weights',
              label: texts.weightsLabel,
              long: true,
              required: false,
              ...(weights.length <= INPUT_LIMIT && { value: weights }),
            }),
          ]
        : []),
    ],
  };
}

/** What was written into the form, or what is wrong with it. */
export function readPayoutForm(
  valueOf: (field: string) => string,
  rule: ShareRule,
  roles: readonly EventRole[],
  locale: Locale,
): { readonly input: PayoutInput } | { readonly faults: readonly string[] } {
  const texts = textsIn(locale).payout;
  const haul = amountIn(valueOf('haul'));
  const fees = feesIn(valueOf('fee'), haul ?? 0, texts);
  const guests = guestsIn(valueOf('guests'));
  const weights = rule === 'roles' ? weightsIn(valueOf('weights'), roles) : [];
  if (haul === null || fees === null || guests === null || weights === null) {
    return {
      faults: [
        ...(haul === null ? [texts.faults.haul] : []),
        ...(fees === null ? [texts.faults.fee] : []),
        ...(guests === null ? [texts.faults.guests] : []),
        ...(weights === null ? [texts.faults.weights] : []),
      ],
    };
  }
  return { input: { haul, rule, fees, guests, role_weights: weights } };
}

/** A whole number, with the separators that people write between thousands. */
function amountIn(written: string): number | null {
  const digits = written.replaceAll(/[\s\u00A0\u202F'’_]/g, '').replace(/auec$/i, '');
  const plain = /^\d{1,3}(?:[.,]\d{3})+$/.test(digits) ? digits.replaceAll(/[.,]/g, '') : digits;
  const amount = /^\d{1,13}$/.test(plain) ? Number(plain) : Number.NaN;
  const { min, max } = PAYOUT_LIMITS.haul;
  return amount >= min && amount <= max ? amount : null;
}

function feesIn(written: string, haul: number, { feeName }: Texts['payout']): Fee[] | null {
  const fee = written.trim();
  if (fee === '' || fee === '0') return [];
  const percent = /^(\d{1,3}(?:[.,]\d{1,2})?)\s*%$/.exec(fee)?.[1];
  if (percent !== undefined) {
    const part = Number(percent.replace(',', '.'));
    return part <= 100 ? [{ name: feeName, percent: part, amount: null }] : null;
  }
  const amount = amountIn(fee);
  return amount !== null && amount <= haul ? [{ name: feeName, percent: null, amount }] : null;
}

/** One name a line, with how many members they count as behind it: `Old friend x2`. */
function guestsIn(written: string): Guest[] | null {
  const lines = linesOf(written);
  const guests = lines.flatMap((line): Guest[] => {
    const [, name = line, times = '1'] = /^(.*?)(?:\s+x|\s*×)\s*(\d{1,3})$/i.exec(line) ?? [];
    const weight = Number(times);
    const { min, max } = PAYOUT_LIMITS.guest_weight;
    const isLegal = nameFault(tidy(name), PAYOUT_LIMITS.name) === null && weight >= min && weight <= max;
    return isLegal ? [{ name: tidy(name), weight }] : [];
  });
  return guests.length === lines.length && guests.length <= PAYOUT_LIMITS.guests.max ? guests : null;
}

/** One role a line, with its weight: `Tank: 2`. */
function weightsIn(written: string, roles: readonly EventRole[]): RoleWeight[] | null {
  const lines = linesOf(written);
  const weights = lines.flatMap((line): RoleWeight[] => {
    const [, name = '', digits = ''] = /^(.*?)\s*[:=]\s*(\d{1,3})$/.exec(line) ?? [];
    const role = roles.find((one) => foldText(one.name) === foldText(name));
    const weight = Number(digits);
    return role !== undefined && digits !== '' && weight <= PAYOUT_LIMITS.weight.max
      ? [{ role_id: role.id, weight }]
      : [];
  });
  const isEachOnce = new Set(weights.map(({ role_id }) => role_id)).size === weights.length;
  return weights.length === lines.length && isEachOnce ? weights : null;
}

function linesOf(written: string): string[] {
  return written
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
