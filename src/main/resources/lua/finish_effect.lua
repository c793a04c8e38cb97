-- Marks the attempt at the first effect of one of a thread's lists as done, or puts the next attempt off. Only the holder of the lease may:
-- one that was stopped past its lease and woke up again changes nothing.
--
-- KEYS  1 lease string   2 list (outbox or calls)   3 attempts hash
-- ARGV  1 token of the holder   2 the effect (JSON, as it was handed out)   3 '' if it is done, else not before this time (ms)
--
-- Returns {'lost'} if the lease is no longer the caller's, {'other'} if another effect is first now, else {'done'}
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return {'lost'}
end
if redis.call('LINDEX', KEYS[2], 0) ~= ARGV[2] then
  return {'other'}
end
if ARGV[3] == '' then
  redis.call('LPOP', KEYS[2])
  redis.call('DEL', KEYS[3])
else
  redis.call('HSET', KEYS[3], 'notBefore', ARGV[3])
  redis.call('HDEL', KEYS[3], 'holder')
end
return {'done'}
