import { answer, id, integer, object, ref, text, type Operations } from './schemas.js';

const byWho = object({ user_id: id('Who does it.') }, ['user_id']);

/** Coming into a server by an invitation or a request, boosts, and votes. */
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
