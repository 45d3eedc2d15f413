import {
  answer,
  bits,
  dictionary,
  flag,
  id,
  integer,
  list,
  object,
  oneOf,
  ref,
  text,
  time,
  type Operations,
} from './schemas.js';

const person = object({
  id: id('A person of this id; without it, a new one.'),
  username: text('Required of a new person.', { minLength: 1, maxLength: 32 }),
  global_name: text('The name that others see.', { maxLength: 32 }),
  locale: text("The language of their Discord, one of Discord's locales."),
  dms_open: flag('Whether they take direct messages; true unless told.'),
  roles: list(text('A role, by id or name.')),
});
const role = object(
  {
    id: id('Its id; a new one unless told.'),
    name: text('Its name.', { minLength: 1, maxLength: 100 }),
    position: integer('Its place from below; a role above the bot’s (50) cannot be managed by the bot.', {
      minimum: 1,
    }),
    permissions: bits('Permission bits.'),
    color: integer('Its colour.'),
    mentionable: flag('Whether everybody may mention it.'),
  },
  ['name'],
);
const overwrite = object(
  {
    id: id('A role or member.'),
    type: integer('0: a role, 1: a member.', { enum: [0, 1] }),
    allow: bits('Bits that are allowed.'),
    deny: bits('Bits that are denied.'),
  },
  ['id', 'type'],
);
const channel = object(
  {
    id: id('Its id; a new one unless told.'),
    name: text('Its name.', { minLength: 1, maxLength: 100 }),
    type: integer('A channel type of Discord; 0, text, unless told.', { minimum: 0, maximum: 16 }),
    topic: text('Its topic.', { maxLength: 1024 }),
    position: integer('Its place.', { minimum: 0 }),
    parent_id: id('Its category.'),
    permission_overwrites: list(overwrite),
  },
  ['name'],
);
const userId = id('Who does it.');

