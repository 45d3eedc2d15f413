/** The sandbox's own calls, as the page uses them. Every failure becomes an `Error` with words for a person. */

/** @typedef {import('../types').ErrorTree} ErrorTree */
/** @typedef {import('../types').Message} Message */
/** @typedef {import('../types').Outcome} Outcome */

/**
 * @template [Answer=unknown]
 * @param {string} method @param {string} path @param {unknown} [body]
 * @returns {Promise<Answer>} the answer's JSON, or null when it has none
 */
async function call(method, path, body) {
  /** @type {RequestInit} */
  const init = { method };
  if (body instanceof FormData) init.body = body;
  else if (body !== undefined) {
    init.headers = { 'content-type': 'application/json' };
    init.body = JSON.stringify(body);
  }
  const answer = await fetch(path, init);
  const text = await answer.text();
  const json = text === '' ? null : JSON.parse(text);
  if (!answer.ok) throw new Error(wordsOf(json) ?? `The sandbox answered ${answer.status}`);
  return json;
}

/** The most telling words of a refusal: the first inner fault of Discord's nested `errors`, else its message. @param {import('../types').Refusal | null} refusal */
function wordsOf(refusal) {
  let inner = refusal?.errors;
  while (inner && !inner._errors) [inner] = /** @type {ErrorTree[]} */ (Object.values(inner));
  return inner?._errors?.[0]?.message ?? refusal?.message ?? refusal?.error;
}

/** A message with files, as Discord takes it. @param {object} message @param {File[]} files */
function formOf(message, files) {
  const form = new FormData();
  form.set('payload_json', JSON.stringify(message));
  files.forEach((file, at) => form.set(`files[${at}]`, file, file.name));
  return form;
}

/** @param {Record<string, string>} values */
const query = (values) => new URLSearchParams(values).toString();

