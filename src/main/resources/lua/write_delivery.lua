-- Writes down how the delivery of an entry to one of the customer's contacts stands.
--
-- KEYS  1 deliveries hash
-- ARGV  1 number of the entry, for the second and further contacts with ':' and theirs   2 how it stands (JSON)   3 retention (ms)
--
-- Returns how the deliveries of the entry stand to all contacts of whom something is written, as JSON
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
local entry = string.match(ARGV[1], '^%d+')
local all = {}
local other = redis.call('HGET', KEYS[1], entry)
while other do
  table.insert(all, other)
  other = redis.call('HGET', KEYS[1], entry .. ':' .. #all)
end
return all
