-- Creates the account of an agent, unless the login is taken.
-- Returns {created}: 1, or 0 when the login is taken and nothing was changed.
-- KEYS[1] hash    accounts: agent id -> account as JSON
-- KEYS[2] hash    logins: login -> agent id
-- ARGV[1] string  agent id
-- ARGV[2] string  login
-- ARGV[3] string  account as JSON

if redis.call('HSETNX', KEYS[2], ARGV[2], ARGV[1]) == 0 then
  return { 0 }
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return { 1 }
