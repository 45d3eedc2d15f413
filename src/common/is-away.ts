/** Errors of the MongoDB driver, Mongoose and ioredis that mean: the database does not answer now. */
const AWAY = new Set([
  'MongoServerSelectionError',
  'MongooseServerSelectionError',
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoPoolClearedError',
  'PoolClearedOnNetworkError',
  'MongoWaitQueueTimeoutError',
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
  'MongoClientClosedError',
  'MongoOperationTimeoutError',
  'MaxRetriesPerRequestError',
]);

/** What the operating system says of a connection that broke or never came to be. A driver passes some of it on as it is. */
const BROKEN_CONNECTION = new Set([
  'EPIPE',
  'ECONNRESET',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** ioredis has no names for these. */
const REDIS_AWAY = new Set([
  'Command timed out',
  'Connection is closed.',
  "Stream isn't writeable and enableOfflineQueue options is false",
]);

/** Whether a database was away when this happened, so that the same may work later. */
export function isAway(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : undefined;
  return (
    AWAY.has(error.name) ||
    (typeof code === 'string' && BROKEN_CONNECTION.has(code)) ||
    REDIS_AWAY.has(error.message)
  );
}
