import { StringOption } from 'necord';

/** The option that names an event. */
export class EventOption {
  @StringOption({
    name: 'event',
    name_localizations: { fr: 'événement' },
    description: 'Title of the event',
    description_localizations: { fr: "Titre de l'événement" },
    autocomplete: true,
    required: true,
  })
  readonly event: string;
}
