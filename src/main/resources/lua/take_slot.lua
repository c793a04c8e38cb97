-- The right to send a message now. Whoever may not yet is told how long to wait, and by asking has a place in the bot's line: those who
-- may write to their chat are served in the order in which they asked, whichever gateway they ask at. Times are the server's.
--
-- KEYS  1 bot hash ('next': the first free place in the line, 'until': nothing is sent before)
--       2 list of the times of the last messages, newest first
--       3 chat hash ('for': what its place in the line is for, 'slot': the time of that place, 'free': nothing is sent before,
--         'sign': until when a sign that somebody writes stands, which a message takes away)
-- ARGV  1 what is to be sent   2 messages per second   3 time between two messages to a chat (ms)   4 how long all this is kept (ms)
--       5 'queue', or 'if-idle' for what may only use time that nobody wants
--
-- Returns {0} if it may be sent now, and counts it; else {milliseconds to wait}
local PERIOD = 1250 -- what is allowed within that time arrives within a second at worst, if some of it is a quarter of one late
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local most, keep = tonumber(ARGV[2]), ARGV[4]
local bot = redis.call('HMGET', KEYS[1], 'next', 'until')
local chat = redis.call('HMGET', KEYS[3], 'for', 'slot', 'free')
local paused, free = tonumber(bot[2] or 0), tonumber(chat[3] or 0)

if ARGV[5] == 'if-idle' then
  if paused > now or tonumber(bot[1] or 0) > now or free > now or chat[1] then
    return {math.max(paused - now, free - now, 1000)}
  end
else
  local slot = chat[1] == ARGV[1] and tonumber(chat[2]) or nil
  if not slot or slot < paused then
    if free > now then
      return {free - now} -- it stands in nobody's way till then
    end
    slot = math.max(now, tonumber(bot[1] or 0), paused)
    redis.call('HSET', KEYS[1], 'next', string.format('%.3f', slot + PERIOD / most))
    redis.call('PEXPIRE', KEYS[1], keep)
    redis.call('HSET', KEYS[3], 'for', ARGV[1], 'slot', string.format('%.3f', slot))
    redis.call('PEXPIRE', KEYS[3], keep)
  end
  local wait = math.max(slot, free) - now
  if wait > 0 then
    return {math.ceil(wait)}
  end
end

-- whoever comes late to its place must not make a crowd
local oldest = tonumber(redis.call('LINDEX', KEYS[2], most - 1) or 0)
if now - oldest < PERIOD then
  return {oldest + PERIOD - now}
end
redis.call('LPUSH', KEYS[2], now)
redis.call('LTRIM', KEYS[2], 0, most - 1)
redis.call('PEXPIRE', KEYS[2], 5000)
redis.call('HSET', KEYS[3], 'free', now + ARGV[3])
redis.call('HDEL', KEYS[3], 'for', 'slot', 'sign')
redis.call('PEXPIRE', KEYS[3], keep)
return {0}
