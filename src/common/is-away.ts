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

/** Whether a database was away when this happened, so that the same may work later. */
export function isAway(error: unknown): error is Error {
  return error instanceof Error && AWAY.has(error.name);
}
