import { createConnection, type Connection } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApp, type TestApp, type TestUser } from '../support/app.js';

let app: TestApp;
let database: Connection;
let ada: TestUser;

beforeAll(async () => {
  app = await startApp();
  database = await createConnection(app.databases.mongodbUri).asPromise();
});
afterAll(async () => {
  await database.close();
  await app.close();
});
beforeEach(async () => {
  ada = await app.user();
});

/** What Discord's sign-in will do, or what an older version has left. */
const keep = (update: object) =>
  database.collection<{ _id: string }>('users').updateOne({ _id: ada.id }, update);

describe('the email of a profile', () => {
  it('is not verified when it was typed', async () => {
    const { body } = await ada.patch('/users/me', { email: 'somebody@example.org' });
    expect(body).toMatchObject({ email: 'somebody@example.org', email_verified: false });
  });

  it('stays verified while it stays the same', async () => {
    await keep({ $set: { email: 'ada@example.org', email_verified: true } });
    const { body } = await ada.patch('/users/me', { email: 'ada@example.org', handle: 'Countess' });
    expect(body).toMatchObject({ email: 'ada@example.org', email_verified: true, handle: 'Countess' });
  });

  it.each(['somebody@example.org', 'Ada@example.org', '$email@example.org', null])(
    'is not verified any more when changed to %s',
    async (email) => {
      await keep({ $set: { email: 'ada@example.org', email_verified: true } });
      const { body } = await ada.patch('/users/me', { email });
      expect(body).toMatchObject({ email, email_verified: false });
    },
  );

  it('cannot be called verified by the person', async () => {
    const { status } = await ada.patch('/users/me', { email: 'ada@example.org', email_verified: true });
    expect(status).toBe(422);
  });

  it('is not verified in an account that is older than the question', async () => {
    await keep({ $set: { email: 'ada@example.org' }, $unset: { email_verified: 1 } });
    expect((await ada.get('/users/me')).body).toMatchObject({ email_verified: false });
  });
});
