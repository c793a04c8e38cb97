-- Telegram said "too many requests": nothing is sent to that chat for as long as it said; and nothing at all, if it says so of several
-- chats at a time, for then it means the bot.
--
-- KEYS  1 bot hash ('until')   2 sorted set of the chats that Telegram complained of (score: until when)   3 chat hash ('free', 'for', 'slot')
-- ARGV  1 chat   2 how long to wait (ms)   3 how long all this is kept (ms)
--
-- Returns {'chat'} or {'bot'}: who has to wait
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local till = now + ARGV[2]
local keep = ARGV[2] + ARGV[3]
redis.call('HSET', KEYS[3], 'free', math.max(till, tonumber(redis.call('HGET', KEYS[3], 'free') or 0)))
redis.call('HDEL', KEYS[3], 'for', 'slot')
redis.call('PEXPIRE', KEYS[3], keep)

redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)
redis.call('ZADD', KEYS[2], till, ARGV[1])
redis.call('PEXPIRE', KEYS[2], keep)
if redis.call('ZCARD', KEYS[2]) < 2 then
  return {'chat'}
end
redis.call('HSET', KEYS[1], 'until', math.max(till, tonumber(redis.call('HGET', KEYS[1], 'until') or 0)))
redis.call('PEXPIRE', KEYS[1], keep)
return {'bot'}
