import type { Bus } from './bus.js';
import type { World } from './world.js';

/** What changes of the world need: the world, and the bus on which they are announced. */
export interface Parts {
  readonly world: World;
  readonly bus: Bus;
}
