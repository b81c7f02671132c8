#!/usr/bin/env bash
# HTTP throughput of a blocking trigger, history on, beside an endpoint of the same process that only parses and writes the
# same body (a hash path that selects everything), and beside Node-RED where NODE_RED names the folder it is installed in.
# Needs the built jar, wrk, node and curl. Starts its own servers on loopback and ends them. Use: src/bench/http.sh [rounds]
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d); pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; rm -rf "$work"' EXIT
free() { node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})'; }

port=$(free)
SLUICE_DATA_DIR="$work/data" SLUICE_ADMIN_KEY=bench-on-this-machine QUARKUS_HTTP_PORT=$port \
  java -Xmx512m -XX:+UseSerialGC -jar target/quarkus-app/quarkus-run.jar >"$work/log" 2>&1 & sluice=$!; pids+=("$sluice")
until curl -sf "127.0.0.1:$port/q/health/ready" >/dev/null; do sleep 0.2; done
api=http://127.0.0.1:$port/api/v1
sed 's/"scope":"event"/"scope":"event_attribute"/; s/"scope": "event",/"scope": "event_attribute",/' \
  src/examples/tlp-red-stop/workflow.json >"$work/workflow.json"
curl -sf -o /dev/null -H 'Authorization: bench-on-this-machine' -d @"$work/workflow.json" "$api/workflows/import"
curl -sf -o /dev/null -H 'Authorization: bench-on-this-machine' -X PATCH -d '{"enabled":true}' "$api/triggers/event-publish"
if [ -n "${NODE_RED:-}" ]; then
  red=$(free); mkdir "$work/red"; cp src/bench/flows.json "$work/red/"
  echo "module.exports={uiPort:$red,uiHost:'127.0.0.1',flowFile:'flows.json',apiMaxLength:'80mb',logging:{console:{level:'error'}}}" >"$work/red/settings.js"
  node "$NODE_RED/node_modules/node-red/red.js" -u "$work/red" -s "$work/red/settings.js" >/dev/null 2>&1 & node=$!; pids+=("$node")
  until curl -s -o /dev/null "127.0.0.1:$red/run"; do sleep 0.2; done
fi
for n in 10 1000; do
  node src/bench/event.js $n >"$work/event$n"; (printf '{"path":"","data":'; cat "$work/event$n"; echo '}') >"$work/echo$n"
done

ticks() { awk '{print $14+$15}' "/proc/$1/stat"; }
measure() { # name, pid, body, url, connections
  local before after; before=$(ticks "$2")
  KEY=bench-on-this-machine BODY="$work/$3" wrk -t1 -c"$5" -d6 -s src/bench/post.lua "$4" >"$work/out"
  after=$(ticks "$2"); grep Non-2xx "$work/out" || true
  awk -v name="$1" -v t=$((after - before)) '/requests in/{n=$1} /Requests\/sec/{printf "%-14s %8.0f/s %8.0f per second of processor time\n", name, $2, n*100/t}' "$work/out"
}
for n in 10 1000; do # compile first, with a processor to spare
  KEY=bench-on-this-machine BODY="$work/event$n" wrk -t1 -c1 -d20 -s src/bench/post.lua "$api/triggers/event-publish/runs" >/dev/null
done
for round in $(seq "${1:-3}"); do
  for n in 10 1000; do
    c=$([ $n = 10 ] && echo 16 || echo 4)
    measure "sluice $n" "$sluice" "event$n" "$api/triggers/event-publish/runs" $c
    measure "echo $n" "$sluice" "echo$n" "$api/tools/hash-path" $c
    [ -z "${NODE_RED:-}" ] || measure "node-red $n" "$node" "event$n" "http://127.0.0.1:$red/run" $c
  done
done
curl -s -H 'Authorization: bench-on-this-machine' "127.0.0.1:$port/q/metrics" | grep '^sluice_history_dropped'
