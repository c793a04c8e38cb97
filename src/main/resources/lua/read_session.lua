-- Reads a session with its account, and lets it live on.
-- Returns {era, account as JSON}, or {} when there is no such session or no such account any more.
-- KEYS[1] hash     the session
-- KEYS[2] hash     accounts: agent id -> account as JSON
-- ARGV[1] integer  how long it lives from now, in milliseconds; 0 leaves it as it is

local session = redis.call('HMGET', KEYS[1], 'agent', 'era')
if not session[1] then
  return {}
end
local account = redis.call('HGET', KEYS[2], session[1])
if not account then
  return {}
end
if tonumber(ARGV[1]) > 0 then
  redis.call('PEXPIRE', KEYS[1], ARGV[1])
end
return { session[2], account }
