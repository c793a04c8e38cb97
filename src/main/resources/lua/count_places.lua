-- Counts who stands in the indexes of one partition.
--
-- KEYS  1… sorted sets, the waiting lists first
-- ARGV  1 how many of them are waiting lists   2 the first rank of those who wait normally: smaller ones are in front
--
-- Returns for each key in turn how many members it has; of a waiting list then also the smallest rank in front and the smallest normal
-- one, each '' where there is none
local function first(key, from, to)
  return redis.call('ZRANGEBYSCORE', key, from, to, 'WITHSCORES', 'LIMIT', 0, 1)[2] or ''
end

local counts = {}
for i, key in ipairs(KEYS) do
  table.insert(counts, redis.call('ZCARD', key))
  if i <= tonumber(ARGV[1]) then
    table.insert(counts, first(key, '-inf', '(' .. ARGV[2]))
    table.insert(counts, first(key, ARGV[2], '+inf'))
  end
end
return counts
