-- Reads the number of the lesson and, if it is another one than is known, all accepted examples.
-- Returns {number}, or {number, id, example, id, example ...}.
-- KEYS[1] hash     accepted examples: id -> example as JSON
-- KEYS[2] string   number of the lesson
-- ARGV[1] integer  number of the lesson that is known; -1: none

local number = tonumber(redis.call('GET', KEYS[2]) or '0')
local reply = { number }
if number ~= tonumber(ARGV[1]) then
  for _, part in ipairs(redis.call('HGETALL', KEYS[1])) do
    reply[#reply + 1] = part
  end
end
return reply
