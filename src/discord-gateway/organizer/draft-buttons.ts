import { ButtonStyle, ComponentType } from 'discord.js';
import type { Texts } from '../../languages/texts.js';
import { formatOrganizerId, type OrganizerAction } from './organizer-id.js';

/** The row below a draft: publish it, change it, drop it. */
export function draftButtons(eventId: string, texts: Texts['organizer']): object {
  const button = (action: Exclude<OrganizerAction, 'create'>, style: ButtonStyle): object => ({
    type: ComponentType.Button,
    style,
    label: texts[action],
    custom_id: formatOrganizerId(action, eventId),
  });
  return {
    type: ComponentType.ActionRow,
    components: [
      button('publish', ButtonStyle.Success),
      button('edit', ButtonStyle.Secondary),
      button('drop', ButtonStyle.Danger),
    ],
  };
}