export const api = {
  /** Servers, people and the bot. @returns {Promise<import('../types').Overview>} */
  overview: () => call('GET', '/sandbox/page/overview'),
  /** One server with its latest messages. @param {string} guildId @returns {Promise<import('../types').GuildSnapshot>} */
  guild: (guildId) => call('GET', `/sandbox/page/guilds/${guildId}`),
  /** What a member may see, do and command. @param {string} guildId @param {string} userId @returns {Promise<import('../types').Access>} */
  access: (guildId, userId) =>
    call('GET', `/sandbox/page/guilds/${guildId}/access?${query({ user_id: userId })}`),
  /** @param {string} userId @returns {Promise<import('../types').DmSnapshot>} */
  dms: (userId) => call('GET', `/sandbox/page/users/${userId}/dms`),
  /** @param {string} channelId @param {string} before @returns {Promise<{messages: Message[], more: boolean}>} */
  older: (channelId, before) =>
    call('GET', `/sandbox/page/channels/${channelId}/messages?${query({ before })}`),
  /** @param {string} channelId @returns {Promise<Message[]>} */
  pins: (channelId) => call('GET', `/sandbox/page/channels/${channelId}/pins`),
  /** @param {{channel_id: string, user_id: string, content?: string, sticker_ids?: string[], message_reference?: object}} message @param {File[]} [files] */
  post: (message, files = []) =>
    call('POST', '/sandbox/messages', files.length > 0 ? formOf(message, files) : message),
  /** @param {string} id @param {{user_id: string, content: string}} fields */
  edit: (id, fields) => call('PATCH', `/sandbox/messages/${id}`, fields),
  /** @param {string} id @param {string} userId */
  remove: (id, userId) => call('DELETE', `/sandbox/messages/${id}?${query({ user_id: userId })}`),
  /** @param {string} id @param {string} userId @param {boolean} wanted */
  pin: (id, userId, wanted) =>
    call(wanted ? 'PUT' : 'DELETE', `/sandbox/messages/${id}/pin?${query({ user_id: userId })}`),
  /** @param {string} id @param {string} emoji the character, or `name:id` @param {string} userId @param {boolean} wanted */
  react: (id, emoji, userId, wanted) =>
    call(
      wanted ? 'PUT' : 'DELETE',
      `/sandbox/messages/${id}/reactions/${encodeURIComponent(emoji)}/${userId}`,
    ),
  /** @param {string} id @param {number} answerId @param {string} userId @param {boolean} wanted */
  vote: (id, answerId, userId, wanted) =>
    call(wanted ? 'PUT' : 'DELETE', `/sandbox/messages/${id}/poll/${answerId}/${userId}`),
  /** Starts a thread, or a post in a forum. @param {string} channelId @param {object} thread @returns {Promise<{id: string}>} */
  startThread: (channelId, thread) => call('POST', `/sandbox/channels/${channelId}/threads`, thread),
  /** @param {string} id @param {object} fields */
  changeThread: (id, fields) => call('PATCH', `/sandbox/threads/${id}`, fields),
  /** @param {string} id @param {string} userId @param {boolean} wanted */
  threadMember: (id, userId, wanted) =>
    call(wanted ? 'PUT' : 'DELETE', `/sandbox/threads/${id}/members/${userId}`),
  /** Opens somebody's direct messages with the bot. @param {string} userId @returns {Promise<{id: string}>} */
  openDm: (userId) => call('POST', `/sandbox/users/${userId}/dms`, {}),
  /** @param {{filename: string, content_type: string, data: string}} file @returns {Promise<{id: string}>} */
  upload: (file) => call('POST', '/sandbox/uploads', file),
  /** @param {object} guild @returns {Promise<{id: string}>} */
  makeGuild: (guild) => call('POST', '/sandbox/guilds', guild),
  /** @param {string} guildId @param {object} event */
  makeEvent: (guildId, event) => call('POST', `/sandbox/guilds/${guildId}/scheduled-events`, event),
  /** Starts or ends an event. @param {string} id @param {string} userId @param {number} status */
  changeEvent: (id, userId, status) =>
    call('PATCH', `/sandbox/scheduled-events/${id}`, { user_id: userId, status }),
  /** Joins a server, or changes what is named. @param {string} guildId @param {string} userId @param {object} fields */
  member: (guildId, userId, fields) => call('PUT', `/sandbox/guilds/${guildId}/members/${userId}`, fields),
  /** @param {string} guildId @param {string} userId */
  leave: (guildId, userId) => call('DELETE', `/sandbox/guilds/${guildId}/members/${userId}`),
  /** @param {string} userId @param {object} fields */
  person: (userId, fields) => call('PATCH', `/sandbox/users/${userId}`, fields),
  /** @param {string} guildId @param {string} userId @param {string | null} channelId null: leaves voice */
  voice: (guildId, userId, channelId) =>
    channelId
      ? call('PUT', `/sandbox/guilds/${guildId}/voice-states/${userId}`, { channel_id: channelId })
      : call('DELETE', `/sandbox/guilds/${guildId}/voice-states/${userId}`),
  /** @param {string} id @param {string} userId */
  dismiss: (id, userId) => call('DELETE', `/sandbox/page/messages/${id}?${query({ user_id: userId })}`),
  /** @param {'component' | 'command' | 'modal' | 'autocomplete'} kind @param {object} body @returns {Promise<Outcome>} */
  interact: (kind, body) => call('POST', `/sandbox/interactions/${kind}`, { ...body, wait_ms: 0 }),
  /** @param {string} eventId @param {string} userId @param {boolean} wanted */
  interest: (eventId, userId, wanted) =>
    call(wanted ? 'PUT' : 'DELETE', `/sandbox/scheduled-events/${eventId}/users/${userId}`),
  /** @returns {Promise<import('../types').RequestEntry[]>} */
  requests: () => call('GET', '/sandbox/page/requests'),
  /** @returns {Promise<import('../types').Fault[]>} */
  faults: () => call('GET', '/sandbox/faults'),
  /** @param {object[]} faults */
  addFaults: (faults) => call('POST', '/sandbox/faults', faults),
  clearFaults: () => call('DELETE', '/sandbox/faults'),
  /** @param {number} id */
  removeFault: (id) => call('DELETE', `/sandbox/faults/${id}`),
  /** How many bots are connected. @returns {Promise<{connections: number}>} */
  connections: () => call('GET', '/sandbox/gateway'),
  /** @param {{action: string, code?: number}} trouble @returns {Promise<{connections: number}>} */
  gateway: (trouble) => call('POST', '/sandbox/gateway', trouble),
};
