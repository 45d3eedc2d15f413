import {
  ButtonStyle,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
  type APIModalInteractionResponseCallbackData,
} from 'discord.js';
import { truncate } from '../../common/text.js';
import { CHANNEL_LAYOUTS, type Guild } from '../../features/guilds/rules/guild.js';
import type { FeatureState, ServerFeature } from '../../features/guilds/rules/permissions.js';
import type { ServerSetup } from '../../features/guilds/server-setup.service.js';
import {
  ORGANIZATION_NAME,
  TAG_LENGTH,
  type Organization,
} from '../../features/organizations/rules/organization.js';
import { type Locale, LOCALES, textsIn } from '../../languages/languages.js';
import type { Texts } from '../../languages/texts.js';
import type { Answer } from '../answer.js';
import { languageName } from '../commands/localized.js';
import { button, link, page, row, text, textInput } from '../layout.js';
import { reminderMenu, remindersText } from '../reminder-menu.js';
import { formatSetupId, NO_CHANNELS, type ChannelSetting } from './setup-id.js';

/** An option's label (docs/discord.md). */
const LABEL_LIMIT = 100;

/** A feature that has a channel of its own. */
type ChannelFeature = keyof Texts['setup']['channels'];

/** The settings that are channels, each with the feature that it is for, as they stand on the page. */
const CHANNELS: readonly { readonly setting: ChannelSetting; readonly feature: ChannelFeature }[] = [
  { setting: 'event_channel_id', feature: 'signup_messages' },
  { setting: 'announcement_channel_id', feature: 'announcements' },
  { setting: 'reminder_channel_id', feature: 'reminders' },
];
/** Features without a choice of a channel that `/setup` shows where they are switched on. */
const WHOLE_SERVER: readonly ServerFeature[] = ['scheduled_events', 'channels', 'threads', 'roles'];

/** What is shown on a server that is not connected yet: the organizations to choose from, and a button to found one. */
export function choicePage(organizations: readonly Organization[], locale: Locale): Answer {
  const texts = textsIn(locale).setup;
  const options = organizations.map(({ id, tag, name }) => ({
    label: truncate(`[${tag}] ${name}`, LABEL_LIMIT),
    value: id,
  }));
  const menu = {
    type: ComponentType.StringSelect,
    custom_id: formatSetupId('organization'),
    placeholder: texts.chooseOrganization,
    options,
  };
  return page([
    text(options.length === 0 ? texts.welcomeNewcomer : texts.welcome),
    ...(options.length === 0 ? [] : [row(menu)]),
    row(button(formatSetupId('found'), texts.found, ButtonStyle.Primary)),
  ]);
}

/** The form that founds an organization. */
export function foundingForm(locale: Locale): APIModalInteractionResponseCallbackData {
  const texts = textsIn(locale).setup;
  return {
    custom_id: formatSetupId('found'),
    title: texts.found,
    components: [
      textInput({
        id: 'name',
        label: texts.nameLabel,
        placeholder: texts.nameExample,
        ...ORGANIZATION_NAME,
      }),
      textInput({ id: 'tag', label: texts.tagLabel, placeholder: texts.tagExample, ...TAG_LENGTH }),
    ],
  };
}

/** The settings of a connected server, what the bot may do there, and what mends what it may not. */
export function settingsPage(
  setup: ServerSetup,
  organization: Pick<Organization, 'name' | 'tag' | 'free_seats_of_leavers'>,
  locale: Locale,
): Answer {
  const { guild, features, invite_url: inviteUrl } = setup;
  const { setup: texts } = textsIn(locale);
  const mends = features?.some(({ remedy }) => remedy === 'self') ?? false;
  const whole = (features ?? []).filter(({ feature }) => WHOLE_SERVER.includes(feature));
  return page([
    text(texts.heading(guild.guild_name, organization.tag, organization.name)),
    ...(features === null ? [text(texts.unknown)] : []),
    ...whole.map((state) => text(stateText(state, locale))),
    ...CHANNELS.flatMap(({ setting, feature }) => {
      const channelId = guild[setting];
      const state = features?.find((candidate) => candidate.feature === feature);
      return [
        text(
          channelId === null || state === undefined ? unsetText(feature, locale) : stateText(state, locale),
        ),
        row(channelMenu(setting, channelId, texts.channels[feature])),
      ];
    }),
    text(texts.layoutHeading),
    row(layoutMenu(guild, texts)),
    text(
      `${texts.remindersHeading}\n${remindersText(guild.reminder_enabled ? guild.reminder_offsets_minutes : [], locale)}`,
    ),
    row(
      reminderMenu(
        formatSetupId('reminders'),
        guild.reminder_enabled ? guild.reminder_offsets_minutes : [],
        locale,
      ),
    ),
    text(texts.languageHeading),
    row(languageMenu(guild.locale)),
    text(texts.leavers(organization.free_seats_of_leavers)),
    row(
      ...(mends ? [button(formatSetupId('mend'), texts.mend, ButtonStyle.Success)] : []),
      ...(inviteUrl === null ? [] : [link(texts.invite, inviteUrl)]),
      leaversButton(organization.free_seats_of_leavers, texts),
      button(formatSetupId('look'), texts.look),
    ),
    text(guild.event_channel_id === null ? texts.nextChannel : texts.nextEvent),
  ]);
}

function stateText(
  { feature, channel_id, needed, permissions, remedy }: FeatureState,
  locale: Locale,
): string {
  const { setup: texts, permissionNames } = textsIn(locale);
  const names = (list: readonly (keyof typeof permissionNames)[]): string =>
    list.map((name) => permissionNames[name]).join(', ');
  const where = channel_id === null ? '' : ` <#${channel_id}>`;
  const title = `**${texts.features[feature]}**${where}`;
  if (remedy === null) return `✅ ${title}\n-# ${texts.needs(names(needed))}`;
  return `⚠️ ${title}\n${texts.lacks(names(permissions))} ${texts.remedies[remedy]}`;
}

function unsetText(feature: ServerFeature, locale: Locale): string {
  const { features, noChannel, otherChannel } = textsIn(locale).setup;
  return `▫️ **${features[feature]}**\n-# ${feature === 'signup_messages' ? noChannel : otherChannel}`;
}

function channelMenu(setting: ChannelSetting, channelId: string | null, placeholder: string): object {
  return {
    type: ComponentType.ChannelSelect,
    custom_id: formatSetupId(setting),
    placeholder,
    channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
    min_values: 0,
    max_values: 1,
    ...(channelId !== null && {
      default_values: [{ id: channelId, type: SelectMenuDefaultValueType.Channel }],
    }),
  };
}

/** Does the opposite of what is set. */
function leaversButton(frees: boolean, texts: Texts['setup']): object {
  return frees
    ? button(formatSetupId('keep_seats'), texts.keepSeats)
    : button(formatSetupId('free_seats'), texts.freeSeats);
}

/** Whether events get channels here, and which. */
function layoutMenu({ auto_create_channels, channel_layout }: Guild, texts: Texts['setup']): object {
  const chosen = auto_create_channels ? channel_layout : NO_CHANNELS;
  const options = ([NO_CHANNELS, ...CHANNEL_LAYOUTS] as const).map((value) => ({
    label: texts.layouts[value],
    value,
    default: value === chosen,
  }));
  return { type: ComponentType.StringSelect, custom_id: formatSetupId('channel_layout'), options };
}

function languageMenu(chosen: Locale): object {
  const options = LOCALES.map((locale) => ({
    label: languageName(locale),
    value: locale,
    default: locale === chosen,
  }));
  return { type: ComponentType.StringSelect, custom_id: formatSetupId('locale'), options };
}
