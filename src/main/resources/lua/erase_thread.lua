-- Erases a thread with all its conversations. What the journal keeps has no words in it and no address.
--
-- KEYS  1 thread hash   2 cases list   3 seen hash   4 outbox list   5 attempts hash   6 unreadable string   7 calls list
--       8 attempts hash of the calls   9 due sorted set   10… index sorted sets that the thread stands in
-- ARGV  1 thread id   2 version expected   3 what a transcript's key begins with   4 the same of delivery records
--
-- Returns {'erased'} or {'conflict'}
if (redis.call('HGET', KEYS[1], 'version') or '') ~= ARGV[2] then
  return {'conflict'}
end
for _, conversation in ipairs(redis.call('LRANGE', KEYS[2], 0, -1)) do
  redis.call('DEL', ARGV[3] .. conversation, ARGV[4] .. conversation)
end
for i = 1, 8 do
  redis.call('DEL', KEYS[i])
end
for i = 9, #KEYS do
  redis.call('ZREM', KEYS[i], ARGV[1])
end
return {'erased'}
