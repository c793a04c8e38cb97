-- Takes accepted examples back.
-- Returns {count}: how many there were of them; with none nothing was changed.
-- KEYS[1] hash     accepted examples: id -> example as JSON
-- KEYS[2] string   number of the lesson
-- ARGV    strings  ids of the examples

local count = redis.call('HDEL', KEYS[1], unpack(ARGV))
if count > 0 then
  redis.call('INCR', KEYS[2])
end
return { count }
