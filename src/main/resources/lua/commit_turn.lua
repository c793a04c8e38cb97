-- Commits one turn: all of it or nothing. Asks in this order: was the event taken before? is the customer still here? is the state still
-- the one the turn was made from?
-- Everything is checked before the first write, for a script that fails half-way is not rolled back.
--
-- KEYS  1 thread hash   2 cases list      3 transcript list of the conversation   4 seen hash       5 due sorted set
--       6 journal stream 7 outbox list    8 attempts hash                         9 turns channel
--       10 calls list    11 attempts hash of the calls   12 audit stream of the bot         13 audit stream of people
--       14… index sorted sets: first those the thread leaves; then the shelf where it stands now; then those that it stands in besides
-- ARGV  1 event id                        2 version expected ('' where there must be none)         3 version afterwards
--       4 state afterwards (JSON)         5 conversation id                                        6 thread id
--       7 time of the next timer (ms, '' for none)             8 now (ms)                          9 retention (ms)
--       10 receipt                        11 this gateway's name                                   12 journal line (JSON)
--       13 number of the first entry      14 how many entries  15 how many effects to be said      16 how many indexes are left
--       17 '1' if the event is for the customer, wherever they are, and not for this very thread
--       18 the thread that the customer goes on in from this turn on, '' for this one
--       19 how many actions to be called       20 how many audit lines of the bot        21 how many of people
--       22 audit lines older than this (ms) may go
--       23… the entries (JSON), the effects (JSON), the calls (JSON), the audit lines (JSON) of the bot and of people, the scores in the
--           shelf and what stands after it
--
-- Returns {'committed'} | {'seen', receipt of the first time} | {'moved'}: the customer is in another thread
--       | {'conflict', version, state, thread moved to or ''}
local SEEN_FOR = 48 * 3600 * 1000
local SEEN_AT_LEAST = 26 * 3600 * 1000
local SEEN_MANY = 512
local JOURNAL_LINES = 100000

local stored = redis.call('HMGET', KEYS[1], 'version', 'state', 'movedTo')
local version, state, movedTo = stored[1] or '', stored[2] or '', stored[3] or ''

local seen = redis.call('HGET', KEYS[4], ARGV[1])
if seen then
  return {'seen', string.match(seen, '^%d+|(.*)$')}
end
if movedTo ~= '' and ARGV[17] == '1' then
  return {'moved'}
end
if version ~= ARGV[2] then
  return {'conflict', version, state, movedTo}
end

local now, retention = tonumber(ARGV[8]), ARGV[9]
local first, entries, effects, leaves = tonumber(ARGV[13]), tonumber(ARGV[14]), tonumber(ARGV[15]), tonumber(ARGV[16])
local calls, byBot, byPeople = tonumber(ARGV[19]), tonumber(ARGV[20]), tonumber(ARGV[21])
local at = 22 -- what follows is read one after another
if redis.call('LLEN', KEYS[3]) ~= first - 1 then
  return redis.error_reply('GAP the transcript of ' .. ARGV[5] .. ' does not end before entry ' .. first)
end

-- from here on only writes
local lines = {}
for i = 1, entries do
  lines[i] = ARGV[at + i]
end
at = at + entries
if entries > 0 then
  redis.call('RPUSH', KEYS[3], unpack(lines))
  if first == 1 then
    redis.call('RPUSH', KEYS[2], ARGV[5])
  end
  redis.call('PEXPIRE', KEYS[2], retention)
  redis.call('PEXPIRE', KEYS[3], retention)
end

redis.call('HSET', KEYS[1], 'version', ARGV[3], 'state', ARGV[4], 'conversation', ARGV[5], 'timer', ARGV[7])
if ARGV[18] ~= '' then
  redis.call('HSET', KEYS[1], 'movedTo', ARGV[18])
end
redis.call('PEXPIRE', KEYS[1], retention)

redis.call('HSET', KEYS[4], ARGV[1], ARGV[8] .. '|' .. ARGV[10])
redis.call('PEXPIRE', KEYS[4], SEEN_FOR)
local many = redis.call('HLEN', KEYS[4])
if many > SEEN_MANY and many % 64 == 0 then
  local all = redis.call('HGETALL', KEYS[4])
  for i = 1, #all, 2 do
    if tonumber(string.match(all[i + 1], '^%d+')) < now - SEEN_AT_LEAST then
      redis.call('HDEL', KEYS[4], all[i])
    end
  end
end

for i = 1, effects do
  redis.call('RPUSH', KEYS[7], ARGV[at + i])
end
at = at + effects
for i = 1, calls do
  redis.call('RPUSH', KEYS[10], ARGV[at + i])
end
at = at + calls
for i = 1, byBot + byPeople do
  redis.call('XADD', i > byBot and KEYS[13] or KEYS[12], 'MINID', '~', ARGV[22], '*', 'line', ARGV[at + i])
end
at = at + byBot + byPeople
local due = tonumber(ARGV[7])
for list, attempts in pairs({[KEYS[7]] = KEYS[8], [KEYS[10]] = KEYS[11]}) do
  if redis.call('EXISTS', list) == 1 then
    local effect = tonumber(redis.call('HGET', attempts, 'notBefore') or now)
    due = due and math.min(due, effect) or effect
  end
end
if due then
  redis.call('ZADD', KEYS[5], due, ARGV[6])
else
  redis.call('ZREM', KEYS[5], ARGV[6])
end

for i = 14, 13 + leaves do
  redis.call('ZREM', KEYS[i], ARGV[6])
end
for i = 14 + leaves, #KEYS do
  redis.call('ZADD', KEYS[i], ARGV[at + i - 13 - leaves], ARGV[6])
end

local shelf = KEYS[14 + leaves]
redis.call('PEXPIRE', shelf, retention)
if leaves > 0 or first == 1 then -- it is new here: those whose threads are gone make room
  redis.call('ZREMRANGEBYSCORE', shelf, '-inf', now - retention)
end

redis.call('XADD', KEYS[6], 'MAXLEN', '~', JOURNAL_LINES, '*', 'turn', ARGV[12])
redis.call('SPUBLISH', KEYS[9], table.concat({ARGV[11], ARGV[6], ARGV[3], ARGV[4], '[' .. table.concat(lines, ',') .. ']'}, '\n'))
return {'committed'}
