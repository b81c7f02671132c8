#!/usr/bin/env bash
# How many small calls of a non-blocking trigger are taken per second over HTTP: each is answered (202) when its task is on
# disk. A workflow listens that sends nothing, so the tasks are run meanwhile. Needs the built jar, wrk, node and curl;
# starts its own server on loopback. SLUICE_DATABASE_URL counts as always, EXTRA adds options of java.
# Use: src/bench/enqueue.sh [rounds] [connections]
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d); sluice=
trap '[ -z "$sluice" ] || { kill "$sluice" 2>/dev/null || true; wait "$sluice" || true; }; rm -rf "$work"' EXIT
port=$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
SLUICE_DATA_DIR="$work/data" SLUICE_ADMIN_KEY=bench-on-this-machine QUARKUS_HTTP_PORT=$port SLUICE_QUEUE_WAITING=${SLUICE_QUEUE_WAITING:-1000000} \
  SLUICE_ZMQ_ADDRESS='tcp://127.0.0.1:*' \
  java -Xmx512m -XX:+UseSerialGC ${EXTRA:-} -jar target/quarkus-app/quarkus-run.jar >"$work/log" 2>&1 & sluice=$!
until curl -sf "127.0.0.1:$port/q/health/ready" >/dev/null; do
  kill -0 "$sluice" 2>/dev/null || { cat "$work/log"; exit 1; }
  sleep 0.2
done
api=http://127.0.0.1:$port/api/v1
ask() { curl -sf -o /dev/null -H 'Authorization: bench-on-this-machine' "$@"; }
ask -d '{"id":"bench","name":"Bench","scope":"bench","blocking":false,"coreFormat":false}' "$api/triggers"
ask -d '{"trigger":"bench","graph":{"1":{"id":1,"data":{"id":"bench","module_type":"trigger","indexed_params":{}},"inputs":{},"outputs":{"output_1":{"connections":[]}}}}}' "$api/workflows"
ask -X PATCH -d '{"enabled":true}' "$api/triggers/bench"
echo '{"ticket":{"id":"42","title":"small","tags":["a","b"],"text":"a hundred characters or so of what a platform may tell of what happened there"}}' >"$work/body"

ticks() { awk '{print $14+$15}' "/proc/$sluice/stat"; }
left() { curl -s -H 'Authorization: bench-on-this-machine' "$api/tasks?size=1" | sed 's/.*"total":\([0-9]*\).*/\1/'; }
fire() { KEY=bench-on-this-machine BODY="$work/body" wrk -t1 -c"${2:-64}" -d"$1" -s src/bench/post.lua "$api/triggers/bench/runs" >"$work/out"; }
fire 15 "${2:-64}" # compiles
for round in $(seq "${1:-3}"); do
  until [ "$(left)" = 0 ]; do sleep 0.2; done
  before=$(ticks); fire 6 "${2:-64}"; waiting=$(left); begun=$(date +%s%N)
  grep Non-2xx "$work/out" || true
  after=$(ticks)
  until [ "$(left)" = 0 ]; do sleep 0.2; done
  awk -v t=$((after - before)) -v w="$waiting" -v ms=$((($(date +%s%N) - begun) / 1000000)) \
    '/requests in/{n=$1} /Requests\/sec/{printf "%8.0f taken/s %8.0f per second of processor time; %d waited then, done in %d ms\n", $2, n*100/t, w, ms}' "$work/out"
done
