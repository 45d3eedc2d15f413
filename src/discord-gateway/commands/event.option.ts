import { StringOption } from 'necord';
import { localizedOption } from './localized.js';

/** The option that names an event. */
export class EventOption {
  @StringOption({
    ...localizedOption('eventOption'),
    autocomplete: true,
    required: true,
  })
  readonly event: string;
}
