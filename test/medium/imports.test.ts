import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp, type TestUser } from '../support/app.js';
import { aScene, type EventBody, type Scene } from '../support/scene.js';

let app: TestApp;
let scene: Scene;
let staff: TestUser;

beforeAll(async () => {
  app = await startApp();
  scene = await aScene(app);
  staff = await app.user();
  await scene.admin.put(`/organizations/${scene.orgId}/members/${staff.id}`, { role: 'staff' });
});
afterAll(() => app.close());

interface Row {
  readonly row: number;
  readonly title: string;
  readonly start_at_utc: string | null;
  readonly outcome: string;
  readonly event_id?: string;
  readonly message?: string;
}

async function send(
  text: string,
  { type = 'text/csv', query = '', who = staff, org = scene.orgId } = {},
): Promise<{
  status: number;
  rows: Row[];
  body: { errors?: { field: string; message: string }[]; code?: string };
}> {
  const { status, body } = await who.raw('POST', `/api/v1/events/import?org_id=${org}${query}`, {
    body: text,
    headers: { 'content-type': type },
  });
  return { status, rows: (body as { items?: Row[] }).items ?? [], body: body as object };
}

const outcomes = (rows: readonly Row[]): string[] => rows.map(({ outcome }) => outcome);

async function read(row: Row | undefined): Promise<EventBody & Record<string, unknown>> {
  const { body } = await staff.get<EventBody & Record<string, unknown>>(`/events/${row?.event_id ?? ''}`);
  return body;
}

