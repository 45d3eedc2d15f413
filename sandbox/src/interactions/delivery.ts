import type { Endpoint } from './endpoint.js';
import type { Deliver } from './interactions.js';

/** The two ways by which interactions reach the bot. */
export interface Delivery {
  readonly gateway: Deliver;
  readonly http: Deliver;
  /** Where they go over HTTP, and whether that is still to be trusted. */
  readonly endpoint: Endpoint;
}
