-- Takes a proposal away for good: it does not come back while its refusal is remembered.
-- Returns {outcome}: 'refused'; 'gone' there is no such proposal, and nothing was changed.
-- KEYS[1] hash        proposals: id -> proposal as JSON
-- KEYS[2] hash        times: id -> how often it came about
-- KEYS[3] sorted set  seen: id -> when it came about the last time
-- KEYS[4] sorted set  refused: id -> when
-- ARGV[1] string      id of the proposal
-- ARGV[2] integer     now, in milliseconds since 1970
-- ARGV[3] integer     milliseconds that a refusal is remembered
-- ARGV[4] integer     how many refusals are remembered

if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 0 then
  return { 'gone' }
end
redis.call('HDEL', KEYS[1], ARGV[1])
redis.call('HDEL', KEYS[2], ARGV[1])
redis.call('ZREM', KEYS[3], ARGV[1])
redis.call('ZADD', KEYS[4], ARGV[2], ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[4], '-inf', '(' .. (tonumber(ARGV[2]) - tonumber(ARGV[3])))
redis.call('ZREMRANGEBYRANK', KEYS[4], 0, -tonumber(ARGV[4]) - 1)
return { 'refused' }
