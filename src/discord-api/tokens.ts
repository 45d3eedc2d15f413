/** Injection token of the Redis connection that holds the request budget. */
export const BUDGET_REDIS = Symbol('BUDGET_REDIS');
