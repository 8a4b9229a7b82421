-- Every request is the reading of another reader: each of them counts.
local article = os.getenv("ARTICLE")
local count = 0

function request()
  count = count + 1
  local address = string.format("10.%d.%d.%d", math.floor(count / 65536) % 256, math.floor(count / 256) % 256, count % 256)
  return wrk.format("POST", nil, {
    ["accept"] = "application/json",
    ["content-type"] = "application/x-www-form-urlencoded",
    ["sec-fetch-site"] = "same-origin",
    ["user-agent"] = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36",
    ["x-forwarded-for"] = address,
  }, "article_id=" .. article)
end
