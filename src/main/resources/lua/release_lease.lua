-- Gives a partition's lease back, if it is still the caller's, so that another gateway can take it at once.
--
-- KEYS  1 lease string
-- ARGV  1 token of the holder
--
-- Returns {'released'} or {'lost'}
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return {'lost'}
end
redis.call('DEL', KEYS[1])
return {'released'}
