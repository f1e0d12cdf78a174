-- For wrk: posts the pictures of a folder, one after the other, each a digit.
--   wrk -s digits.lua http://localhost:8080 -- FOLDER
local requests = {}
local sent = 0

function init(arguments)
  wrk.headers["Content-Type"] = "image/png"
  local names = io.popen('ls "' .. arguments[1] .. '"/*.png')
  for name in names:lines() do
    local file = io.open(name, "rb")
    requests[#requests + 1] = wrk.format("POST", "/api/v1/digit", nil, file:read("*a"))
    file:close()
  end
  names:close()
end

function request()
  sent = sent % #requests + 1
  return requests[sent]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    "%.0f requests/s, p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms; " ..
    "%d requests, of them %d not answered with 200; %d broken connections, %d timeouts\n",
    summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency:percentile(99.9) / 1000,
    summary.requests, errors.status,
    errors.connect + errors.read + errors.write, errors.timeout))
end
