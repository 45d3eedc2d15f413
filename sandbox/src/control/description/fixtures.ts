import {
  answer,
  dictionary,
  id,
  integer,
  object,
  ref,
  list,
  text,
  time,
  type Operations,
} from './schemas.js';

/** Servers kept under a name. */
export const fixtureOperations: Operations = {
  'GET /fixtures': {
    id: 'listFixtures',
    summary: 'Lists the names of all fixtures.',
    answer: list(text('A name.')),
  },
  'GET /fixtures/{name}': { id: 'readFixture', summary: 'Reads a fixture.', answer: ref('Fixture') },
  'PUT /fixtures/{name}': {
    id: 'saveFixture',
    summary: 'Keeps a server under a name, or a fixture that was read elsewhere.',
    body: { oneOf: [object({ guild_id: id('The server.') }, ['guild_id']), ref('Fixture')] },
    answer: ref('FixtureSummary'),
  },
  'DELETE /fixtures/{name}': { id: 'deleteFixture', summary: 'Forgets a fixture.' },
  'POST /fixtures/{name}/load': {
    id: 'loadFixture',
    summary: 'Puts a server back as it was kept, with all its ids.',
    answer: ref('Guild'),
  },
};

export const FIXTURE_SCHEMAS = {
  FixtureSummary: answer({
    name: text('Its name.'),
    guild_id: id('The server.'),
    saved_at: time('When it was kept.'),
  }),
  Fixture: answer({
    version: integer('1.', { enum: [1] }),
    guild_id: id('The server.'),
    application_id: id('The application whose bot is in it.'),
    saved_at: time('When it was kept.'),
    records: dictionary('Lists of records by collection.'),
    files: dictionary('Contents of files, in base64.'),
  }),
};
