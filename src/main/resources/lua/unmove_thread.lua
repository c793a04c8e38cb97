-- Leads the customer of a thread nowhere else any more.
--
-- KEYS  1 thread hash
-- ARGV  1 the thread they were led into
--
-- Returns {'done'}, or {'other'} if they are led elsewhere, or nowhere
if redis.call('HGET', KEYS[1], 'movedTo') ~= ARGV[1] then
  return {'other'}
end
redis.call('HDEL', KEYS[1], 'movedTo')
return {'done'}
