import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VoicePresenceDocument } from '../../src/features/attendance/attendance.schema.js';
import { AttendanceService } from '../../src/features/attendance/attendance.service.js';
import { nextDiscordId, type TestUser } from '../support/app.js';
import { AttendanceStage } from '../support/attendance-stage.js';
import type { ProblemBody } from '../support/client.js';
import { DiscordPerson, FORM, readingOf, shown } from '../support/discord-person.js';
import type { EventBody } from '../support/scene.js';

// Who came to events, and what they got of hauls.

const SOON = { timeout: 20_000 };

let stage: AttendanceStage;

beforeAll(async () => {
  stage = await AttendanceStage.open();
});
afterAll(() => stage.close());

interface Figures {
  readonly handle: string;
  readonly signed_up: number;
  readonly attended: number;
  readonly attendance_rate: number | null;
}

describe('an event that is over', () => {
  it('counts who checked in, who was in its channel and who did not come, without a write to the event', async () => {
    const [nova, vega, lyra, mira] = [stage.person(0), stage.person(1), stage.person(2), stage.person(3)];
    const raid = await stage.event({ location: `Lounge <#${stage.lounge}>` });
    for (const user of [nova, vega, lyra, mira]) await user.post(`/events/${raid.id}/signups`, {});
    await vega.post(`/events/${raid.id}/checkin`);
    await stage.scene.admin.post(`/events/${raid.id}/start`);
    await stage.scene.admin.patch(`/events/${raid.id}/signups/${lyra.id}`, { status: 'no_show' });
    const events = stage.database.collection<{ _id: string; revision: number }>('events');
    const before = (await events.findOne({ _id: raid.id }))?.revision;
    await stage.beThere(nova, 12);
    await stage.enter({ discord_id: stage.guild.ownerId });
    await expect
      .poll(async () => (await stage.presence({ discord_id: stage.guild.ownerId })).length, SOON)
      .toBe(1);
    expect((await events.findOne({ _id: raid.id }))?.revision).toBe(before);
    await stage.complete(raid);
    await expect.poll(async () => Object.keys(await stage.counted(raid)).length, SOON).toBe(4);
    const [ofNova, ofVega, ofLyra, ofMira] = Object.values(await stage.counted(raid));
    expect(ofNova).toMatchObject({ attended: true, checked_in: false, minutes: 12 });
    expect(ofVega).toMatchObject({ attended: true, checked_in: true, minutes: 0 });
    expect(ofLyra).toMatchObject({ attended: false, no_show: true });
    expect(ofMira).toMatchObject({ attended: false, no_show: false, signed_up: true });
    const { body } = await stage.scene.admin.get<{ items: { handle: string }[] }>(
      `/events/${raid.id}/attendance`,
    );
    expect(body.items).toMatchObject([
      { handle: 'Nova', attended: true, minutes: 12 },
      { handle: '=Vega', attended: true, checked_in_at: expect.any(String) as string },
      { handle: 'Lyra', attended: false, no_show: true },
      { handle: 'Mira', attended: false, checked_in_at: null },
    ]);
    expect((await nova.get(`/events/${raid.id}/attendance`)).status).toBe(403);
    await stage.leave(nova);
    const leftAt = async (): Promise<unknown> => (await stage.presence(nova))[0]?.['left_at'];
    await expect.poll(leftAt, SOON).toBeInstanceOf(Date);
  });

  it('is shown to staff as figures of members and of all, and to everybody as their own', async () => {
    const path = `/organizations/${stage.scene.orgId}/attendance`;
    const first = await stage.scene.admin.get<{ items: Figures[]; next_cursor: string }>(`${path}?limit=3`);
    expect(first.body.items).toHaveLength(3);
    const rest = await stage.scene.admin.get<{ items: Figures[] }>(
      `${path}?cursor=${first.body.next_cursor}`,
    );
    const rows = [...first.body.items, ...rest.body.items];
    expect(rows.map(({ handle }) => handle).sort()).toEqual(['=Vega', 'Lyra', 'Mira', 'Nova']);
    expect(rows.find(({ handle }) => handle === 'Nova')).toMatchObject({
      signed_up: 1,
      attended: 1,
      minutes: 12,
      attendance_rate: 1,
      no_show_rate: 0,
    });
    expect((await stage.scene.admin.get(`${path}/total`)).body).toMatchObject({
      ...{ events: 1, signed_up: 4, attended: 2, no_shows: 1 },
      ...{ attendance_rate: 0.5, no_show_rate: 0.25 },
    });
    expect((await stage.person(2).get('/users/me/attendance')).body).toMatchObject({
      items: [{ org_id: stage.scene.orgId, no_shows: 1, no_show_rate: 1 }],
    });
    expect((await stage.person(0).get(path)).status).toBe(403);
  });

  it('is a table in which nothing is a formula', async () => {
    const answer = await fetch(`${stage.app.url}/api/v1/organizations/${stage.scene.orgId}/attendance.csv`, {
      headers: { authorization: `Bearer ${stage.scene.admin.token}` },
    });
    expect(answer.headers.get('content-type')).toContain('text/csv');
    const text = await answer.text();
    expect(text.split('\r\n')).toHaveLength(6);
    expect(text).toContain("'=Vega");
    expect(text).not.toMatch(/^=/m);
  });

  it('is shown by /event attendance to staff, and by /my attendance to everybody', async () => {
    const place = { guild_id: stage.guild.id, channel_id: stage.guild.channelId };
    const staff = new DiscordPerson(stage.discord, stage.scene.admin.discord_id, place);
    const answered = await staff.command('event attendance');
    const read = readingOf(answered);
    const [table] = shown(answered).attachments ?? [];
    expect(await (await fetch(table?.url ?? '')).text()).toContain('Nova');
    expect(read).toContain('▰▰▰▰▰▱▱▱▱▱ 50 %');
    expect(read).toContain('**Nova** 1/1');
    const nova = new DiscordPerson(stage.discord, stage.person(0).discord_id, place);
    expect(readingOf(await nova.command('event attendance'))).not.toContain('Nova');
    expect(readingOf(await nova.command('my attendance'))).toContain('▰▰▰▰▰▰▰▰▰▰ 100 %');
  });
});

