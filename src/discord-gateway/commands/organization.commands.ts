import { Injectable } from '@nestjs/common';
import {
  type BaseInteraction,
  type ButtonInteraction,
  ButtonStyle,
  type ChatInputCommandInteraction,
  ComponentType,
} from 'discord.js';
import { Button, Context, createCommandGroupDecorator, Subcommand } from 'necord';
import { notFound } from '../../common/errors.js';
import type { Page } from '../../common/page.js';
import { truncate } from '../../common/text.js';
import { GuildsService } from '../../features/guilds/guilds.service.js';
import {
  type JoinRequestRow,
  JoinRequestsService,
} from '../../features/organizations/join-requests.service.js';
import {
  decisionButtons,
  JOIN_REQUEST_PATH,
  parseDecisionId,
} from '../../features/organizations/rules/joining.js';
import { textsIn } from '../../languages/languages.js';
import type { Texts } from '../../languages/texts.js';
import { answer, type Answer } from '../answer.js';
import { Members } from '../members.js';
import { localized, ON_SERVERS } from './localized.js';

const OrganizationCommand = createCommandGroupDecorator({ ...localized('organization'), ...ON_SERVERS });

/** A message has at most five rows of components. */
const SHOWN = 5;
/** As much of what somebody wrote as lets all of them fit into one message. */
const MESSAGE_SHOWN = 150;

/** `/organization join` and `/organization requests`, on a server of the organization, and the buttons that decide requests. */
@Injectable()
@OrganizationCommand()
export class OrganizationCommands {
  constructor(
    private readonly members: Members,
    private readonly guilds: GuildsService,
    private readonly requests: JoinRequestsService,
  ) {}

  @Subcommand(localized('organizationJoin'))
  async join(@Context() [interaction]: [ChatInputCommandInteraction]): Promise<void> {
    await answer(interaction, async (locale) => {
      const orgId = await this.orgIdOf(interaction);
      await this.requests.create(await this.members.actorOf(interaction), orgId, null);
      return { content: textsIn(locale).joining.asked };
    });
  }

  @Subcommand(localized('organizationRequests'))
  async list(@Context() [interaction]: [ChatInputCommandInteraction]): Promise<void> {
    await answer(interaction, async (locale) => {
      const orgId = await this.orgIdOf(interaction);
      const actor = await this.members.actorOf(interaction);
      const page = await this.requests.list(actor, orgId, { limit: SHOWN });
      return describeRequests(page, textsIn(locale).joining);
    });
  }

  @Button(JOIN_REQUEST_PATH)
  async decide(@Context() [interaction]: [ButtonInteraction]): Promise<void> {
    await answer(interaction, async (locale) => {
      const id = parseDecisionId(interaction.customId);
      if (id === null) throw notFound('join_request');
      const actor = await this.members.actorOf(interaction);
      const { handle } = await this.requests.decideAnywhere(actor, id.request_id, id.decision);
      return { content: textsIn(locale).joining.decided[id.decision](handle) };
    });
  }

  /** @throws not_found outside a server that an organization has registered */
  private async orgIdOf({ guildId }: BaseInteraction): Promise<string> {
    const guild = guildId === null ? null : await this.guilds.find(guildId);
    if (guild === null) throw notFound('guild');
    return guild.org_id;
  }
}

function describeRequests({ items, next_cursor }: Page<JoinRequestRow>, texts: Texts['joining']): Answer {
  if (items.length === 0) return { content: texts.noRequests };
  const lines = items.map(({ handle, message }) =>
    texts.request(handle, message === null ? null : truncate(message, MESSAGE_SHOWN)),
  );
  const more = next_cursor === null ? [] : [texts.moreRequests];
  return {
    content: [`**${texts.requests}**`, ...lines, ...more].join('\n'),
    components: items.map((request) => rowOf(decisionButtons(request, texts.button))),
  };
}

/** The first decision, to accept, is the green button. */
function rowOf(buttons: ReturnType<typeof decisionButtons>): object {
  const styled = buttons.map((button, index) => ({
    type: ComponentType.Button,
    style: index === 0 ? ButtonStyle.Success : ButtonStyle.Secondary,
    ...button,
  }));
  return { type: ComponentType.ActionRow, components: styled };
}
