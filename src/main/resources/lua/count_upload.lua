-- Counts a file that somebody sends on a thread, unless too much came within the time.
-- Returns {wait}: 0 when it may be sent; otherwise the milliseconds until it may, and nothing was counted.
-- KEYS[1] hash     count, size: what was sent since the first
-- ARGV[1] integer  bytes of the file; 0: only asks
-- ARGV[2] integer  how many files may be sent
-- ARGV[3] integer  how many bytes may be sent
-- ARGV[4] integer  milliseconds from the first file until counting begins anew

local sent = redis.call('HMGET', KEYS[1], 'count', 'size')
local size = tonumber(ARGV[1])
if tonumber(sent[1] or '0') >= tonumber(ARGV[2]) or tonumber(sent[2] or '0') + size > tonumber(ARGV[3]) then
  return { math.max(redis.call('PTTL', KEYS[1]), 1) }
end
if size > 0 then
  redis.call('HINCRBY', KEYS[1], 'size', size)
  if redis.call('HINCRBY', KEYS[1], 'count', 1) == 1 then
    redis.call('PEXPIRE', KEYS[1], ARGV[4])
  end
end
return { 0 }
