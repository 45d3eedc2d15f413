import {
  answer,
  anything,
  dictionary,
  flag,
  id,
  integer,
  list,
  number,
  object,
  oneOf,
  orNull,
  ref,
  text,
  time,
  type Operations,
  type Schema,
} from './schemas.js';

const userId = id('Who does it.');
const delivery: Record<string, Schema> = {
  transport: oneOf('How the bot gets it: as Discord would send it unless told.', ['gateway', 'http']),
  wait_ms: integer('How long to wait, after a deferred answer, for what it announced; 1,000 unless told.', {
    minimum: 0,
    maximum: 60_000,
  }),
};
const command: Record<string, Schema> = {
  guild_id: id('The server; that of the channel unless told.'),
  channel_id: id('Where it is used.'),
  user_id: userId,
  name: text('Its name, with the subcommand after a space.', { minLength: 1 }),
  type: integer('1: slash command, 2: from the menu of a user, 3: of a message.', { enum: [1, 2, 3] }),
  target_id: id('The user or message of a menu.'),
  options: {
    description: "Values by the options' names, or Discord's own list.",
    oneOf: [dictionary('By name.'), list(dictionary('As in Discord.'))],
  },
  focused: text('The option that is being typed.'),
};
const NEEDED = ['channel_id', 'user_id', 'name'];

/** Messages, interactions, trouble on demand, the clock and what was asked. */
export const doingOperations: Operations = {
  'POST /messages': {
    id: 'writeMessage',
    summary: 'Lets somebody write or answer, as far as they may; with files as a form with payload_json.',
    body: object(
      {
        channel_id: id('Where.'),
        user_id: userId,
        content: text('What.', { maxLength: 2000 }),
        message_reference: object({
          type: oneOf('0: an answer, 1: a forward.', [0, 1]),
          message_id: id('The message that is answered or passed on.'),
          channel_id: id('Where it stands; needed for a forward.'),
        }),
        sticker_ids: list(id('A sticker of the server.')),
      },
      ['channel_id', 'user_id'],
    ),
    answer: ref('APIMessage'),
  },
  'PATCH /messages/{message_id}': {
    id: 'editMessage',
    summary: 'Lets somebody edit their own message.',
    body: object({ user_id: userId, content: text('The new text.', { maxLength: 2000 }) }, ['user_id']),
    answer: ref('APIMessage'),
  },
  'DELETE /messages/{message_id}': {
    id: 'deleteMessage',
    summary: 'Lets somebody delete a message, as far as they may.',
    query: { user_id: userId },
  },
  'PUT /messages/{message_id}/reactions/{emoji}/{user_id}': {
    id: 'addReaction',
    summary: 'Lets somebody react with an emoji, or name:id of a server’s own.',
  },
  'DELETE /messages/{message_id}/reactions/{emoji}/{user_id}': {
    id: 'removeReaction',
    summary: 'Takes somebody’s reaction back.',
  },
  'PUT /messages/{message_id}/pin': {
    id: 'pinMessage',
    summary: 'Lets somebody pin a message, as far as they may.',
    query: { user_id: userId },
  },
  'DELETE /messages/{message_id}/pin': {
    id: 'unpinMessage',
    summary: 'Lets somebody unpin a message, as far as they may.',
    query: { user_id: userId },
  },
  'POST /interactions/component': {
    id: 'useComponent',
    summary: 'Lets somebody click a button or choose from a select.',
    body: object(
      {
        message_id: id('The message with the component.'),
        user_id: userId,
        custom_id: text('The component.'),
        values: list(text('What is chosen.')),
        ...delivery,
      },
      ['message_id', 'user_id', 'custom_id'],
    ),
    answer: ref('Outcome'),
  },
  'POST /interactions/command': {
    id: 'useCommand',
    summary: 'Lets somebody use a command.',
    body: object({ ...command, ...delivery }, NEEDED),
    answer: ref('Outcome'),
  },
  'POST /interactions/autocomplete': {
    id: 'autocomplete',
    summary: 'Lets somebody type an option of a command, for which the bot offers choices.',
    body: object({ ...command, ...delivery }, NEEDED),
    answer: ref('Outcome'),
  },
  'POST /interactions/modal': {
    id: 'submitModal',
    summary: 'Lets somebody send a modal that the bot has opened.',
    body: object(
      {
        interaction_id: id('The interaction whose answer opened it.'),
        user_id: userId,
        custom_id: text('The modal.'),
        fields: dictionary('What is filled in, by the custom ids.'),
        ...delivery,
      },
      ['interaction_id', 'user_id', 'custom_id'],
    ),
    answer: ref('Outcome'),
  },
  'POST /interactions/probe': {
    id: 'probeEndpoint',
    summary: 'Sends a wrong signature to the interactions endpoint, as Discord does now and then.',
    answer: answer({ verified: flag('Whether the endpoint has refused it and stays.') }),
  },
  'GET /interactions/{interaction_id}': {
    id: 'readInteraction',
    summary: 'Reads an interaction as it is now, with later edits and follow-ups.',
    answer: ref('Outcome'),
  },
  'GET /faults': {
    id: 'listFaults',
    summary: 'Lists the faults that still wait.',
    answer: list(ref('Fault')),
  },
  'POST /faults': {
    id: 'addFaults',
    summary: 'Lets the next matching REST calls fail.',
    body: { oneOf: [ref('Fault'), list(ref('Fault'))] },
    answer: list(ref('Fault')),
  },
  'DELETE /faults/{fault_id}': {
    id: 'removeFault',
    summary: 'Takes one fault away, and lists the others.',
    answer: list(ref('Fault')),
  },
  'DELETE /faults': { id: 'clearFaults', summary: 'Forgets all faults.', answer: list(ref('Fault')) },
  'GET /gateway': {
    id: 'readGateway',
    summary: 'Counts the connected clients.',
    answer: answer({ connections: integer('Clients that have identified.') }),
  },
  'POST /gateway': {
    id: 'disturbGateway',
    summary: 'Lets the gateway close connections, ask to reconnect, invalidate sessions or fall silent.',
    body: object(
      {
        action: oneOf('What happens.', ['close', 'reconnect', 'invalid_session', 'silence']),
        code: integer('The close code; 4000 unless told, below 1000 without a goodbye.'),
        resumable: flag('Whether an invalid session may be resumed.'),
      },
      ['action'],
    ),
    answer: answer({ connections: integer('Clients that it happened to.') }),
  },
  'GET /clock': { id: 'readClock', summary: 'Reads the clock.', answer: ref('Clock') },
  'POST /clock': {
    id: 'moveClock',
    summary: 'Moves the clock ahead; what is due on the way happens.',
    body: object({
      advance_ms: integer('By so many milliseconds.', { minimum: 0 }),
      now: time('To this time.'),
    }),
    answer: ref('Clock'),
  },
  'GET /requests': {
    id: 'listRequests',
    summary: 'Lists the REST calls of bots, oldest first.',
    query: { since: text('After this sequence number, or from this time.') },
    answer: list(ref('RequestEntry')),
  },
  'POST /reset': {
    id: 'reset',
    summary: 'Empties everything; the application and its global commands stay.',
  },
};

