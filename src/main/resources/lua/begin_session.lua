-- Begins a session of an agent; a key without its time can't be left behind.
-- Returns {1}.
-- KEYS[1] hash     the session
-- ARGV[1] string   agent id
-- ARGV[2] integer  era of the account: the session is worth nothing once the account has another
-- ARGV[3] integer  now, in milliseconds since 1970
-- ARGV[4] integer  how long it lives unused, in milliseconds

redis.call('HSET', KEYS[1], 'agent', ARGV[1], 'era', ARGV[2], 'began', ARGV[3])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return { 1 }
