import { InteractionResponseType } from 'discord.js';
import { describe, expect, it, vi } from 'vitest';
import { HttpAnswers } from './http-interactions.js';

const CALLBACK = 'http://127.0.0.1:1/api/v10/interactions/41/token/callback';
const post = (type: InteractionResponseType) => ({ method: 'POST', body: JSON.stringify({ type }) });

describe('HttpAnswers', () => {
  it('gives up when a handler does not answer in time, and leaves its answer to Discord’s address', async () => {
    const answers = new HttpAnswers();
    const response = answers.to('41', Promise.resolve());
    expect(await response).toBeNull();
    // Nothing listens there.
    await expect(answers.send(CALLBACK, post(InteractionResponseType.Pong))).rejects.toThrow();
  });

  it('lets the handler go on once Discord has been told that the answer comes later', async () => {
    const answers = new HttpAnswers();
    let hasLeft = (): void => undefined;
    const sent = new Promise<void>((resolve) => (hasLeft = resolve));
    const response = answers.to('41', sent);
    const told = vi.fn();
    const deferral = post(InteractionResponseType.DeferredChannelMessageWithSource);
    void answers.send(CALLBACK, deferral).then(told);
    expect(await response).toEqual({ type: InteractionResponseType.DeferredChannelMessageWithSource });
    expect(told).not.toHaveBeenCalled();
    hasLeft();
    await vi.waitFor(() => {
      expect(told).toHaveBeenCalledOnce();
    });
  });
});