/** Servers and who is in them, people, voice and scheduled events. */
export const serverOperations: Operations = {
  'GET /guilds': { id: 'listGuilds', summary: 'Lists all servers.', answer: list(ref('GuildSummary')) },
  'POST /guilds': {
    id: 'makeGuild',
    summary: 'Makes a server with the bot in it.',
    status: 201,
    body: object(
      {
        id: id('Its id; a new one unless told.'),
        name: text('Its name.', { minLength: 1, maxLength: 100 }),
        owner_id: id('Its owner; the first member unless told.'),
        preferred_locale: text('Its language.'),
        members: list(person),
        roles: list(role),
        channels: list(channel),
        bot_permissions: bits('What the bot may do; all that a community bot needs unless told.'),
        bot_role_position: integer('The place of the bot’s own role; 50 unless told.', { minimum: 1 }),
      },
      ['name'],
    ),
    answer: ref('Guild'),
  },
  'GET /guilds/{guild_id}': { id: 'readGuild', summary: 'Reads a server whole.', answer: ref('Guild') },
  'DELETE /guilds/{guild_id}': { id: 'removeBot', summary: 'Removes the bot from a server, which ends.' },
  'PUT /guilds/{guild_id}/outage': { id: 'beginOutage', summary: 'Lets Discord lose a server for a while.' },
  'DELETE /guilds/{guild_id}/outage': { id: 'endOutage', summary: 'Brings a lost server back.' },
  'PUT /guilds/{guild_id}/members/{user_id}': {
    id: 'putMember',
    summary: 'Lets somebody join, or changes what is named of a member.',
    body: object({
      username: text('Required of a new person.', { minLength: 1, maxLength: 32 }),
      global_name: text('The name that others see.', { maxLength: 32 }),
      locale: text('The language of their Discord.'),
      dms_open: flag('Whether they take direct messages.'),
      roles: list(text('A role, by id or name.')),
      nick: text('Their name in this server; empty for none.', { maxLength: 32 }),
    }),
    answer: ref('APIGuildMember'),
  },
  'DELETE /guilds/{guild_id}/members/{user_id}': { id: 'removeMember', summary: 'Lets a member leave.' },
  'PUT /guilds/{guild_id}/voice-states/{user_id}': {
    id: 'enterVoice',
    summary: 'Lets a member enter a voice channel, or move to it.',
    body: object(
      {
        channel_id: id('The voice channel.'),
        self_mute: flag('Whether their microphone is off.'),
        self_deaf: flag('Whether they hear nothing.'),
        self_video: flag('Whether their camera is on.'),
      },
      ['channel_id'],
    ),
    answer: ref('APIVoiceState'),
  },
  'DELETE /guilds/{guild_id}/voice-states/{user_id}': {
    id: 'leaveVoice',
    summary: 'Lets a member leave their voice channel.',
  },
  'PATCH /users/{user_id}': {
    id: 'changeUser',
    summary: 'Changes what others see of a person.',
    body: object({
      dms_open: flag('Whether they take direct messages.'),
      locale: text('The language of their Discord.'),
      username: text('Their name.', { minLength: 2, maxLength: 32 }),
      global_name: text('The name that others see.', { maxLength: 32 }),
      avatar: text('Their picture, as a data URI.'),
      status: oneOf('Whether they are there.', ['online', 'idle', 'dnd', 'offline']),
    }),
    answer: ref('User'),
  },
  'GET /users/{user_id}/dms': {
    id: 'listDirectMessages',
    summary: 'Lists the direct messages of a person and the bot.',
    answer: list(ref('APIMessage')),
  },
  'GET /users/{user_id}/ephemerals': {
    id: 'listEphemerals',
    summary: 'Lists the answers that only this person sees.',
    answer: list(ref('APIMessage')),
  },
  'POST /guilds/{guild_id}/scheduled-events': {
    id: 'makeScheduledEvent',
    summary: 'Lets somebody make a scheduled event, as far as they may.',
    body: object(
      {
        user_id: userId,
        name: text('Its name.', { minLength: 1, maxLength: 100 }),
        description: text('What it is about.', { maxLength: 1000 }),
        privacy_level: integer('2: its server only.', { enum: [2] }),
        entity_type: integer('1: a stage, 2: a voice channel, 3: elsewhere.', { enum: [1, 2, 3] }),
        channel_id: id('Its channel, of types 1 and 2.'),
        entity_metadata: object({ location: text('Where it is, of type 3.', { maxLength: 100 }) }),
        scheduled_start_time: time('When it starts.'),
        scheduled_end_time: time('When it ends; required of type 3.'),
        image: text('Its picture, as a data URI.'),
        recurrence_rule: dictionary('How it recurs, as Discord documents it.'),
      },
      ['user_id', 'name', 'privacy_level', 'entity_type', 'scheduled_start_time'],
    ),
    answer: ref('APIGuildScheduledEvent'),
  },
  'PATCH /scheduled-events/{event_id}': {
    id: 'changeScheduledEvent',
    summary: 'Lets somebody start, end or cancel a scheduled event, as far as they may.',
    body: object(
      { user_id: userId, status: integer('2: it runs, 3: it is over, 4: cancelled.', { enum: [2, 3, 4] }) },
      ['user_id', 'status'],
    ),
    answer: ref('APIGuildScheduledEvent'),
  },
  'PUT /scheduled-events/{event_id}/users/{user_id}': {
    id: 'showInterest',
    summary: 'Lets a member be interested in a scheduled event.',
    query: { exception_id: id('In this occurrence only.') },
  },
  'DELETE /scheduled-events/{event_id}/users/{user_id}': {
    id: 'withdrawInterest',
    summary: 'Takes a member’s interest in a scheduled event back.',
    query: { exception_id: id('In this occurrence only.') },
  },
  'POST /oauth2/authorize': {
    id: 'authorize',
    summary: 'Lets somebody allow the application to act for them, without a browser.',
    body: object(
      {
        user_id: userId,
        redirect_uri: text('Where they are sent back to.'),
        scope: text('Scopes, with spaces between them.'),
        state: text('Comes back with them.'),
        code_challenge: text('For PKCE.'),
        code_challenge_method: oneOf('How the challenge was made.', ['S256', 'plain']),
      },
      ['user_id', 'redirect_uri', 'scope'],
    ),
    answer: answer({
      code: text('To be exchanged for a token.'),
      location: text('Where the browser would be sent.'),
    }),
  },
};
