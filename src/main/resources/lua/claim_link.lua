-- Gives a code to the first contact that brings it, for good: the same contact may bring it again, to go on with what was broken off.
--
-- KEYS  1 link hash
-- ARGV  1 contact   2 now (ms)
--
-- Returns {'unknown'} | {'expired'} | {'used'} by another | {'mine', thread} | {'done', thread} if this contact is linked by it already
local link = redis.call('HMGET', KEYS[1], 'thread', 'until', 'contact', 'done')
if not link[1] then
  return {'unknown'}
end
if link[3] and link[3] ~= ARGV[1] then
  return {'used'}
end
if link[4] then
  return {'done', link[1]}
end
if not link[3] then
  if tonumber(ARGV[2]) > tonumber(link[2]) then
    return {'expired'}
  end
  redis.call('HSET', KEYS[1], 'contact', ARGV[1])
end
return {'mine', link[1]}
