import { useTexts } from '../../texts/language.js';
import { type Editing, fieldsOf, type FormKind } from './draft.js';
import { MoreFields } from './more-fields.js';
import { ReminderFields } from './reminder-fields.js';
import { RoleFields, ShipFields } from './roster-fields.js';
import { useSayField } from './say-field.js';
import { Section } from './section.js';
import { SignupFields, WhoFields } from './signup-fields.js';

interface SectionsProps extends Editing {
  readonly org: string;
  readonly kind: FormKind;
}

/** What most events leave as it is. */
export function Sections({ draft, set, org, kind }: SectionsProps) {
  const { form } = useTexts();
  const say = useSayField(draft.zone);
  const fields = fieldsOf(draft);
  const { sections } = form;
  return (
    <>
      <Section title={sections.roles} now={say('roles', fields)} open={draft.roles.length > 0}>
        <RoleFields draft={draft} set={set} />
      </Section>
      <Section title={sections.who} now={say('visibility', fields)}>
        <WhoFields draft={draft} set={set} org={org} />
      </Section>
      <Section title={sections.signups} now={say('answers', fields)}>
        <SignupFields draft={draft} set={set} kind={kind} />
      </Section>
      <Section title={sections.reminders} now={say('reminder_offsets_minutes', fields)}>
        <ReminderFields draft={draft} set={set} />
      </Section>
      <Section title={sections.ships} now={say('fleet_ships', fields)}>
        <ShipFields draft={draft} set={set} org={org} />
      </Section>
      <Section title={kind === 'event' ? sections.more : form.fields.banner_url}>
        <MoreFields draft={draft} set={set} org={org} kind={kind} />
      </Section>
    </>
  );
}