it('counts anew when organizers note after the end who did not come, and tells no one else', async () => {
  const nova = stage.person(0);
  const raid = await stage.event();
  await nova.post(`/events/${raid.id}/signups`, {});
  await stage.complete(raid);
  await expect.poll(async () => (await stage.counted(raid))[0], SOON).toMatchObject({ no_show: false });
  const events = stage.database.collection<{ _id: string; shown: number }>('events');
  const before = (await events.findOne({ _id: raid.id }))?.shown;
  await stage.scene.admin.patch(`/events/${raid.id}/signups/${nova.id}`, { status: 'no_show' });
  await expect.poll(async () => (await stage.counted(raid))[0], SOON).toMatchObject({ no_show: true });
  expect((await events.findOne({ _id: raid.id }))?.shown).toBe(before);
  await stage.scene.admin.patch(`/events/${raid.id}/signups/${nova.id}`, { status: 'checked_in' });
  await expect.poll(async () => (await stage.counted(raid))[0], SOON).toMatchObject({ attended: true });
});

it('counts the channels that an event was given', async () => {
  const nova = stage.person(0);
  await stage.database.collection('voice_presence').deleteMany({});
  await stage.scene.admin.patch(`/discord/guilds/${stage.guild.id}`, { auto_create_channels: true });
  const raid = await stage.event();
  await nova.post(`/events/${raid.id}/signups`, {});
  const voice = async (): Promise<string | undefined> => {
    const { channels } = await stage.discord.control<{ channels: { id: string; type: number }[] }>(
      'GET',
      `/guilds/${stage.guild.id}`,
    );
    return channels.find(({ id, type }) => type === 2 && id !== stage.lounge)?.id;
  };
  await expect.poll(voice, SOON).toBeDefined();
  await expect
    .poll(() => stage.database.collection('discord_channel_mappings').countDocuments({ state: 'open' }), SOON)
    .toBe(1);
  await stage.beThere(nova, 5, await voice());
  await stage.leave(nova);
  await expect.poll(async () => (await stage.presence(nova))[0], SOON).toMatchObject({ event_id: raid.id });
  await stage.complete(raid);
  await expect.poll(async () => (await stage.counted(raid))[0], SOON).toMatchObject({ minutes: 5 });
  await stage.scene.admin.patch(`/discord/guilds/${stage.guild.id}`, { auto_create_channels: false });
});

it('keeps nothing of channels that no event has, and hears after an outage who is where', async () => {
  const [nova, mira] = [stage.person(0), stage.person(3)];
  const rows = stage.database.collection<VoicePresenceDocument>('voice_presence');
  await rows.deleteMany({});
  await stage.database.collection('events').updateMany({}, { $set: { location: null } });
  await stage.enter(nova);
  await expect.poll(async () => (await stage.presence(nova)).length, SOON).toBe(1);
  // Mira was there when the bot went away, and is not any more.
  await rows.insertOne({
    _id: nextDiscordId(),
    guild_id: stage.guild.id,
    channel_id: stage.lounge,
    event_id: null,
    discord_id: mira.discord_id,
    joined_at: new Date(),
    left_at: null,
  });
  await stage.discord.control('POST', '/gateway', { action: 'invalid_session' });
  await expect.poll(async () => (await stage.presence(mira)).length, SOON).toBe(0);
  expect(await stage.presence(nova)).toHaveLength(1);
  await stage.leave(nova);
  await expect.poll(async () => (await stage.presence(nova)).length, SOON).toBe(0);
});

