import { MessageFlags, type APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSandbox, type GuildView, type Outcome, type Sandbox } from '../../src/index.js';
import { channelNamed, control, makeGuild, rest, userNamed, type Answer } from '../support/http.js';
import { RawBot, type Interaction } from '../support/raw-bot.js';

interface Refusal {
  code: number;
}
interface CallbackAnswer {
  interaction: Record<string, unknown>;
  resource?: { type: number; message: APIMessage };
}

interface LaunchAnswer {
  interaction: { activity_instance_id: string };
  resource: { type: number; activity_instance: { id: string } };
}

const MODAL = {
  custom_id: 'form',
  title: 'Form',
  components: [{ type: 18, label: 'Name', component: { type: 4, custom_id: 'name', style: 1 } }],
};

describe('answers to interactions', () => {
  let sandbox: Sandbox;
  let guild: GuildView;
  let bot: RawBot;
  let channel: string;
  let message: string;

  beforeAll(async () => {
    sandbox = await createSandbox({ rateLimits: { enabled: false } });
  });
  beforeEach(async () => {
    sandbox.context.gateway.closeAll(999);
    sandbox.reset();
    guild = await makeGuild(sandbox);
    channel = channelNamed(guild, 'events');
    const components = [{ type: 1, components: [{ type: 2, style: 1, label: 'x', custom_id: 'go' }] }];
    const sent = await rest<APIMessage>(sandbox, 'POST', `/channels/${channel}/messages`, {
      content: 'Who?',
      components,
    });
    message = sent.body.id;
    bot = await RawBot.start(sandbox);
  });
  afterAll(async () => {
    const faulty = sandbox.context.rest.requests.since({}).filter((r) => r.answer_faults.length > 0);
    await sandbox.close();
    expect(faulty).toEqual([]);
  });

  const click = async (who = 'ada', messageId = message): Promise<Answer<Outcome>> =>
    control<Outcome>(sandbox, 'POST', '/interactions/component', {
      message_id: messageId,
      user_id: userNamed(guild, who),
      custom_id: 'go',
    });
  const clicked = async (): Promise<{ outcome: Promise<Answer<Outcome>>; interaction: Interaction }> => {
    const outcome = click();
    return { outcome, interaction: await bot.interaction() };
  };
  const contents = async (): Promise<string[]> => {
    const { body } = await rest<APIMessage[]>(sandbox, 'GET', `/channels/${channel}/messages`);
    return body.map((m) => m.content).reverse();
  };

  it('the interaction tells languages, permissions, the message, and no entitlements', async () => {
    const { interaction, outcome } = await clicked();
    expect(interaction).toMatchObject({
      type: 3,
      version: 1,
      application_id: sandbox.applicationId,
      guild_id: guild.id,
      channel_id: channel,
      locale: 'fr',
      guild_locale: 'en-US',
      entitlements: [],
      context: 0,
      message: { id: message, content: 'Who?' },
      member: { user: { username: 'ada' } },
      data: { custom_id: 'go', component_type: 2 },
    });
    const permissions = BigInt(interaction['app_permissions'] as string);
    expect(permissions & (1n << 33n)).toBe(1n << 33n);
    expect(permissions & (1n << 3n)).toBe(0n);
    await bot.answer(interaction, 6);
    await outcome;
  });

  it('4 makes a message; with_response shows it', async () => {
    const { interaction, outcome } = await clicked();
    const answer = await bot.answer<CallbackAnswer>(
      interaction,
      4,
      { content: 'All see it' },
      '?with_response=true',
    );
    expect(answer.status).toBe(200);
    expect(answer.body.resource).toMatchObject({ type: 4, message: { content: 'All see it' } });
    expect(answer.body.interaction).toMatchObject({
      id: interaction.id,
      type: 3,
      response_message_id: answer.body.resource?.message.id,
      response_message_ephemeral: false,
      response_message_loading: false,
    });
    expect((await outcome).body).toMatchObject({ type: 4, failed: null });
    expect(await contents()).toEqual(['Who?', 'All see it']);
  });

  it('without with_response there is nothing but 204', async () => {
    const { interaction, outcome } = await clicked();
    const answer = await bot.answer(interaction, 4, { content: 'x' });
    expect([answer.status, answer.body]).toEqual([204, undefined]);
    await outcome;
  });

  it('an ephemeral one only its reader sees: no list, no fetch, no edit by its id, no click of another', async () => {
    const { interaction, outcome } = await clicked();
    const components = [{ type: 1, components: [{ type: 2, style: 1, label: 'y', custom_id: 'go' }] }];
    const answer = await bot.answer<CallbackAnswer>(
      interaction,
      4,
      { content: 'Only ada', flags: MessageFlags.Ephemeral, components },
      '?with_response=true',
    );
    await outcome;
    const secret = answer.body.resource?.message.id ?? '';
    expect(answer.body.interaction['response_message_ephemeral']).toBe(true);
    expect(await contents()).toEqual(['Who?']);
    const path = `/channels/${channel}/messages/${secret}`;
    expect((await rest<Refusal>(sandbox, 'GET', path)).body.code).toBe(10008);
    expect((await rest<Refusal>(sandbox, 'PATCH', path, { content: 'x' })).body.code).toBe(10008);
    expect((await click('bob', secret)).body).toMatchObject({ code: 10008 });
    await bot.client.settle();
    expect(bot.client.all('MESSAGE_CREATE')).toEqual([]);
    // By the token it can still be read, and its reader can click in it.
    expect((await bot.hook<APIMessage>(interaction, 'GET', '/messages/@original')).body.content).toBe(
      'Only ada',
    );
    const again = click('ada', secret);
    await bot.answer(await bot.interaction(), 6);
    expect((await again).body.type).toBe(6);
  });

  it('5 announces a message; the edit of @original makes it, and stays ephemeral whatever it says', async () => {
    const { interaction, outcome } = await clicked();
    const answer = await bot.answer<CallbackAnswer>(
      interaction,
      5,
      { flags: MessageFlags.Ephemeral },
      '?with_response=true',
    );
    expect(answer.body.interaction).toMatchObject({
      response_message_loading: true,
      response_message_ephemeral: true,
    });
    const edited = await bot.hook<APIMessage>(interaction, 'PATCH', '/messages/@original', {
      content: 'Here',
    });
    expect(edited.body.flags).toBe(MessageFlags.Ephemeral);
    const { body } = await outcome;
    expect(body.type).toBe(5);
    expect(body.follow_ups.map((m) => m.content)).toEqual(['Here']);
    expect(await contents()).toEqual(['Who?']);
  });

  it('5 and then a follow-up: the first takes the place of what was announced, the second is new', async () => {
    const { interaction, outcome } = await clicked();
    await bot.answer(interaction, 5);
    const first = await bot.hook<APIMessage>(interaction, 'POST', '', { content: 'First' });
    const second = await bot.hook<APIMessage>(interaction, 'POST', '', { content: 'Second' });
    await outcome;
    expect((await bot.hook<APIMessage>(interaction, 'GET', '/messages/@original')).body.id).toBe(
      first.body.id,
    );
    expect(await contents()).toEqual(['Who?', 'First', 'Second']);
    await bot.hook(interaction, 'PATCH', `/messages/${second.body.id}`, { content: 'Second, edited' });
    await bot.hook(interaction, 'DELETE', '/messages/@original');
    expect(await contents()).toEqual(['Who?', 'Second, edited']);
  });

  it('6 changes nothing until the message is edited', async () => {
    const { interaction, outcome } = await clicked();
    await bot.answer(interaction, 6);
    expect((await outcome).body).toMatchObject({ type: 6, data: null, failed: null });
    expect(await contents()).toEqual(['Who?']);
    await bot.hook(interaction, 'PATCH', '/messages/@original', { content: 'ada' });
    expect(await contents()).toEqual(['ada']);
  });

  it('7 changes the message', async () => {
    const { interaction, outcome } = await clicked();
    const answer = await bot.answer<CallbackAnswer>(
      interaction,
      7,
      { content: 'bob' },
      '?with_response=true',
    );
    expect(answer.body.resource).toMatchObject({ type: 7, message: { id: message, content: 'bob' } });
    await outcome;
    expect(await contents()).toEqual(['bob']);
  });

  it('9 opens a modal for its user alone; its submission may update the message', async () => {
    const { interaction, outcome } = await clicked();
    await bot.answer(interaction, 9, MODAL);
    const opener = (await outcome).body;
    expect(opener).toMatchObject({ type: 9, data: { custom_id: 'form' } });
    const submit = async (who: string, fields: object): Promise<Answer<Outcome & Refusal>> =>
      control(sandbox, 'POST', '/interactions/modal', {
        interaction_id: opener.interaction_id,
        user_id: userNamed(guild, who),
        custom_id: 'form',
        fields,
      });
    expect((await submit('bob', { name: 'x' })).body.code).toBe(10062);
    expect((await submit('ada', { name: '' })).body.code).toBe(50035);
    const submitted = submit('ada', { name: 'Ada' });
    const submission = await bot.interaction();
    expect(submission).toMatchObject({
      type: 5,
      message: { id: message },
      data: { custom_id: 'form', components: [{ component: { custom_id: 'name', value: 'Ada' } }] },
    });
    expect((await bot.answer<Refusal>(submission, 9, MODAL)).body.code).toBe(50035);
    await bot.answer(submission, 7, { content: 'Ada comes' });
    expect((await submitted).body.type).toBe(7);
    expect(await contents()).toEqual(['Ada comes']);
  });

  it('12 launches an activity, or joins the one that runs in the channel, until all have left', async () => {
    const launch = async (who: string): Promise<string> => {
      const outcome = click(who);
      const query = '?with_response=true';
      const { body } = await bot.answer<LaunchAnswer>(await bot.interaction(), 12, undefined, query);
      expect((await outcome).body).toMatchObject({ type: 12, failed: null });
      expect(body.resource.activity_instance.id).toBe(body.interaction.activity_instance_id);
      return body.interaction.activity_instance_id;
    };
    const instance = await launch('ada');
    expect(await launch('bob')).toBe(instance);
    const path = `/applications/${sandbox.applicationId}/activity-instances/${instance}`;
    const people = ['ada', 'bob'].map((name) => userNamed(guild, name));
    expect((await rest(sandbox, 'GET', path)).body).toMatchObject({
      instance_id: instance,
      location: { kind: 'gc', channel_id: channel, guild_id: guild.id },
      users: people,
    });
    for (const id of people) await sandbox.client.leaveActivity({ instance, user_id: id });
    expect((await rest(sandbox, 'GET', path)).status).toBe(404);
    expect(await launch('ada')).not.toBe(instance);
  });

  it('refuses a type that does not fit, and what a message may not be', async () => {
    const { interaction, outcome } = await clicked();
    expect((await bot.answer<Refusal>(interaction, 8, { choices: [] })).body.code).toBe(50035);
    expect((await bot.answer<Refusal>(interaction, 4, { content: 'x'.repeat(2_001) })).body.code).toBe(50035);
    // Neither was an answer: the right one is still taken.
    expect((await bot.answer(interaction, 4, { content: 'right' })).status).toBe(204);
    await outcome;
  });
});