const calendar = (...events: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test', ...events, 'END:VCALENDAR', ''].join('\r\n');
const vevent = (...lines: string[]): string => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');

describe('a calendar file', () => {
  const file = calendar(
    [
      'BEGIN:VTIMEZONE',
      'TZID:W. Europe Standard Time',
      'BEGIN:STANDARD',
      'DTSTART:16010101T030000',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:16010101T020000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
      'END:DAYLIGHT',
      'END:VTIMEZONE',
    ].join('\r\n'),
    vevent(
      'UID:outlook',
      'DTSTART;TZID=W. Europe Standard Time:20420701T200000',
      'DTEND;TZID=W. Europe Standard Time:20420701T220000',
      'SUMMARY;LANGUAGE=fr:Raid\\, de nuit',
      'DESCRIPTION:Un raid de nuit\\nsur deux lignes.',
      'LOCATION:Daymar',
    ),
    vevent(
      'UID:google',
      'DTSTART;TZID=Europe/Paris:20420101T200000',
      'DURATION:PT90M',
      'SUMMARY:By duration',
    ),
    vevent('UID:floating', 'DTSTART:20420101T200000', 'SUMMARY:No zone at all'),
    vevent('UID:series', 'DTSTART:20420101T200000Z', 'SUMMARY:Every week', 'RRULE:FREQ=WEEKLY'),
    vevent('UID:day', 'DTSTART;VALUE=DATE:20420101', 'SUMMARY:All day'),
    vevent('UID:gone', 'DTSTART:20420101T200000Z', 'SUMMARY:Cancelled one', 'STATUS:CANCELLED'),
    vevent('UID:past', 'DTSTART:20200101T200000Z', 'SUMMARY:Long ago'),
    vevent('UID:mars', 'DTSTART;TZID=Mars/Olympus:20420101T200000', 'SUMMARY:Far away'),
    vevent('UID:short', 'DTSTART:20420101T200000Z', 'SUMMARY:Op'),
  );
  const expected = ['skipped', 'invalid', 'skipped', 'skipped', 'invalid', 'invalid'];

  it('is tried first, then imported, and changes nothing when it comes again', async () => {
    const tried = await send(file, { type: 'text/calendar; charset=utf-8', query: '&dry_run=true' });
    expect(outcomes(tried.rows)).toEqual(['new', 'new', 'new', ...expected]);
    expect(tried.rows.every(({ event_id }) => event_id === undefined)).toBe(true);
    expect(tried.rows.map(({ message }) => message ?? '')).toMatchSnapshot();
    const query = '&timezone=America/New_York';
    const done = await send(file, { type: 'text/calendar', query });
    expect(outcomes(done.rows)).toEqual(['created', 'created', 'created', ...expected]);
    const again = await send(file, { type: 'text/calendar', query });
    expect(outcomes(again.rows)).toEqual(['exists', 'exists', 'exists', ...expected]);
    expect(again.rows.map(({ event_id }) => event_id)).toEqual(done.rows.map(({ event_id }) => event_id));
    expect(await read(done.rows[0])).toMatchObject({
      title: 'Raid, de nuit',
      description: 'Un raid de nuit\nsur deux lignes.',
      start_at_utc: '2042-07-01T18:00:00.000Z',
      duration_minutes: 120,
      location: 'Daymar',
      state: 'published',
    });
    expect(await read(done.rows[1])).toMatchObject({
      duration_minutes: 90,
      start_at_utc: '2042-01-01T19:00:00.000Z',
    });
    expect(await read(done.rows[2])).toMatchObject({ start_at_utc: '2042-01-02T01:00:00.000Z' });
  });

  it('that comes twice at once makes each event once', async () => {
    const twice = calendar(vevent('UID:race', 'DTSTART:20420101T200000Z', 'SUMMARY:Sent twice'));
    const sent = await Promise.all([1, 2, 3].map(() => send(twice, { type: 'text/calendar' })));
    expect(new Set(sent.map(({ rows }) => rows[0]?.event_id)).size).toBe(1);
    const { body } = await staff.get<{ items: { title: string }[] }>(
      `/events?org_id=${scene.orgId}&limit=100&from=2042-01-01T20:00:00.000Z`,
    );
    expect(body.items.filter(({ title }) => title === 'Sent twice')).toHaveLength(1);
  });
});

describe('a table', () => {
  it('has French headings and dates, `;`, quotes and a byte order mark', async () => {
    const table = [
      '\uFEFFTitre;Début;Durée;Lieu;Type;Places;Rôles;Description',
      '"Convoi, puis raid";24/12/2042 20h30;1h30;Ruin Station;Commerce;12;"🛡️ Escorte 4, ⛏️ Mineur 6";"Rendez-vous ""au hangar"" à 20 h."',
      'Sans date;;2h;;;;;',
      'Genre inconnu;25/12/2042 20:00;2h;;Bataille;;;',
      '',
    ].join('\r\n');
    const { rows } = await send(table);
    expect(outcomes(rows)).toEqual(['created', 'invalid', 'invalid']);
    expect(rows.map(({ row }) => row)).toEqual([2, 3, 4]);
    expect(await read(rows[0])).toMatchObject({
      title: 'Convoi, puis raid',
      start_at_utc: '2042-12-24T19:30:00.000Z',
      duration_minutes: 90,
      type: 'trading',
      max_participants: 12,
      description: 'Rendez-vous "au hangar" à 20 h.',
      roles: [
        { name: 'Escorte', capacity: 4, emoji: '🛡️' },
        { name: 'Mineur', capacity: 6, emoji: '⛏️' },
      ],
    });
    expect(outcomes((await send(table)).rows)).toEqual(['exists', 'invalid', 'invalid']);
  });

  it('comes as Google Calendar exports it, and as drafts when that is wanted', async () => {
    const table =
      'Subject,Start Date,Start Time,End Date,End Time,All Day Event,Description,Location\n' +
      'Mining night,24/12/2042,8:00 PM,24/12/2042,10:30 PM,False,,Aaron Halo\n';
    const { rows } = await send(table, { query: '&state=draft' });
    expect(await read(rows[0])).toMatchObject({
      state: 'draft',
      start_at_utc: '2042-12-24T19:00:00.000Z',
      duration_minutes: 150,
    });
  });

  it('is refused as a whole when it says neither title nor date, is too long, or is none of ours', async () => {
    expect((await send('a,b\n1,2\n')).body).toMatchObject({ code: 'validation_failed' });
    const long =
      'title,start\n' + Array.from({ length: 201 }, (_, i) => `Event ${i},2042-01-01 20:00`).join('\n');
    expect((await send(long)).body.errors?.[0]?.message).toContain('at most 200');
    expect((await send('nothing', { type: 'text/calendar' })).status).toBe(422);
    const otherEncoding = await staff.raw('POST', `/api/v1/events/import?org_id=${scene.orgId}`, {
      body: Buffer.from('titre;date\nSoirée;2042-01-01 20:00', 'latin1'),
      headers: { 'content-type': 'text/csv' },
    });
    expect(otherEncoding).toMatchObject({ status: 422, body: { errors: [{ field: 'body' }] } });
    expect((await send('{}', { type: 'application/json' })).status).toBe(415);
    expect((await send('title,start\n"open', {})).status).toBe(422);
    const elsewhere = await staff.raw('POST', '/api/v1/organizations', {
      body: 'title,start\n',
      headers: { 'content-type': 'text/csv' },
    });
    expect(elsewhere.status).toBe(415);
  });

  it('with dates that do not exist has invalid rows', async () => {
    const { rows } = await send(
      'title,start,uid\nThe 45th,2042-13-45T20:00:00Z,a\nNo such zone,2042-01-01T20:00:00+99:99,\n',
    );
    expect(outcomes(rows)).toEqual(['invalid', 'invalid']);
  });

  it('is for staff', async () => {
    const stranger = await app.user();
    expect((await send('title,start\n', { who: stranger })).status).toBe(403);
    expect((await send('title,start\n', { query: '&timezone=Mars/Olympus' })).status).toBe(422);
  });
});

describe('a calendar file that no calendar writes', () => {
  const zone = (rule: string): string =>
    [
      ...['BEGIN:VTIMEZONE', 'TZID:Mine', 'BEGIN:STANDARD', 'DTSTART:16010101T030000', 'TZOFFSETFROM:+0200'],
      ...['TZOFFSETTO:+0100', `RRULE:${rule}`, 'END:STANDARD', 'END:VTIMEZONE'],
    ].join('\r\n');
  const zoned = vevent('SUMMARY:In a zone', 'DTSTART;TZID=Mine:20420101T200000');
  it.each([
    ['parts without an end', 'BEGIN:VCALENDAR\r\n' + 'BEGIN:VEVENT\r\n'.repeat(70_000)],
    ['parts within a text', calendar(vevent(`DESCRIPTION:${'BEGIN:VEVENT'.repeat(80_000)}`))],
    ['empty lines without an end', `BEGIN:VCALENDAR${'\n'.repeat(1_000_000)}`],
    ['thousands of events', calendar(vevent('SUMMARY:Again').concat('\r\n').repeat(14_000))],
    ['a clock that changes each day', calendar(zone('FREQ=DAILY'), zoned)],
    ['folded so that it does not show', calendar(zone('FREQ=DAI\r\n LY'), zoned)],
    [
      'thousands of times in a zone of its own',
      calendar(
        zone('FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10'),
        vevent('DTSTAMP;TZID=Mine:20420101T200000\r\n'.repeat(20_000)),
      ),
    ],
    ['the far future', calendar(vevent('SUMMARY:Far away', 'DTSTART:99991231T200000Z'))],
  ])('is refused before it is read: %s', async (_what, text) => {
    expect(await send(text, { type: 'text/calendar' })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'body' }] },
    });
  });

  it('is read as far as it makes sense', async () => {
    const { rows } = await send(
      calendar(
        vevent('UID:float', 'SUMMARY:On my clock', 'DTSTART;VALUE=DATE-TIME:20420101T200000'),
        vevent('UID:before', 'SUMMARY:Ends before', 'DTSTART:20420101T200000Z', 'DURATION:-PT1H'),
        vevent('UID:none', 'SUMMARY:No date', 'DTSTART:garbage', 'DTEND:garbage'),
        vevent('UID:end', 'SUMMARY:No end', 'DTSTART:20420101T200000Z', 'DURATION:garbage'),
      ),
      { type: 'text/calendar', query: '&dry_run=true&timezone=America/New_York' },
    );
    expect(outcomes(rows)).toEqual(['new', 'invalid', 'invalid', 'invalid']);
    expect(rows[0]?.start_at_utc).toBe('2042-01-02T01:00:00.000Z');
  });
});

