-- Takes back the attempts of somebody who signed in: those of an office behind one address would add up.
-- Returns {1}.
-- KEYS[1] string  attempts of one login from one address
-- KEYS[2] string  attempts from the address

redis.call('DEL', KEYS[1])
if tonumber(redis.call('GET', KEYS[2]) or '0') > 0 then
  redis.call('DECR', KEYS[2])
end
return { 1 }
