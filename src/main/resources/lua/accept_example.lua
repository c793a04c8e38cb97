-- Makes a proposal an example, unless others were accepted or withdrawn since it was tried out.
-- Returns {outcome}: 'accepted'; 'gone' there is no such proposal; 'changed' the lesson is another one by now; 'full'.
-- Only 'accepted' changed anything.
-- KEYS[1] hash        proposals: id -> proposal as JSON
-- KEYS[2] hash        times: id -> how often it came about
-- KEYS[3] sorted set  seen: id -> when it came about the last time
-- KEYS[4] sorted set  refused: id -> when
-- KEYS[5] hash        accepted examples: id -> example as JSON
-- KEYS[6] string      number of the lesson
-- ARGV[1] string      id of the proposal
-- ARGV[2] string      id of the example, another one if it was edited
-- ARGV[3] string      example as JSON
-- ARGV[4] integer     number of the lesson with which it was tried out
-- ARGV[5] integer     how many examples may be accepted
-- ARGV[6] integer     now, in milliseconds since 1970

local proposal, example = ARGV[1], ARGV[2]

if redis.call('HEXISTS', KEYS[1], proposal) == 0 then
  return { 'gone' }
end
if tonumber(redis.call('GET', KEYS[6]) or '0') ~= tonumber(ARGV[4]) then
  return { 'changed' }
end
if redis.call('HLEN', KEYS[5]) >= tonumber(ARGV[5]) then
  return { 'full' }
end
for _, id in ipairs({ proposal, example }) do
  redis.call('HDEL', KEYS[1], id)
  redis.call('HDEL', KEYS[2], id)
  redis.call('ZREM', KEYS[3], id)
end
redis.call('ZREM', KEYS[4], example)
if proposal ~= example then
  -- The words as they came were not wanted: they need not be proposed again.
  redis.call('ZADD', KEYS[4], ARGV[6], proposal)
end
redis.call('HSET', KEYS[5], example, ARGV[3])
redis.call('INCR', KEYS[6])
return { 'accepted' }
