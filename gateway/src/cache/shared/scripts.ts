import { createHash } from 'node:crypto';

/** A Lua script that Redis runs as one step, and the hash by which it knows it. */
export type Script = { readonly text: string; readonly hash: string };

const script = (text: string): Script => ({ text, hash: createHash('sha1').update(text).digest('hex') });

/** ARGV: a channel, and what is said there. */
export const tellScript = script(`return redis.call('PUBLISH', ARGV[1], ARGV[2])`);

/**
 * KEYS[1] is a hash of everything that was purged: by tag, the number of the last purge that named it (`*`), or that named a
 * field with it; and the number of the last purge of all. Its epoch changes when it is lost or grows too large: then nothing
 * can be said of what was kept before, and none of it holds. ARGV[1] is the name of the next epoch, ARGV[2] how long the
 * hash lives, which is longer than anything that is kept.
 */
const prelude = `
local stamps = KEYS[1]
local epoch = redis.call('HGET', stamps, 'epoch')
if not epoch then
  epoch = ARGV[1]
  redis.call('HSET', stamps, 'epoch', epoch, 'number', 0)
end
redis.call('PEXPIRE', stamps, ARGV[2])
local number = tonumber(redis.call('HGET', stamps, 'number'))
local function holds(about, since)
  if since == number then return true end
  for _, tag in ipairs(about.tags) do
    local text = redis.call('HGET', stamps, '=' .. tag)
    local purged = text and cjson.decode(text) or {}
    if (purged['*'] or 0) > since then return false end
    for field, at in pairs(purged) do
      if at > since and about.fields[field] then return false end
    end
  end
  return true
end
`;

/**
 * KEYS: the hash, then for each thing its value and its lease. ARGV[3] is how long a lease lasts, 0 for none; ARGV[4] who
 * asks. Answers epoch and number, then for each thing what is said of it and its text; or whether the asker is to fetch it.
 */
export const readScript = script(`${prelude}
local answer = { epoch, number }
for index = 2, #KEYS, 2 do
  local kept = redis.call('HMGET', KEYS[index], 'epoch', 'number', 'about', 'text')
  if kept[1] == epoch and kept[4] and holds(cjson.decode(kept[3]), tonumber(kept[2])) then
    answer[#answer + 1] = kept[3]
    answer[#answer + 1] = kept[4]
  else
    local isMine = 1
    if ARGV[3] ~= '0' and not redis.call('SET', KEYS[index + 1], ARGV[4], 'NX', 'PX', ARGV[3]) then
      isMine = redis.call('GET', KEYS[index + 1]) == ARGV[4] and 1 or 0
    end
    answer[#answer + 1] = isMine
    answer[#answer + 1] = ''
  end
end
return answer`);

/**
 * KEYS: the hash, the value, its lease. ARGV: epoch and number as they were when the fetch left, what is said of the value,
 * its text, how long it lives. Keeps it only where nothing that it depends on was purged since.
 */
export const writeScript = script(`${prelude}
redis.call('DEL', KEYS[3])
if epoch ~= ARGV[3] or not holds(cjson.decode(ARGV[5]), tonumber(ARGV[4])) then return 0 end
redis.call('HSET', KEYS[2], 'epoch', epoch, 'number', ARGV[4], 'about', ARGV[5], 'text', ARGV[6])
redis.call('PEXPIRE', KEYS[2], ARGV[7])
return 1`);

/**
 * KEYS: the hash. ARGV: the purges, the most tags that are remembered, and what is published where. One step: whoever
 * hears of a purge reads nothing in Redis any more that it took.
 */
export const purgeScript = script(`${prelude}
number = redis.call('HINCRBY', stamps, 'number', 1)
for _, purge in ipairs(cjson.decode(ARGV[3])) do
  for _, tag in ipairs(purge.tags) do
    local text = redis.call('HGET', stamps, '=' .. tag)
    local purged = text and cjson.decode(text) or {}
    if type(purge.fields) == 'table' then
      for _, field in ipairs(purge.fields) do purged[field] = number end
    else
      purged['*'] = number
    end
    redis.call('HSET', stamps, '=' .. tag, cjson.encode(purged))
  end
end
if redis.call('HLEN', stamps) > tonumber(ARGV[4]) then redis.call('DEL', stamps) end
return redis.call('PUBLISH', ARGV[5], ARGV[6])`);
