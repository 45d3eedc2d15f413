/**
 * Lua scripts of the request budget. Redis runs each as one step, and its clock is the one that processes on several machines
 * share. Times are microseconds; windows are keys that expire when Discord resets them.
 */

/**
 * Reserves the next free turn on a route, unless the route is closed until its reset. Of a route that no answer has spoken of
 * yet, one request goes first and the others wait for its answer, or for a second.
 * KEYS: next turn, when the last ones are counted, the route's rule, its scout
 * ARGV: spacing, what may be caught up with, time to travel, longest wait, turns a second, major parameter, id of the turn
 * Gives what it is (`turn`, `closed`, `full`), how long to wait for it, and when it is due.
 */
export const RESERVE_TURN = `
  local time = redis.call('TIME')
  local now = time[1] * 1000000 + time[2]
  local rule = redis.call('HMGET', KEYS[3], 'bucket', 'limit', 'window')
  if not rule[1] and redis.call('EXISTS', KEYS[4]) == 1 then return {'closed', 20000} end
  local window = rule[1] and rule[1] ~= '' and 'discord-window:' .. rule[1] .. ':' .. ARGV[6]
  local left = window and redis.call('GET', window)
  if left and tonumber(left) <= 0 then return {'closed', redis.call('PTTL', window) * 1000 + 1000} end

  local planned = math.max(now - ARGV[2], tonumber(redis.call('GET', KEYS[1]) or 0))
  local first = redis.call('ZRANGE', KEYS[2], -ARGV[5], -ARGV[5], 'WITHSCORES')
  local turn = math.max(now, planned, tonumber(first[2] or 0) + 1000000)
  local wait = turn - now
  if wait > tonumber(ARGV[4]) then return {'full', tonumber(ARGV[4])} end
  redis.call('SET', KEYS[1], planned + ARGV[1], 'PX', math.ceil(wait / 1000) + 1000)
  redis.call('ZADD', KEYS[2], turn + ARGV[3], ARGV[7])
  redis.call('ZREMRANGEBYRANK', KEYS[2], 0, -ARGV[5] - 1)
  redis.call('PEXPIRE', KEYS[2], math.ceil((wait + ARGV[3]) / 1000) + 2000)
  if not rule[1] then redis.call('SET', KEYS[4], 1, 'PX', math.ceil(wait / 1000) + 1000) end
  if left then redis.call('DECR', window)
  elseif window then redis.call('SET', window, rule[2] - 1, 'PX', math.ceil(wait / 1000) + rule[3]) end
  return {'turn', wait, turn}
`;

/**
 * Keeps the limit of a route and what is left of the window that an answer spoke of. What other requests have reserved since
 * counts, so the number only falls within a window. A route without limit has the bucket ''.
 * KEYS: the route's rule, its scout · ARGV: bucket, major parameter, limit, remaining, milliseconds until the reset
 */
export const LEARN_ROUTE = `
  local longest = math.max(tonumber(ARGV[5]), tonumber(redis.call('HGET', KEYS[1], 'window') or 0))
  redis.call('HSET', KEYS[1], 'bucket', ARGV[1], 'limit', ARGV[3], 'window', longest)
  redis.call('EXPIRE', KEYS[1], 86400)
  redis.call('DEL', KEYS[2])
  if ARGV[1] == '' then return end
  local window = 'discord-window:' .. ARGV[1] .. ':' .. ARGV[2]
  local left = math.min(tonumber(ARGV[4]), tonumber(redis.call('GET', window) or ARGV[4]))
  redis.call('SET', window, left, 'PX', ARGV[5])
`;
