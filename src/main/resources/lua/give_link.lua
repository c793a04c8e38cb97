-- Keeps a code that links a contact with a thread; a key without its time can't be left behind.
--
-- KEYS  1 link hash
-- ARGV  1 thread id   2 until when it may be used (ms)   3 how long it is known (ms)
--
-- Returns {'done'}
redis.call('HSET', KEYS[1], 'thread', ARGV[1], 'until', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return {'done'}