interface PayoutBody {
  readonly shares: readonly {
    readonly name: string;
    readonly amount: number;
    readonly received_at: unknown;
  }[];
  readonly fees: readonly { readonly paid: number }[];
}

describe('a payout', () => {
  const amounts = ({ shares }: PayoutBody) => Object.fromEntries(shares.map((one) => [one.name, one.amount]));
  const aRaid = async (fields: object = {}): Promise<EventBody> => {
    const raid = await stage.event(fields);
    for (const index of [0, 1, 2]) {
      const role = raid.roles[index === 0 ? 0 : 1]?.id;
      await stage
        .person(index)
        .post(`/events/${raid.id}/signups`, role === undefined ? {} : { role_id: role });
    }
    await stage.scene.admin.post(`/events/${raid.id}/start`);
    await stage.scene.admin.patch(`/events/${raid.id}/signups/${stage.person(2).id}`, { status: 'no_show' });
    return raid;
  };
  const share = ({ id }: EventBody, body: object) =>
    stage.scene.admin.put<PayoutBody & ProblemBody>(`/events/${id}/payout`, body);
  const receive = (who: TestUser, { id }: EventBody, body: object = {}) =>
    who.post<ProblemBody>(`/events/${id}/payout/received`, body);

  it('is shared by equal parts, roles or presence, with fees and guests, and adds up', async () => {
    const roles = [
      { name: 'Tank', capacity: 2 },
      { name: 'Medic', capacity: 2 },
    ];
    const raid = await aRaid({ roles, location: `<#${stage.lounge}>` });
    expect((await share(raid, { haul: 100, rule: 'equal' })).body).toMatchObject({
      code: 'event_not_completed',
    });
    await stage.beThere(stage.person(0), 12);
    await stage.complete(raid);
    await stage.leave(stage.person(0));
    await expect.poll(async () => (await stage.counted(raid))[0], SOON).toMatchObject({ minutes: 12 });

    const fees = [
      { name: 'Organization', percent: 10 },
      { name: 'Fuel', amount: 7 },
    ];
    const guests = [{ name: 'Old friend' }];
    const equal = await share(raid, { haul: 1_000, rule: 'equal', fees, guests });
    expect(equal.body.fees.map(({ paid }) => paid)).toEqual([100, 7]);
    expect(amounts(equal.body)).toEqual({ Nova: 298, '=Vega': 298, 'Old friend': 297 });
    const weights = [{ role_id: raid.roles[0]?.id, weight: 3 }];
    const byRole = await share(raid, { haul: 1_000, rule: 'roles', role_weights: weights });
    expect(amounts(byRole.body)).toEqual({ Nova: 750, '=Vega': 250 });
    const present = await share(raid, { haul: 1_001, rule: 'presence' });
    expect(amounts(present.body)).toEqual({ Nova: 1_001, '=Vega': 0 });
    for (const [body, field] of [
      [{ haul: 10, rule: 'equal', fees: [{ name: 'Fuel', amount: 11 }] }, 'fees'],
      [{ haul: 10, rule: 'equal', role_weights: weights }, 'role_weights'],
      [{ haul: 0, rule: 'equal' }, 'haul'],
      [{ haul: 10, rule: 'equal', fees: [{ name: 'Fuel' }] }, 'fees.0.percent'],
      [{ haul: 10, rule: 'equal', fees: [{ name: 'Fuel', percent: 1e-7 }] }, 'fees.0.percent'],
    ] as const)
      expect((await share(raid, body)).body).toMatchObject({
        status: 422,
        errors: expect.arrayContaining([expect.objectContaining({ field })]) as unknown,
      });
    expect((await stage.person(0).get(`/events/${raid.id}/payout`)).status).toBe(403);
    const table = await fetch(`${stage.app.url}/api/v1/events/${raid.id}/payout.csv`, {
      headers: { authorization: `Bearer ${stage.scene.admin.token}` },
    });
    expect(await table.text()).toMatch(/'=Vega;membre;0;0;/);
  });

  it('stays as it is once somebody has received their share', async () => {
    const raid = await aRaid();
    await stage.complete(raid);
    await share(raid, { haul: 10, rule: 'equal' });
    expect((await receive(stage.person(3), raid)).body).toMatchObject({ code: 'payout_not_found' });
    expect((await receive(stage.person(0), raid)).body).toMatchObject({ amount: 5, event_id: raid.id });
    expect((await share(raid, { haul: 11, rule: 'equal' })).body).toMatchObject({ code: 'payout_received' });
    const read = await stage.scene.admin.get<PayoutBody>(`/events/${raid.id}/payout`);
    expect(read.body.shares.map(({ received_at }) => received_at !== null)).toEqual([true, false]);
    await receive(stage.person(0), raid, { received: false });
    expect((await share(raid, { haul: 12, rule: 'equal' })).status).toBe(200);
    expect((await stage.person(1).get('/users/me/payouts?limit=1')).body).toMatchObject({
      items: [{ event_id: raid.id, amount: 6, received_at: null }],
    });
  });

  it('is shared by /event payout, and received by /my payouts', async () => {
    const roles = [
      { name: 'Tank', capacity: 2 },
      { name: 'Medic', capacity: 2 },
    ];
    const raid = await aRaid({ roles, title: 'Mining trip' });
    await stage.complete(raid);
    const place = { guild_id: stage.guild.id, channel_id: stage.guild.channelId };
    const staff = new DiscordPerson(stage.discord, stage.scene.admin.discord_id, place);
    const nova = new DiscordPerson(stage.discord, stage.person(0).discord_id, place);
    expect((await staff.choices('event payout', { event: 'mining' }, 'event'))[0]).toContain('Mining trip');
    const form = await staff.command('event payout', { event: raid.id, shares: 'roles' });
    expect(form.type).toBe(FORM);
    const wrong = await staff.submit(form, { haul: 'a lot', fee: '110 %', weights: 'Pilot: 2' });
    expect(readingOf(wrong).split('\n')).toHaveLength(4);
    const again = await staff.command('event payout', { event: raid.id, shares: 'roles' });
    const fields = {
      haul: '1 000 000',
      fee: '10 %',
      guests: 'Old friend x2\nAlex 7',
      weights: 'tank: 2\nMedic: 1',
    };
    const done = readingOf(await staff.submit(again, fields)).replaceAll(/[\u00A0\u202F]/g, ' ');
    expect(done).toContain('**Nova** : 300 000 aUEC');
    expect(done).toContain('**Old friend** : 300 000 aUEC');
    expect(done).toContain('**Alex 7** : 150 000 aUEC');
    expect(done).toContain('**Organisation** : 100 000 aUEC');

    expect(readingOf(await nova.command('my events'))).toMatch(
      /parts? de butin à recevoir, .*aUEC\s: `\/mes parts`/,
    );
    const mine = await nova.command('my payouts');
    expect(readingOf(mine)).toContain('▫️ **Mining trip**');
    await share(raid, { haul: 500_000, rule: 'equal' });
    const changed = await nova.press(mine, 'Reçu : Mining trip');
    expect(readingOf(changed)).toContain('a changé');
    const pressed = await nova.press(await nova.command('my payouts'), 'Reçu : Mining trip');
    expect(readingOf(pressed)).toContain('✅ **Mining trip**');
    const seen = readingOf(await staff.command('event payout', { event: raid.id }));
    expect(seen).toContain('Reçu : 1/2');
    expect(readingOf(await nova.command('event payout', { event: raid.id }))).not.toContain('Reçu');
  });
});

/** Waits until what changes of events entail is done: until then events may be counted anew. */
const allCounted = () =>
  expect.poll(() => stage.database.collection('events').countDocuments({ effects_due: true })).toBe(0);

it('says no more who came when they erase their account, or when it is long ago; what was counted stays', async () => {
  await allCounted();
  const before = (await stage.scene.admin.get(`/organizations/${stage.scene.orgId}/attendance/total`)).body;
  const mira = stage.person(3);
  const { body } = await mira.get<{ attendance: { events: object[] } }>('/users/me/export');
  expect(body.attendance.events).toHaveLength(1);
  const nova = stage.person(0);
  const held = await nova.get<{ payouts: object[] }>('/users/me/export');
  expect(held.body.payouts).toHaveLength(3);
  expect((await nova.delete('/users/me')).status).toBe(204);
  expect(JSON.stringify(await stage.database.collection('payouts').find().toArray())).not.toContain(nova.id);
  expect((await mira.delete('/users/me')).status).toBe(204);
  expect(await stage.database.collection('event_presence').countDocuments({ user_id: mira.id })).toBe(0);
  await allCounted();
  await stage.database.collection('event_presence').updateMany({}, { $set: { start_at_utc: new Date(0) } });
  await stage.app.verselink.app.get(AttendanceService, { strict: false }).forgetPeople();
  const path = `/organizations/${stage.scene.orgId}/attendance`;
  expect((await stage.scene.admin.get<{ items: object[] }>(path)).body.items).toEqual([]);
  expect((await stage.scene.admin.get(`${path}/total`)).body).toEqual(before);
});
