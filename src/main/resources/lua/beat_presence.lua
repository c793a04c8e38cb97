-- Says who is at a gateway's consoles, and learns who is at anyone's. By the clock of Redis: gateways' differ.
-- Returns {member, account as JSON, member, account as JSON, ...} of all who are present; a member is agent id@gateway.
-- KEYS[1] sorted set  member -> time until which they are present, in milliseconds since 1970
-- KEYS[2] hash        accounts: agent id -> account as JSON
-- ARGV[1] string      the gateway
-- ARGV[2] integer     how long its agents count as present from now, in milliseconds
-- ARGV[3...] string   ids of its agents; those that it no longer names leave at once

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local here = {}
for i = 3, #ARGV do
  local member = ARGV[i] .. '@' .. ARGV[1]
  here[member] = true
  redis.call('ZADD', KEYS[1], now + ARGV[2], member)
end
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)

local present = {}
for _, member in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
  local agent, gateway = string.match(member, '^(.*)@(.*)$')
  if gateway == ARGV[1] and not here[member] then
    redis.call('ZREM', KEYS[1], member)
  else
    local account = redis.call('HGET', KEYS[2], agent)
    if account then
      table.insert(present, member)
      table.insert(present, account)
    end
  end
end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return present
