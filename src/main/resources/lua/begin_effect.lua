-- Hands out the first effect of a thread's outbox, after writing down that an attempt begins. With nothing to do now it sets right when
-- the thread is due next.
--
-- KEYS  1 lease string   2 thread hash   3 outbox list   4 attempts hash   5 due sorted set
-- ARGV  1 token of the holder   2 thread id   3 now (ms)   4 until a timer that should have fired is tried again (ms)
--
-- Returns {'lost'} if the lease is no longer the caller's, {'nothing'}, or {'effect', JSON, which attempt this is (from 1)}
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return {'lost'}
end
local now = tonumber(ARGV[3])
local effect = redis.call('LINDEX', KEYS[3], 0)
local notBefore = tonumber(redis.call('HGET', KEYS[4], 'notBefore') or 0)
if effect and notBefore <= now then
  return {'effect', effect, tostring(redis.call('HINCRBY', KEYS[4], 'count', 1))}
end

local due = tonumber(redis.call('HGET', KEYS[2], 'timer') or '')
if due and due <= now then
  due = now + ARGV[4] -- its firing failed just now: not again at every round
end
if effect then
  due = due and math.min(due, notBefore) or notBefore
end
if due then
  redis.call('ZADD', KEYS[5], due, ARGV[2])
else
  redis.call('ZREM', KEYS[5], ARGV[2])
end
return {'nothing'}
