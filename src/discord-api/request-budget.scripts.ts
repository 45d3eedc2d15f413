/**
 * Lua scripts of the request budget. Redis runs each as one step, and its clock is the one that processes on several machines
 * share. Times are microseconds; windows are keys that expire when Discord resets them.
 */

/**
 * Reserves the next free turn on a route, unless the route is closed until its reset. Of a route that no answer has spoken of
 * yet, one request goes first and the others wait for its answer, or for a second.
 *
 * Turns lie one spacing apart. Those that went by unused a moment ago are made up for, a short gap apart; a turn is never
 * sooner than a whole window after the fiftieth before it.
 *
 * KEYS: next turn, the last fifty turns, the route's rule, its scout
 * ARGV: major parameter, the turn that the caller came too late for or '', longest wait, window, catch-up, gap
 * Gives what it is (`turn`, `closed`, `full`), how long to wait for it, and the turn.
 */
export const RESERVE_TURN = `
  local time = redis.call('TIME')
  local now = time[1] * 1000000 + time[2]
  local missed = ARGV[2] ~= ''
  local window = tonumber(ARGV[4])
  local rule = redis.call('HMGET', KEYS[3], 'bucket', 'limit', 'window')
  local routeWindow = rule[1] and rule[1] ~= '' and 'discord-window:' .. rule[1] .. ':' .. ARGV[1]
  local left = routeWindow and redis.call('GET', routeWindow)
  if missed then redis.call('LREM', KEYS[2], 1, ARGV[2])
  elseif not rule[1] and redis.call('EXISTS', KEYS[4]) == 1 then return {'closed', 20000}
  elseif left and tonumber(left) <= 0 then return {'closed', redis.call('PTTL', routeWindow) * 1000 + 1000} end

  local planned = math.max(now - ARGV[5], tonumber(redis.call('GET', KEYS[1]) or 0))
  local newest = tonumber(redis.call('LINDEX', KEYS[2], 0) or 0)
  local fiftieth = tonumber(redis.call('LINDEX', KEYS[2], 49) or 0)
  local turn = math.max(now, planned, newest + ARGV[6], fiftieth + window)
  local wait = turn - now
  if wait > tonumber(ARGV[3]) then return {'full', tonumber(ARGV[3])} end
  redis.call('SET', KEYS[1], planned + window / 50, 'PX', math.ceil((wait + window) / 1000))
  redis.call('LPUSH', KEYS[2], turn)
  redis.call('LTRIM', KEYS[2], 0, 49)
  redis.call('PEXPIRE', KEYS[2], math.ceil((wait + window) / 1000))
  if not rule[1] then redis.call('SET', KEYS[4], 1, 'PX', math.ceil(wait / 1000) + 1000) end
  if left and not missed then redis.call('DECR', routeWindow)
  elseif routeWindow and not left then
    redis.call('SET', routeWindow, rule[2] - 1, 'PX', math.ceil(wait / 1000) + rule[3])
  end
  return {'turn', wait, string.format('%.0f', turn)}
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
