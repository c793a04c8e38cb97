-- Replaces an account that nobody changed meanwhile, and never takes away the last admin.
-- Returns {outcome}: 'done'; 'changed' when the account is not what the caller read; 'last-admin' when no other
-- admin could sign in afterwards. Only 'done' changed anything.
-- KEYS[1] hash    accounts: agent id -> account as JSON
-- ARGV[1] string  agent id
-- ARGV[2] string  account as JSON, exactly as it was read
-- ARGV[3] string  account as JSON, as it is to be

local function rules(json)
  local account = cjson.decode(json)
  return account.role == 'admin' and not account.disabled
end

local function another_rules()
  for _, json in ipairs(redis.call('HVALS', KEYS[1])) do
    if json ~= ARGV[2] and rules(json) then
      return true
    end
  end
  return false
end

if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then
  return { 'changed' }
end
if rules(ARGV[2]) and not rules(ARGV[3]) and not another_rules() then
  return { 'last-admin' }
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return { 'done' }
