-- Writes down how the delivery of an entry stands.
--
-- KEYS  1 deliveries hash
-- ARGV  1 number of the entry   2 how it stands (JSON)   3 retention (ms)
--
-- Returns {'written'}
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return {'written'}
