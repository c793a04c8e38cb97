-- Leads the customer of a thread on which nothing was ever said into another one.
--
-- KEYS  1 thread hash
-- ARGV  1 the thread they go on in   2 retention (ms)
--
-- Returns {'done'}, {'talk'} if something was said on it meanwhile, or {'moved'} if they are led elsewhere already
local found = redis.call('HMGET', KEYS[1], 'version', 'movedTo')
if found[1] then
  return {'talk'}
end
if found[2] and found[2] ~= ARGV[1] then
  return {'moved'}
end
redis.call('HSET', KEYS[1], 'movedTo', ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return {'done'}
