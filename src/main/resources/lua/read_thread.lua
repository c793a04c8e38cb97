-- Reads all that is kept of one thread, at one moment.
--
-- KEYS  1… the thread's own keys, the first of them its cases list; after them the partition's indexes (sorted sets)
-- ARGV  1 thread id   2 how many keys are the thread's own   3… what the names begin with of that which belongs to each of its conversations
--
-- Returns {'thread', part, part, …}: of a key {name, type, milliseconds left (-1: stays), {content}}, of an index {name, 'member', score}
local parts = {'thread'}

local function contents(key, type)
  if type == 'string' then return {redis.call('GET', key)} end
  if type == 'list' then return redis.call('LRANGE', key, 0, -1) end
  if type == 'hash' then return redis.call('HGETALL', key) end
  if type == 'set' then return redis.call('SMEMBERS', key) end
  return redis.call('ZRANGE', key, 0, -1, 'WITHSCORES')
end

local function read(key)
  local type = redis.call('TYPE', key).ok
  if type ~= 'none' then
    parts[#parts + 1] = {key, type, redis.call('PTTL', key), contents(key, type)}
  end
end

local own = tonumber(ARGV[2])
for i = 1, own do
  read(KEYS[i])
end
for _, conversation in ipairs(redis.call('LRANGE', KEYS[1], 0, -1)) do
  for i = 3, #ARGV do
    read(ARGV[i] .. conversation)
  end
end
for i = own + 1, #KEYS do
  local score = redis.call('ZSCORE', KEYS[i], ARGV[1])
  if score then
    parts[#parts + 1] = {KEYS[i], 'member', score}
  end
end
return parts