/** The schemas of their own that answers share. */
export const SCHEMAS: Record<string, Schema> = {
  Clock: answer({
    now: time('What time it is.'),
    ahead_ms: integer('How far it is ahead of the real time.'),
  }),
  Fault: object({
    id: integer('Its number, which the sandbox gives it.', { readOnly: true }),
    method: text('The HTTP method it concerns; all when absent.'),
    path: text('The Discord path it concerns, or a pattern; all when absent.'),
    status: integer('Answers with this status and does nothing.', { minimum: 0 }),
    code: integer('Discord’s error code of that answer.', { minimum: 0 }),
    retry_after: number('Seconds to wait, for status 429.'),
    latency_ms: integer('Delays the work.', { minimum: 0 }),
    drop: oneOf('Cuts the connection before or after the work.', ['before', 'after']),
    times: integer('How many requests it hits; 1 when absent.', { minimum: 0 }),
    probability: number('The chance from 0 to 1 that a request is hit.'),
  }),
  GuildSummary: answer({ id: id('Its id.'), name: text('Its name.'), owner_id: id('Its owner.') }),
  Guild: answer({
    id: id('Its id.'),
    name: text('Its name.'),
    owner_id: id('Its owner.'),
    preferred_locale: text('Its language.'),
    scheduled_events: list(ref('APIGuildScheduledEvent')),
    channels: list({ allOf: [ref('Channel'), answer({ messages: list(ref('APIMessage')) })] }),
    roles: list(ref('APIRole')),
    members: list(ref('APIGuildMember')),
  }),
  Channel: {
    ...object({ id: id('Its id.'), type: integer('Its type.'), name: text('Its name.') }, [
      'id',
      'type',
      'name',
    ]),
    additionalProperties: true,
  },
  User: {
    allOf: [
      ref('APIUser'),
      answer({
        locale: text('Their language.'),
        dms_open: flag('Whether they take direct messages.'),
        status: text('Whether they are there.'),
      }),
    ],
  },
  Outcome: answer({
    interaction_id: id('Its id.'),
    ack_ms: { type: ['integer', 'null'], description: 'Milliseconds until the bot answered.' },
    type: { type: ['integer', 'null'], description: 'The type of the first answer.' },
    data: anything('Its data, as the bot sent them.'),
    message: { oneOf: [ref('APIMessage'), { type: 'null' }] },
    follow_ups: list(ref('APIMessage')),
    failed: { type: ['string', 'null'], description: 'Why Discord would say that it failed.' },
  }),
  RequestEntry: answer({
    seq: integer('Counts up from 1.'),
    at: time('When it came.'),
    method: text('The HTTP method.'),
    path: text('The path as it came.'),
    query: text('The query as it came.'),
    route: { type: ['string', 'null'], description: 'The path as Discord documents it.' },
    status: integer('The status of the answer; 0 when the connection was cut.'),
    ms: number('How long it took.'),
    user_agent: { type: ['string', 'null'], description: 'Who asked.' },
    body: anything('What was sent, long texts cut; kept of the latest 500.'),
    error: orNull('Why it was refused.', {
      code: integer('Discord’s error code.'),
      message: text('In words.'),
    }),
    rate_limit: orNull('What the answer said of its bucket.', {
      bucket: text('Its name.'),
      limit: integer('Requests that it has.'),
      remaining: integer('Requests that are left.'),
      reset_after: number('Seconds until it is full again.'),
    }),
    faults: list(text('What is wrong in it, by Discord’s description.')),
    answer_faults: list(text('What is wrong in the answer: a defect of the sandbox.')),
  }),
  Refusal: object(
    {
      message: text('What is wrong.'),
      code: integer('Discord’s error code.'),
      errors: dictionary('What is wrong where.'),
    },
    ['message', 'code'],
  ),
};
