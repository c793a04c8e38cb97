-- The right to show a chat that somebody writes: one sign stands some seconds, so nobody shows another meanwhile, over all gateways. Messages
-- go first: there are no signs while Telegram wants nothing, and only so many in all.
--
-- KEYS  1 bot hash ('until': nothing is sent before, 'signs': no sign is shown before)
--       2 chat hash ('free': nothing is sent before, 'sign': until when a sign stands)
-- ARGV  1 how long a sign stands (ms)   2 time between two signs in all (ms)   3 time between two messages to a chat (ms)
--       4 how long all this is kept (ms)
--
-- Returns {1} if it may be shown, and counts it; else {0}
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local bot = redis.call('HMGET', KEYS[1], 'until', 'signs')
local chat = redis.call('HMGET', KEYS[2], 'free', 'sign')
local paused = tonumber(bot[1] or 0) > now or tonumber(chat[1] or 0) > now + ARGV[3]
if paused or tonumber(bot[2] or 0) > now or tonumber(chat[2] or 0) > now then
  return {0}
end
redis.call('HSET', KEYS[1], 'signs', now + ARGV[2])
redis.call('HSET', KEYS[2], 'sign', now + ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
redis.call('PEXPIRE', KEYS[2], ARGV[4])
return {1}
