-- Every request is the comment of another reader: none of them meets the limit of one address.
local article = os.getenv("ARTICLE")
local run = os.time()
local count = 0

function request()
  count = count + 1
  local address = string.format("10.%d.%d.%d", math.floor(count / 65536) % 256, math.floor(count / 256) % 256, count % 256)
  local body = string.format(
    "article_id=%s&parent_id=&name=Lettrice+%d&email=lettrice%d%%40example.com&body=Commento+numero+%d.&key=%08x-0000-4000-8000-%012x",
    article, count, count, count, run, count)
  return wrk.format("POST", nil, {
    ["accept"] = "application/json",
    ["content-type"] = "application/x-www-form-urlencoded",
    ["sec-fetch-site"] = "same-origin",
    ["user-agent"] = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36",
    ["x-forwarded-for"] = address,
  }, body)
end
