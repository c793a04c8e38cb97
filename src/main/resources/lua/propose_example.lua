-- Counts that an example came about, unless this very occasion was counted, or it was refused or accepted before.
-- Returns {outcome}: 'counted'; 'again' the occasion was counted before; 'refused', 'known'. Only 'counted' changed
-- anything; then the longest unseen proposals went that were too old or too many.
-- KEYS[1] string      set while the occasion is remembered
-- KEYS[2] hash        proposals: id -> proposal as JSON, as it came about the first time
-- KEYS[3] hash        times: id -> how often it came about
-- KEYS[4] sorted set  seen: id -> when it came about the last time
-- KEYS[5] sorted set  refused: id -> when
-- KEYS[6] hash        accepted examples: id -> example as JSON
-- ARGV[1] string      id of the example
-- ARGV[2] string      proposal as JSON
-- ARGV[3] integer     now, in milliseconds since 1970
-- ARGV[4] integer     milliseconds that the occasion is remembered
-- ARGV[5] integer     milliseconds after which a proposal that nobody decided on goes
-- ARGV[6] integer     how many proposals may wait

local id = ARGV[1]

local function forget(ids)
  for _, old in ipairs(ids) do
    redis.call('HDEL', KEYS[2], old)
    redis.call('HDEL', KEYS[3], old)
    redis.call('ZREM', KEYS[4], old)
  end
end

if redis.call('EXISTS', KEYS[1]) == 1 then
  return { 'again' }
end
if redis.call('ZSCORE', KEYS[5], id) then
  return { 'refused' }
end
if redis.call('HEXISTS', KEYS[6], id) == 1 then
  return { 'known' }
end
redis.call('SET', KEYS[1], '1', 'PX', ARGV[4])
redis.call('HSETNX', KEYS[2], id, ARGV[2])
redis.call('HINCRBY', KEYS[3], id, 1)
redis.call('ZADD', KEYS[4], ARGV[3], id)
forget(redis.call('ZRANGE', KEYS[4], '-inf', '(' .. (tonumber(ARGV[3]) - tonumber(ARGV[5])), 'BYSCORE'))
local tooMany = redis.call('ZCARD', KEYS[4]) - tonumber(ARGV[6])
if tooMany > 0 then
  forget(redis.call('ZRANGE', KEYS[4], 0, tooMany - 1))
end
return { 'counted' }
