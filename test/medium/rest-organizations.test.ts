import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OrgMembersRepository } from '../../src/features/organizations/org-members.repository.js';
import { startApp, type TestApp, type TestUser } from '../support/app.js';
import type { ProblemBody } from '../support/client.js';

interface Organization {
  readonly id: string;
  readonly name: string;
  readonly tag: string;
}
interface List<T> {
  readonly items: T[];
  readonly next_cursor: string | null;
}

let app: TestApp;
let ada: TestUser;
let bob: TestUser;
let admin: TestUser;

beforeAll(async () => {
  app = await startApp();
  [ada, bob, admin] = await Promise.all([
    app.user({ handle: 'Ada' }),
    app.user({ handle: 'Bob' }),
    app.user({ handle: 'Root', site_admin: true }),
  ]);
});
afterAll(() => app.close());

let tags = 0;
async function organization(owner: TestUser, fields: object = {}): Promise<Organization> {
  const answer = await owner.post<Organization>('/organizations', {
    name: `Squadron ${tags}`,
    tag: `T${tags++}`,
    ...fields,
  });
  expect(answer.status).toBe(201);
  return answer.body;
}

describe('organizations', () => {
  it('are founded by any user, who becomes owner and admin', async () => {
    const answer = await ada.post<Organization>('/organizations', {
      name: '  Test Squadron ',
      tag: 'abc1',
      description: 'We fly.',
      website_url: 'https://example.org/squad',
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      name: 'Test Squadron',
      tag: 'ABC1',
      description: 'We fly.',
      visibility: 'public',
      owner_id: ada.id,
    });
    expect(answer.body).toMatchObject({
      my_rank: 'owner',
      my_permissions: expect.arrayContaining(['guild.manage', 'organization.transfer']) as string[],
    });
    const seen = await bob.get(`/organizations/${answer.body.id}`);
    expect(seen.body).toMatchObject({ my_rank: 'user' });
    expect((seen.body as { my_permissions: string[] }).my_permissions).not.toContain('organization.invite');
    const limits = await ada.get<{ items: object[] }>(`/organizations/${answer.body.id}/limits`);
    expect(limits.body.items).toContainEqual({ name: 'members', used: 1, max: 10_000 });
    const members = await ada.get<List<object>>(`/organizations/${answer.body.id}/members`);
    expect(members.body.items).toEqual([
      expect.objectContaining({ user_id: ada.id, handle: 'Ada', discord_id: ada.discord_id, role: 'admin' }),
    ]);
  });

  it('do not share a tag, whatever its case, also when two are founded at once', async () => {
    const found = (tag: string, name: string) => bob.post<ProblemBody>('/organizations', { name, tag });
    const statuses = (
      await Promise.all([found('Same', 'One'), found('SAME', 'Two'), found('same', 'Three')])
    ).map(({ status }) => status);
    expect(statuses.sort()).toEqual([201, 409, 409]);
    expect((await found('sAmE', 'Four')).body).toMatchObject({ status: 409, code: 'tag_taken' });
    const own = await organization(ada);
    expect((await ada.patch(`/organizations/${own.id}`, { tag: 'same' })).status).toBe(409);
  });

  it('do not pass for one another', async () => {
    await organization(ada, { name: 'Aegis Raiders' });
    const twin = { name: 'Аеgis  RAIDERS', tag: 'TWIN' };
    const refused = { status: 409, code: 'name_taken' };
    expect((await bob.post<ProblemBody>('/organizations', twin)).body).toMatchObject(refused);
    const own = await organization(bob);
    const renamed = await bob.patch<ProblemBody>(`/organizations/${own.id}`, { name: twin.name });
    expect(renamed.body).toMatchObject(refused);
    expect((await bob.patch(`/organizations/${own.id}`, { name: 'Aégis Raiders' })).status).toBe(200);
  });

  it('leave no membership behind when their tag is refused', async () => {
    const loser = await app.user();
    await organization(ada, { tag: 'MINE' });
    expect((await loser.post('/organizations', { name: 'Squadron', tag: 'mine' })).status).toBe(409);
    const members = app.verselink.app.get(OrgMembersRepository, { strict: false });
    expect(await members.listOrgIds(loser.id)).toEqual([]);
  });

  it('are changed by their admins alone', async () => {
    const { id } = await organization(ada);
    expect((await bob.patch<ProblemBody>(`/organizations/${id}`, { name: 'Taken over' })).body).toMatchObject(
      {
        status: 403,
        code: 'org_role_required',
      },
    );
    const changed = await ada.patch<Organization>(`/organizations/${id}`, {
      name: 'Renamed',
      website_url: null,
    });
    expect(changed.body).toMatchObject({ id, name: 'Renamed', website_url: null });
    expect((await admin.patch(`/organizations/${id}`, { description: null })).status).toBe(200);
  });

  it('add ships of their own to those that are known', async () => {
    const { id } = await organization(ada);
    const ships = [{ name: 'Cutlass of Dreams', crew: 7 }];
    const kept = [{ maker: null, ...ships[0] }];
    expect((await ada.patch(`/organizations/${id}`, { ships })).body).toMatchObject({ ships: kept });
    const found = await bob.get<{ items: { name: string; crew: number }[] }>(
      `/organizations/${id}/ships?q=cutlass`,
    );
    expect(found.body.items.slice(0, 2)).toMatchObject([
      kept[0],
      { maker: 'Drake', name: 'Cutlass Black', crew: 3 },
    ]);
    expect((await ada.patch(`/organizations/${id}`, { ships: [{ name: 'x', crew: 0 }] })).status).toBe(422);
  });

  it('that are private exist for members and site admins alone', async () => {
    const { id } = await organization(ada, { visibility: 'private' });
    for (const path of [`/organizations/${id}`, `/organizations/${id}/members`]) {
      expect((await bob.get<ProblemBody>(path)).body).toMatchObject({
        status: 404,
        code: 'organization_not_found',
      });
      expect((await ada.get(path)).status).toBe(200);
      expect((await admin.get(path)).status).toBe(200);
    }
    expect((await bob.patch(`/organizations/${id}`, { name: 'Guess' })).status).toBe(404);
    expect((await bob.put(`/organizations/${id}/members/${bob.id}`, { role: 'admin' })).status).toBe(404);
    expect((await bob.delete(`/organizations/${id}/members/${ada.id}`)).status).toBe(404);
    expect((await ada.put(`/organizations/${id}/members/${bob.id}`, { role: 'member' })).status).toBe(201);
    expect((await bob.get(`/organizations/${id}`)).status).toBe(200);
  });

  it('are listed by visibility, in pages that miss and repeat nothing', async () => {
    const reader = await app.user();
    const mine = await Promise.all(
      (['public', 'private', 'unlisted'] as const).map((visibility) => organization(reader, { visibility })),
    );
    const hidden = await organization(ada, { visibility: 'private' });
    const unlisted = await organization(ada, { visibility: 'unlisted' });

    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? '' : `&cursor=${cursor}`;
      const page = await reader.get<List<Organization>>(`/organizations?limit=2${query}`);
      expect(page.body.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.body.items.map(({ id }) => id));
      cursor = page.body.next_cursor;
    } while (cursor !== null);

    expect(new Set(seen).size).toBe(seen.length);
    expect([...seen].sort()).toEqual(seen);
    expect(seen).toEqual(expect.arrayContaining([mine[0]?.id, mine[1]?.id]));
    for (const id of [mine[2]?.id, hidden.id, unlisted.id]) expect(seen).not.toContain(id);
    expect((await reader.get(`/organizations/${unlisted.id}`)).status).toBe(200);

    const own = await reader.get<List<Organization>>('/organizations?mine=true&limit=100');
    expect(own.body.items.map(({ id }) => id).sort()).toEqual(mine.map(({ id }) => id).sort());
  });

  it.each([
    'limit=0',
    'limit=101',
    'limit=abc',
    'limit=1.5',
    'cursor=x',
    'cursor=',
    'mine=maybe',
    'limit[$gt]=1',
    'sort=x',
  ])('refuse to be listed with %s', async (query) => {
    expect((await ada.get<ProblemBody>(`/organizations?${query}`)).body).toMatchObject({
      status: 422,
      code: 'validation_failed',
    });
  });
});

