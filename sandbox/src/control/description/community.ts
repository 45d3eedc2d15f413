import {
  answer,
  dictionary,
  id,
  integer,
  list,
  object,
  oneOf,
  ref,
  text,
  type Operations,
} from './schemas.js';

const byWho = object({ user_id: id('Who does it.') }, ['user_id']);

/** Coming into a server by an invitation or a request, boosts, votes, and what is sold. */
export const communityOperations: Operations = {
  'POST /invites/{code}': {
    id: 'acceptInvite',
    summary: 'Lets somebody come in by an invitation.',
    body: byWho,
    answer: ref('APIGuildMember'),
  },
  'POST /guilds/{guild_id}/requests': {
    id: 'askToJoin',
    summary: 'Lets somebody ask to be let in.',
    body: byWho,
    answer: ref('JoinRequest'),
  },
  'PUT /guilds/{guild_id}/boosts/{user_id}': { id: 'addBoost', summary: 'Lets a member boost the server.' },
  'DELETE /guilds/{guild_id}/boosts/{user_id}': {
    id: 'removeBoost',
    summary: 'Takes a member’s boost back.',
  },
  'PUT /guilds/{guild_id}/vanity-url': {
    id: 'setVanityUrl',
    summary: 'Gives the server an address of its own.',
    body: object({ code: text('The address.', { minLength: 2, maxLength: 32 }) }, ['code']),
    answer: answer({ code: text('The address.'), uses: integer('How many came by it.') }),
  },
  'POST /skus': {
    id: 'makeSku',
    summary: 'Lets the application sell something.',
    body: object(
      {
        name: text('Its name.', { minLength: 1, maxLength: 100 }),
        type: oneOf('2 for good, 3 consumable, 5 a subscription, 6 the group of one.', [2, 3, 5, 6]),
      },
      ['name', 'type'],
    ),
    answer: answer({
      id: id('Its id.'),
      type: integer('As told.'),
      name: text('Its name.'),
      slug: text('Its name in small letters.'),
      flags: integer('Whether it can be bought (4).'),
    }),
  },
  'PUT /users/{user_id}/subscriptions/{sku_id}': {
    id: 'subscribe',
    summary:
      'Lets somebody subscribe to something that the application sells, for themselves or for a server.',
    body: object({ guild_id: id('The server.') }),
    answer: ref('APISubscription'),
  },
  'DELETE /users/{user_id}/subscriptions/{sku_id}': {
    id: 'cancelSubscription',
    summary: 'Lets somebody cancel a subscription, which ends with its period of 30 days.',
    answer: ref('APISubscription'),
  },
  'PUT /activities/{instance}/users/{user_id}': {
    id: 'joinActivity',
    summary: 'Lets somebody into a running activity of the application.',
    answer: answer({
      application_id: id('The application.'),
      instance_id: text('Its instance.'),
      launch_id: id('Its launch.'),
      location: dictionary('Where it runs, as Discord tells of it.'),
      users: list(id('Who is in it.')),
    }),
  },
  'DELETE /activities/{instance}/users/{user_id}': {
    id: 'leaveActivity',
    summary: 'Lets somebody leave an activity, which ends when nobody is left.',
  },
  'PUT /messages/{message_id}/poll/{answer_id}/{user_id}': {
    id: 'addVote',
    summary: 'Lets somebody vote in a poll.',
  },
  'DELETE /messages/{message_id}/poll/{answer_id}/{user_id}': {
    id: 'removeVote',
    summary: 'Takes somebody’s vote back.',
  },
};

export const COMMUNITY_SCHEMAS = {
  JoinRequest: {
    ...object(
      {
        id: id('Its id.'),
        guild_id: id('The server.'),
        user_id: id('Who asks.'),
        application_status: text('What became of it.'),
      },
      ['id', 'guild_id', 'user_id'],
    ),
    additionalProperties: true,
  },
};
