/** The two HTTP listeners of a process. */
export type Listener = 'public' | 'private';

/**
 * Where a route lives: on the public listener (when it says nothing), on the private one, on both, or where the backend's
 * internal endpoints are (`INTERNAL_ON_PUBLIC`).
 */
export type RouteHome = 'public' | 'private' | 'backend_internal' | 'everywhere';

/** Where whatever keeps the process running asks how it is: on both listeners, without a secret. */
export const PROBE_PATHS = { live: '/health/live', ready: '/health/ready' } as const;

/** Whether an address is one of `PROBE_PATHS`. */
export function isProbe(path: string): boolean {
  return path === PROBE_PATHS.live || path === PROBE_PATHS.ready;
}

/** Name of the routing constraint in which a route states its `RouteHome`. */
export const ROUTE_HOME = 'home';
