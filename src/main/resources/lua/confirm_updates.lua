-- Writes down up to where a bot's updates have been taken. Only the holder of the lease may: one that was stopped past its lease and
-- woke up again changes nothing.
--
-- KEYS  1 lease string   2 offset string
-- ARGV  1 token of the holder   2 number of the first update that has not been taken   3 how long that is remembered (ms)
--
-- Returns {'done'} or {'lost'}
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return {'lost'}
end
redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[3])
return {'done'}
