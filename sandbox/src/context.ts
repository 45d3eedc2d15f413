import type { Gateway } from './gateway/gateway.js';
import type { Delivery } from './interactions/delivery.js';
import type { Interactions } from './interactions/interactions.js';
import type { RestState } from './rest/state.js';
import type { MovableClock } from './world/clock.js';
import type { Parts } from './world/parts.js';
import type { FixtureStore } from './world/fixtures.js';
import type { UserRecord } from './world/records.js';
import type { Timers } from './world/timers.js';

/** The parts of one running sandbox, handed to the routes. */
export interface Context extends Parts {
  readonly rest: RestState;
  readonly gateway: Gateway;
  readonly interactions: Interactions;
  readonly delivery: Delivery;
  readonly clock: MovableClock;
  readonly timers: Timers;
  readonly fixtures: FixtureStore;
  /** Language of people of whom none is told. */
  readonly defaultLocale: UserRecord['locale'];
}
