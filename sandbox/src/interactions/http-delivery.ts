import type { GatewayInteractionCreateDispatchData } from 'discord-api-types/v10';
import { DiscordError } from '../errors.js';
import { parseJson } from '../validation/json.js';
import { answerInteraction, type Answering } from './answer.js';
import type { Endpoint } from './endpoint.js';
import type { Deliver } from './interactions.js';
import { signedPost } from './signed-post.js';
import type { InteractionState } from './state.js';

interface AnsweringOverHttp extends Answering {
  readonly endpoint: Endpoint;
}

/** Delivery to the application's endpoint, signed as Discord does; its answer is the first answer. */
export function overHttp(context: AnsweringOverHttp, deadlineMs: number): Deliver {
  return (payload, state) => {
    post(context, payload, state, deadlineMs).catch((error: unknown) => {
      context.interactions.fail(state, `the endpoint could not be reached: ${String(error)}`);
    });
  };
}

async function post(
  context: AnsweringOverHttp,
  payload: GatewayInteractionCreateDispatchData,
  state: InteractionState,
  deadlineMs: number,
): Promise<void> {
  const url = context.world.ownApplication.interactions_endpoint_url;
  if (url === null) {
    context.interactions.fail(state, 'the application has no interactions endpoint');
    return;
  }
  const response = await signedPost(context.world, url, payload, { deadlineMs });
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
