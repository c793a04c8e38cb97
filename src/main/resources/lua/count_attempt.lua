-- Counts an attempt to sign in, unless there were too many.
-- Returns {wait}: 0 when it may be made; otherwise the milliseconds until one may, and nothing was counted.
-- KEYS[1] string   attempts of one login from one address
-- KEYS[2] string   attempts from the address
-- ARGV[1] integer  how many KEYS[1] may count
-- ARGV[2] integer  how many KEYS[2] may count
-- ARGV[3] integer  milliseconds from the first attempt until counting begins anew

local wait = 0
for i = 1, 2 do
  if tonumber(redis.call('GET', KEYS[i]) or '0') >= tonumber(ARGV[i]) then
    wait = math.max(wait, redis.call('PTTL', KEYS[i]), 1)
  end
end
if wait > 0 then
  return { wait }
end
for i = 1, 2 do
  if redis.call('INCR', KEYS[i]) == 1 then
    redis.call('PEXPIRE', KEYS[i], ARGV[3])
  end
end
return { 0 }
