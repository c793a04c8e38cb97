-- Takes a lease, or renews it for the one who has it.
--
-- KEYS  1 lease string
-- ARGV  1 token of this holder   2 lease time (ms)
--
-- Returns {'mine'} or {'held'}
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then
  return {'held'}
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return {'mine'}
