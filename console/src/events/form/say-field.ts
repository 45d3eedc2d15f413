import { useMoments } from '../../format/moments.js';
import { useTexts } from '../../texts/language.js';
import type { Texts } from '../../texts/fr/index.js';
import type { Fielded } from './conflict.js';
import { type Draft, type EventFields, type FieldName, fieldsOf, withFields } from './draft.js';
import {
  type TemplateDraft,
  type TemplateFieldName,
  namedFieldsOf,
  withTemplateFields,
} from './template-draft.js';

type Say = (field: FieldName, fields: EventFields) => string;

/** Says in a few words what a field holds. */
export function useSayField(zone: string): Say {
  const texts = useTexts();
  const { sayWhen } = useMoments();
  return (field, fields) => sayField(field, fields, texts, (moment) => sayWhen(new Date(moment), zone));
}

/** The fields of an event, told on a zone's clock. */
export function useEventFields(zone: string): Fielded<Draft, FieldName> {
  const { form } = useTexts();
  const say = useSayField(zone);
  return {
    fieldsOf,
    withFields,
    titleOf: (field) => form.fields[field],
    say: (field, draft) => say(field, fieldsOf(draft)),
  };
}

/** The fields of a template. */
export function useTemplateFields(zone: string): Fielded<TemplateDraft, TemplateFieldName> {
  const { form } = useTexts();
  const say = useSayField(zone);
  return {
    fieldsOf: namedFieldsOf,
    withFields: withTemplateFields,
    titleOf: (field) => (field === 'name' ? form.asTemplate.name : form.fields[field]),
    say(field, draft) {
      if (field === 'name') return draft.name;
      if (field !== 'signup_closes_before_minutes') return say(field, fieldsOf(draft));
      const { signup_closes_before_minutes: minutes } = namedFieldsOf(draft);
      return minutes === null ? form.say.nothing : form.say.minutes(minutes);
    },
  };
}

function sayField(
  field: FieldName,
  fields: EventFields,
  { form, events }: Texts,
  sayMoment: (moment: string) => string,
): string {
  const { say } = form;
  switch (field) {
    case 'type':
      return events.types[fields.type];
    case 'visibility':
      return form.visibilities[fields.visibility];
    case 'start_at_utc':
    case 'signup_closes_at': {
      const moment = fields[field];
      return moment === null || moment === '' ? say.nothing : sayMoment(moment);
    }
    case 'duration_minutes':
      return say.minutes(fields.duration_minutes);
    case 'roles':
      return fields.roles
        .map(({ emoji, name, capacity }) => `${emoji === null ? '' : `${emoji} `}${name} × ${capacity}`)
        .join(', ');
    case 'fleet_ships':
      return fields.fleet_ships
        .map(({ ship_model, required_crew }) => `${ship_model} (${required_crew})`)
        .join(', ');
    case 'answers':
      return fields.answers.map((answer) => form.answers[answer]).join(', ');
    case 'reminder_offsets_minutes':
      return sayReminders(fields.reminder_offsets_minutes, form.reminder);
    case 'co_organizer_ids':
      return say.people(fields.co_organizer_ids.length);
    case 'signup_role_ids':
      return say.discordRoles(fields.signup_role_ids.length);
    default: {
      const value = fields[field];
      if (typeof value === 'boolean') return value ? say.yes : say.no;
      return value === null || value === '' ? say.nothing : String(value);
    }
  }
}

function sayReminders(minutes: readonly number[] | null, texts: Texts['form']['reminder']): string {
  if (minutes === null) return texts.asServers;
  return minutes.length === 0 ? texts.none : minutes.map((one) => spanOf(one, texts)).join(', ');
}

/** A span of minutes, in the largest unit that is whole. */
export function spanOf(minutes: number, texts: Texts['form']['reminder']): string {
  if (minutes % 1440 === 0) return texts.days(minutes / 1440);
  return minutes % 60 === 0 ? texts.hours(minutes / 60) : texts.minutes(minutes);
}