describe('the table of signups', () => {
  it('opens in a spreadsheet, with nothing in it that is taken for a formula', async () => {
    const event = await scene.event({ roles: [{ name: 'Pilot', capacity: 1 }] });
    const grace = await app.user({ handle: '=HYPERLINK("https://example.org")' });
    const cells = { role_id: event.roles[0]?.id, notes: '+1; "quoted"', ship_model: '@SUM(A1)' };
    await grace.post(`/events/${event.id}/signups`, cells);
    const second = await app.user({ handle: 'Ada' });
    await second.post(`/events/${event.id}/signups`, { role_id: event.roles[0]?.id });
    const get = (who: TestUser) =>
      fetch(`${app.url}/api/v1/events/${event.id}/signups.csv`, {
        headers: { authorization: `Bearer ${who.token}` },
      });
    const answer = await get(staff);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const text = Buffer.from(await answer.arrayBuffer()).toString();
    expect(text.startsWith('\uFEFFNom;Discord;Rôle;')).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""https://example.org"")"`);
    expect(text).toContain(`'@SUM(A1)`);
    expect(text).toContain(`"'+1; ""quoted"""`);
    expect(text).toContain('Pilot;en attente;1;');
    await staff.patch('/users/me', { locale: 'en' });
    expect(await (await get(staff)).text()).toContain('Name,Discord,Role');
    expect((await get(grace)).status).toBe(403);
  });
});
