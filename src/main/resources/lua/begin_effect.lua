-- Hands out the first effect of one of a thread's two lists, after writing down that an attempt begins. What is said and what is called
-- don't wait for each other. With nothing to do now it sets right when the thread is due next.
--
-- KEYS  1 lease string   2 thread hash   3 list (outbox or calls)   4 its attempts hash   5 due sorted set
--       6 the other list   7 its attempts hash
-- ARGV  1 token of the holder   2 thread id   3 now (ms)   4 until a timer that should have fired is tried again (ms)
--       5 until when this holder has it for itself (ms), '' if it is the only one to ask
--
-- Returns {'lost'} if the lease is no longer the caller's, {'nothing', '1' if the other list has something to do now},
--       or {'effect', JSON, which attempt this is (from 1)}
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return {'lost'}
end
local now = tonumber(ARGV[3])

-- When the first of a list may be tried; nil of an empty one. What a holder that lost the lease had for itself is free.
local function notBefore(list, attempts)
  if redis.call('EXISTS', list) == 0 then
    return nil
  end
  local holder = redis.call('HGET', attempts, 'holder')
  if holder and holder ~= ARGV[1] then
    return 0
  end
  return tonumber(redis.call('HGET', attempts, 'notBefore') or 0)
end

local mine = notBefore(KEYS[3], KEYS[4])
if mine and mine <= now then
  if ARGV[5] ~= '' then
    redis.call('HSET', KEYS[4], 'notBefore', ARGV[5], 'holder', ARGV[1])
  end
  return {'effect', redis.call('LINDEX', KEYS[3], 0), tostring(redis.call('HINCRBY', KEYS[4], 'count', 1))}
end

local due = tonumber(redis.call('HGET', KEYS[2], 'timer') or '')
if due and due <= now then
  due = now + ARGV[4] -- its firing failed just now: not again at every round
end
local other = notBefore(KEYS[6], KEYS[7])
for _, time in pairs({mine or false, other or false}) do
  if time then
    due = due and math.min(due, time) or time
  end
end
if due then
  redis.call('ZADD', KEYS[5], due, ARGV[2])
else
  redis.call('ZREM', KEYS[5], ARGV[2])
end
return {'nothing', other and other <= now and '1' or ''}
