/** The two HTTP listeners of a process. */
export type Listener = 'public' | 'private';

/**
 * Where a route lives: on the public listener (when it says nothing), on the private one, or where the backend's
 * internal endpoints are (`INTERNAL_ON_PUBLIC`).
 */
export type RouteHome = 'public' | 'private' | 'backend_internal';

/** Name of the routing constraint in which a route states its `RouteHome`. */
export const ROUTE_HOME = 'home';
