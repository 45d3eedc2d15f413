import type { GatewayInteractionCreateDispatchData } from 'discord-api-types/v10';
import type { Context } from '../context.js';
import { DiscordError } from '../errors.js';
import { parseJson } from '../validation/json.js';
import { answerInteraction } from './answer.js';
import type { Deliver } from './interactions.js';
import { signedPost } from './signed-post.js';
import type { InteractionState } from './state.js';

/** Delivery to the application's endpoint, signed as Discord does; its answer is the first answer. */
export function overHttp(context: Context, deadlineMs: number): Deliver {
  return (payload, state) => {
    post(context, payload, state, deadlineMs).catch((error: unknown) => {
      context.interactions.fail(state, `the endpoint could not be reached: ${String(error)}`);
    });
  };
}

async function post(
  context: Context,
  payload: GatewayInteractionCreateDispatchData,
  state: InteractionState,
  deadlineMs: number,
): Promise<void> {
  const url = context.application().interactions_endpoint_url;
  if (url === null) {
    context.interactions.fail(state, 'the application has no interactions endpoint');
    return;
  }
  const response = await signedPost(context, url, payload, { deadlineMs });
  void context.endpoint.noteDelivery();
  const text = await response.text();
  if (response.status === 202 || response.status === 204) return;
  if (!response.ok) {
    context.interactions.fail(state, `the endpoint answered ${response.status}`);
    return;
  }
  try {
    // Too late by now, or answered by the callback route meanwhile: refused like any other.
    answerInteraction(context, context.interactions.forAnswer(state.id, state.token), parseJson(text));
  } catch (error) {
    const reason = error instanceof DiscordError ? JSON.stringify(error.body()) : 'it is not JSON';
    context.interactions.fail(state, `the endpoint's answer is not valid: ${reason}`);
  }
}
