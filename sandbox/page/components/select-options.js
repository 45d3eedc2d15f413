/** What a select menu offers: its own options, or the server's people, roles and channels. */

/** @typedef {import('../types').Component} Component */
/** @typedef {import('../types').Guild} Guild */
/** @typedef {import('../types').SelectOption} SelectOption */

const STRING = 3;

/** @param {Guild} guild @returns {SelectOption[]} */
const people = (guild) =>
  guild.members.map(({ user, nick }) => ({
    label: nick ?? user.global_name ?? user.username,
    value: user.id,
    description: user.username,
  }));

/** @param {Guild} guild @returns {SelectOption[]} */
const roles = (guild) =>
  guild.roles.map((role) => ({ label: `@${role.name.replace(/^@/u, '')}`, value: role.id }));

/** @param {Guild} guild @param {Component} menu @returns {SelectOption[]} */
const channels = (guild, menu) =>
  guild.channels
    .filter((channel) => !menu.channel_types?.length || menu.channel_types.includes(channel.type))
    .map((channel) => ({ label: `#${channel.name}`, value: channel.id }));

/** @param {Component} menu @param {Guild | null} guild @returns {SelectOption[]} */
export function optionsOf(menu, guild) {
  if (menu.type === STRING) return menu.options ?? [];
  if (!guild) return [];
  if (menu.type === 5) return people(guild);
  if (menu.type === 6) return roles(guild);
  if (menu.type === 7) return [...people(guild), ...roles(guild)];
  return channels(guild, menu);
}
