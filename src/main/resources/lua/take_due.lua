-- Takes or renews the lease of a partition and hands its holder the threads with something due. A thread handed out counts as due again
-- after a while, so that work given to a holder that vanished is not forgotten.
--
-- KEYS  1 lease string    2 due sorted set
-- ARGV  1 token of this holder   2 lease time (ms)   3 now (ms)   4 how many threads at most   5 until a thread is handed out again (ms)
--
-- Returns {'held'} if another has the lease, else {'mine', thread …}
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then
  return {'held'}
end
local threads = redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', ARGV[3], 'LIMIT', 0, ARGV[4])

-- renewing at half time keeps an idle gateway from writing to disk at each look
if not holder or redis.call('PTTL', KEYS[1]) < ARGV[2] / 2 then
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
end
local reply = {'mine'}
for i, thread in ipairs(threads) do
  redis.call('ZADD', KEYS[2], ARGV[3] + ARGV[5], thread)
  reply[i + 1] = thread
end
return reply
