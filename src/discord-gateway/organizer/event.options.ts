import { BooleanOption, IntegerOption, StringOption, UserOption } from 'necord';
import type { User } from 'discord.js';
import { EVENT_TYPES } from '../../features/events/rules/event.js';
import { EVENT_LIMITS } from '../../features/events/rules/limits.js';
import { TEMPLATE_NAME } from '../../features/templates/rules/template.js';
import { localizedChoice, localizedOption } from '../commands/localized.js';

const types = EVENT_TYPES.map((type) => localizedChoice(type, ({ eventTypes }) => eventTypes[type]));
const { max_participants: seats, required_crew: crew } = EVENT_LIMITS;

// Discord wants required options first, and necord takes those of a class before those of the one that it extends.

const EVENT = { ...localizedOption('eventOption'), autocomplete: true, required: true } as const;
const MEMBER = { ...localizedOption('memberOption'), required: true } as const;

/** What may be said of an event beside its title and date. */
class MoreOptions {
  @StringOption({ ...localizedOption('durationOption'), required: false })
  readonly duration: string | null;

  @IntegerOption({
    ...localizedOption('seatsOption'),
    min_value: seats.min,
    max_value: seats.max,
    required: false,
  })
  readonly seats: number | null;

  @StringOption({ ...localizedOption('rolesOption'), required: false })
  readonly roles: string | null;

  @BooleanOption({ ...localizedOption('roleRequiredOption'), required: false })
  readonly role_required: boolean | null;

  @StringOption({ ...localizedOption('placeOption'), required: false })
  readonly place: string | null;

  @StringOption({ ...localizedOption('descriptionOption'), required: false })
  readonly description: string | null;

  @StringOption({ ...localizedOption('pictureOption'), required: false })
  readonly picture: string | null;

  @StringOption({ ...localizedOption('typeOption'), choices: types, required: false })
  readonly type: string | null;
}

class TemplateOption extends MoreOptions {
  @StringOption({ ...localizedOption('templateOption'), autocomplete: true, required: false })
  readonly template: string | null;
}

/** `/event create`. */
export class CreateOptions extends TemplateOption {
  @StringOption({ ...localizedOption('titleOption'), required: true })
  readonly title: string;

  @StringOption({ ...localizedOption('whenOption'), required: true })
  readonly when: string;
}

class FromTemplateExtras {
  @StringOption({ ...localizedOption('titleOption'), required: false })
  readonly title: string | null;
}

/** `/event from-template`. */
export class FromTemplateOptions extends FromTemplateExtras {
  @StringOption({ ...localizedOption('templateOption'), autocomplete: true, required: true })
  readonly template: string;

  @StringOption({ ...localizedOption('whenOption'), required: true })
  readonly when: string;
}

/** `/event save-template`. */
export class SaveTemplateOptions {
  @StringOption(EVENT)
  readonly event: string;

  @StringOption({
    ...localizedOption('nameOption'),
    min_length: TEMPLATE_NAME.min,
    max_length: TEMPLATE_NAME.max,
    required: true,
  })
  readonly name: string;
}

/** `/event delete-template`. */
export class TemplateOptions {
  @StringOption({ ...localizedOption('templateOption'), autocomplete: true, required: true })
  readonly template: string;
}

/** An event that is to be changed. */
export class NamedOptions {
  @StringOption(EVENT)
  readonly event: string;
}

/** `/event edit`. */
export class EditOptions extends MoreOptions {
  @StringOption(EVENT)
  readonly event: string;

  @StringOption({ ...localizedOption('titleOption'), required: false })
  readonly title: string | null;

  @StringOption({ ...localizedOption('whenOption'), required: false })
  readonly when: string | null;
}

class ReasonOption {
  @StringOption({ ...localizedOption('reasonOption'), max_length: 500, required: true })
  readonly reason: string;
}

/** `/event cancel`. */
export class CancelOptions extends ReasonOption {
  @StringOption(EVENT)
  readonly event: string;
}

class WhenOption {
  @StringOption({ ...localizedOption('whenOption'), required: true })
  readonly when: string;
}

/** `/event duplicate`. */
export class DuplicateOptions extends WhenOption {
  @StringOption(EVENT)
  readonly event: string;
}

/** `/event remove`. */
export class MemberOptions {
  @StringOption(EVENT)
  readonly event: string;

  @UserOption(MEMBER)
  readonly member: User;
}

class AnyRoleOption {
  @StringOption({ ...localizedOption('roleOption'), autocomplete: true, required: false })
  readonly role: string | null;
}

/** `/event add`. */
export class AddOptions extends AnyRoleOption {
  @StringOption(EVENT)
  readonly event: string;

  @UserOption(MEMBER)
  readonly member: User;
}

/** `/event move`. */
export class MoveOptions {
  @StringOption(EVENT)
  readonly event: string;

  @UserOption(MEMBER)
  readonly member: User;

  @StringOption({ ...localizedOption('roleOption'), autocomplete: true, required: true })
  readonly role: string;
}

class CrewOption {
  @IntegerOption({
    ...localizedOption('crewOption'),
    min_value: crew.min,
    max_value: crew.max,
    required: false,
  })
  readonly crew: number | null;
}

/** `/event add-ship`. */
export class AddShipOptions extends CrewOption {
  @StringOption(EVENT)
  readonly event: string;

  @StringOption({ ...localizedOption('shipOption'), autocomplete: true, required: true })
  readonly ship: string;
}
