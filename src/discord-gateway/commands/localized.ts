import {
  InteractionContextType,
  Locale as DiscordLocale,
  PermissionFlagsBits,
  type LocalizationMap,
} from 'discord.js';
import { type Locale, localeFromDiscord, textsIn } from '../../languages/languages.js';
import type { Texts } from '../../languages/texts.js';

type Commands = Texts['commands'];

/** The language of the names by which programs call a command. */
const CALLED_IN = 'en';

/** Where a command can be used: on servers, or in direct messages with the bot too. */
export const ON_SERVERS = { contexts: [InteractionContextType.Guild] };
/** For whom Discord shows commands that are for organizers alone, unless a server's settings say otherwise. */
export const FOR_ORGANIZERS = { ...ON_SERVERS, defaultMemberPermissions: PermissionFlagsBits.ManageEvents };
export const EVERYWHERE = { contexts: [InteractionContextType.Guild, InteractionContextType.BotDM] };

interface Localized {
  readonly name: string;
  readonly nameLocalizations: LocalizationMap;
  readonly description: string;
  readonly descriptionLocalizations: LocalizationMap;
}

/** A command's name and description in every language, for necord's decorators. */
export function localized(key: keyof Commands): Localized {
  return {
    ...textsIn(CALLED_IN).commands[key],
    nameLocalizations: inDiscordLocales(({ commands }) => commands[key].name),
    descriptionLocalizations: inDiscordLocales(({ commands }) => commands[key].description),
  };
}

/** The name of a command in the menu of a member or a message, in every language. */
export function localizedMenu(key: keyof Texts['contextMenus']): {
  readonly name: string;
  readonly nameLocalizations: LocalizationMap;
} {
  return {
    name: textsIn(CALLED_IN).contextMenus[key],
    nameLocalizations: inDiscordLocales(({ contextMenus }) => contextMenus[key]),
  };
}

/** As `localized`, for the decorators of options, which are spelled as in Discord's API. */
export function localizedOption(key: keyof Commands): {
  readonly name: string;
  readonly name_localizations: LocalizationMap;
  readonly description: string;
  readonly description_localizations: LocalizationMap;
} {
  const { name, nameLocalizations, description, descriptionLocalizations } = localized(key);
  return {
    name,
    name_localizations: nameLocalizations,
    description,
    description_localizations: descriptionLocalizations,
  };
}

/** A choice of an option, by its name in every language. */
export function localizedChoice<Value extends string>(
  value: Value,
  choose: (texts: Texts) => string,
): { readonly name: string; readonly name_localizations: LocalizationMap; readonly value: Value } {
  const name = choose(textsIn(CALLED_IN));
  return { name, name_localizations: inDiscordLocales(choose), value };
}

/** In each language of Discord's as its people are answered, so that commands have the names by which answers call them. */
function inDiscordLocales(choose: (texts: Texts) => string): LocalizationMap {
  return Object.fromEntries(
    Object.values(DiscordLocale).map((locale) => [locale, choose(textsIn(localeFromDiscord(locale)))]),
  );
}

/** A language by its own name for itself. */
export function languageName(locale: Locale): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
}

/** A command as somebody types it in their language, such as `/événement créer`. */
export function typed(keys: readonly (keyof Commands)[], locale: Locale): string {
  const { commands } = textsIn(locale);
  return `/${keys.map((key) => commands[key].name).join(' ')}`;
}