describe('members', () => {
  it('are added, promoted and removed by admins', async () => {
    const { id } = await organization(ada);
    const path = `/organizations/${id}/members/${bob.id}`;
    expect((await bob.put(path, { role: 'admin' })).status).toBe(403);
    expect(await ada.put(path, { role: 'member' })).toMatchObject({
      status: 201,
      body: { role: 'member', handle: 'Bob' },
    });
    expect((await bob.put(path, { role: 'admin' })).status).toBe(403);
    expect((await bob.patch(`/organizations/${id}`, { name: 'Mutiny' })).status).toBe(403);
    expect(await ada.put(path, { role: 'admin' })).toMatchObject({ status: 200, body: { role: 'admin' } });
    expect((await bob.patch(`/organizations/${id}`, { name: 'Together' })).status).toBe(200);
    expect((await ada.delete(path)).status).toBe(204);
    expect((await ada.delete<ProblemBody>(path)).body).toMatchObject({
      status: 404,
      code: 'member_not_found',
    });
  });

  it('may leave by themselves', async () => {
    const { id } = await organization(ada);
    await ada.put(`/organizations/${id}/members/${bob.id}`, { role: 'member' });
    expect((await bob.delete(`/organizations/${id}/members/${bob.id}`)).status).toBe(204);
  });

  it('who own the organization stay its admin, even against another admin', async () => {
    const { id } = await organization(ada);
    await ada.put(`/organizations/${id}/members/${bob.id}`, { role: 'admin' });
    for (const someone of [ada, bob, admin]) {
      const path = `/organizations/${id}/members/${ada.id}`;
      expect((await someone.put<ProblemBody>(path, { role: 'member' })).body.code).toBe('owner_stays_admin');
      expect((await someone.delete<ProblemBody>(path)).body).toMatchObject({
        status: 409,
        code: 'owner_stays_admin',
      });
    }
    expect((await ada.put(`/organizations/${id}/members/${ada.id}`, { role: 'admin' })).status).toBe(200);
  });

  it('must be users, with a role that exists', async () => {
    const { id } = await organization(ada);
    const nobody = '01980000-0000-7000-8000-000000000000';
    expect(
      (await ada.put<ProblemBody>(`/organizations/${id}/members/${nobody}`, { role: 'member' })).body.code,
    ).toBe('user_not_found');
    for (const body of [
      {},
      { role: 'owner' },
      { role: ['admin'] },
      { role: { $gt: '' } },
      { role: 'member', id: 'x' },
    ]) {
      expect((await ada.put(`/organizations/${id}/members/${bob.id}`, body)).status).toBe(422);
    }
  });
});
