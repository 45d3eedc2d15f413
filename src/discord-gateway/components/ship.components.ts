import { Injectable } from '@nestjs/common';
import type {
  APIModalInteractionResponseCallbackData,
  BaseInteraction,
  ModalSubmitInteraction,
  StringSelectMenuInteraction,
} from 'discord.js';
import { Context, Modal } from 'necord';
import { escapeMarkup } from '../../common/discord-text.js';
import { DomainError, notFound } from '../../common/errors.js';
import { nameFault, tidy } from '../../common/names.js';
import { EventsService } from '../../features/events/events.service.js';
import { EVENT_LIMITS } from '../../features/events/rules/limits.js';
import type { SignupState } from '../../features/events/signup-state.js';
import { SignupsService } from '../../features/events/signups.service.js';
import {
  type CustomId,
  formatCustomId,
  parseCustomId,
  SIGNUP_PATH,
} from '../../features/scheduled-events/rules/custom-id.js';
import { fleetPage, parseShipChoice, type ShipChoice } from '../../features/scheduled-events/rules/ships.js';
import { toMenuRows, toPageRows } from '../../features/scheduled-events/rules/signup-message-body.js';
import { type Locale, textsIn } from '../../languages/languages.js';
import type { Texts } from '../../languages/texts.js';
import { answer, answerWithForm, type Answer } from '../answer.js';
import { textInput } from '../layout.js';
import { Members } from '../members.js';

/** The menu of ships in a signup message, the pages of a large fleet, and the form for a ship of one's own. */
@Injectable()
export class ShipComponents {
  constructor(
    private readonly members: Members,
    private readonly signups: SignupsService,
    private readonly events: EventsService,
  ) {}

  /** Boards a ship or leaves it; asks which one somebody brings, or shows the rest of the fleet. */
  async choose(interaction: StringSelectMenuInteraction, eventId: string): Promise<void> {
    const choice = parseShipChoice(interaction.values[0] ?? '');
    if (choice === 'own') {
      return answerWithForm(interaction, (locale) => Promise.resolve(ownShipForm(eventId, locale)));
    }
    await answer(interaction, async (locale) => {
      if (choice === 'more') return this.fleet(interaction, { event_id: eventId, part: 0 }, locale);
      if (choice === null) throw notFound('event');
      const state = await this.board(interaction, eventId, choice);
      return { content: describe(state, textsIn(locale)) };
    });
  }

  /** The ships that the menu of the message leaves out; the part of the component's id is the page. */
  async fleet(
    interaction: BaseInteraction & { readonly locale: string },
    { event_id: eventId, part }: Pick<CustomId, 'event_id' | 'part'>,
    locale: Locale,
  ): Promise<Answer> {
    await this.events.read(await this.members.actorOf(interaction), eventId);
    const event = await this.events.findWithRoster(eventId);
    if (event === null) throw notFound('event');
    const texts = textsIn(locale).signupMessage;
    const page = fleetPage(event, event.roster, part, texts);
    return {
      content: `**${escapeMarkup(event.title)}** · ${texts.chooseShip}`,
      components: [...toMenuRows(page.menus, eventId, 'board'), ...toPageRows(page, eventId, texts, 'ships')],
    };
  }

  @Modal(SIGNUP_PATH)
  async onOwnShip(@Context() [interaction]: [ModalSubmitInteraction]): Promise<void> {
    await answer(interaction, async (locale) => {
      const id = parseCustomId(interaction.customId);
      if (id === null) throw notFound('event');
      const model = tidy(interaction.fields.getTextInputValue('ship'));
      if (model !== '' && nameFault(model, EVENT_LIMITS.ship_model) !== null)
        return { content: textsIn(locale).form.ship };
      const actor = await this.members.actorOf(interaction);
      const change = { ship_model: model === '' ? null : model };
      await this.signups.change(actor, id.event_id, change, interaction.id);
      const texts = textsIn(locale).answers;
      return { content: model === '' ? texts.noOwnShip : texts.ownShip(model) };
    });
  }

  /** Who has not signed up yet does so by boarding. */
  private async board(
    interaction: StringSelectMenuInteraction,
    eventId: string,
    choice: Exclude<ShipChoice, 'own' | 'more'>,
  ): Promise<SignupState> {
    const actor = await this.members.actorOf(interaction);
    try {
      return await this.signups.board(actor, eventId, choice, interaction.id);
    } catch (error) {
      const isNew = error instanceof DomainError && error.code === 'not_signed_up' && choice.ship_id !== null;
      if (!isNew) throw error;
      const arrival = { role_id: null, notes: null, ship_model: null, source: 'discord' } as const;
      await this.signups.signUp(actor, { event_id: eventId, ...arrival }, interaction.id);
      return this.signups.board(actor, eventId, choice);
    }
  }
}

function describe({ event, entry }: SignupState, { answers, signupMessage }: Texts): string {
  const ship = event.fleet_ships.find(({ id }) => id === entry.ship_id);
  const { ship_post: post } = entry;
  if (ship === undefined || post === undefined || post === null) return answers.ashore;
  return answers.boarded(ship.ship_model, signupMessage.posts[post]);
}

function ownShipForm(eventId: string, locale: Locale): APIModalInteractionResponseCallbackData {
  const texts = textsIn(locale).form;
  const field = { id: 'ship', label: texts.shipLabel, max: EVENT_LIMITS.ship_model.max, required: false };
  return {
    custom_id: formatCustomId({ action: 'own_ship', event_id: eventId, part: 0 }),
    title: texts.shipHeading,
    components: [textInput(field)],
  };
}
