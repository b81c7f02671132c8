#!/usr/bin/env bash
# How long the lists of a long history take: fires calls until a million runs are kept, then asks for lists as the pages do
# and tells the median and the slowest of 20 answers. Two in a thousand runs are of another trigger and blocked.
# Needs the built jar, wrk, node and curl; starts its own server on loopback. SLUICE_DATABASE_URL counts as always.
# Use: src/bench/history.sh [runs]
set -euo pipefail
cd "$(dirname "$0")/../.."
runs=${1:-1000000}
work=$(mktemp -d); sluice=
trap '[ -z "$sluice" ] || kill "$sluice" 2>/dev/null || true; rm -rf "$work"' EXIT
port=$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
api=http://127.0.0.1:$port/api/v1
SLUICE_HISTORY_KEEP_COUNT=$((2 * runs)) SLUICE_DATA_DIR="$work/data" SLUICE_ADMIN_KEY=bench-on-this-machine QUARKUS_HTTP_PORT=$port \
  java -Xmx512m -XX:+UseSerialGC -jar target/quarkus-app/quarkus-run.jar >"$work/log" 2>&1 & sluice=$!
until curl -sf "127.0.0.1:$port/q/health/ready" >/dev/null; do sleep 0.2; done
ask() { curl -sf -H 'Authorization: bench-on-this-machine' "$@"; }
for trigger in event-publish event-before-save; do
  sed "s/event-publish/$trigger/g" src/examples/tlp-red-stop/workflow.json | sed 's/"uuid": *"[^"]*",//' >"$work/workflow.json"
  ask -o /dev/null -d @"$work/workflow.json" "$api/workflows/import"
  ask -o /dev/null -X PATCH -d '{"enabled":true}' "$api/triggers/$trigger"
done
node src/bench/event.js 10 >"$work/event"
node src/bench/event.js 10 | sed 's/"Tag": *\[/&{"name":"tlp:red"},/' >"$work/red"
kept() { ask "127.0.0.1:$port/q/metrics" | awk '/^http_server_requests_seconds_count.*runs/{n+=$2} END{printf "%d", n}'; }
while [ "$(kept)" -lt "$runs" ]; do
  KEY=bench-on-this-machine BODY="$work/event" wrk -t1 -c16 -d10 -s src/bench/post.lua "$api/triggers/event-publish/runs" >/dev/null
  for _ in $(seq 200); do ask -o /dev/null -d @"$work/red" "$api/triggers/event-before-save/runs"; done
done
last=$(ask "$api/runs?size=1" | sed 's/.*"runId":"\([^"]*\)".*/\1/')
echo "$(ask "$api/runs?size=1" | sed 's/.*"total":/counted up to /;s/}//'), calls $(kept), database $(du -sm "$work/data" | cut -f1) MB"
measure() { # name, query
  for _ in $(seq 20); do
    curl -sf -o /dev/null -w '%{time_total}\n' -H 'Authorization: bench-on-this-machine' "$api/$2"
  done | sort -n | awk -v name="$1" '{t[NR]=$1*1000} END{printf "%-34s median %6.1f ms, slowest %6.1f ms\n", name, t[10], t[20]}'
}
measure 'first page' 'runs?size=50'
measure 'page after a run' "runs?size=50&after=$last"
measure 'of a rare trigger' 'runs?size=50&trigger=event-before-save'
measure 'of a rare outcome' 'runs?size=50&outcome=blocked'
measure 'of an outcome there is none of' 'runs?size=50&outcome=failure'
measure 'of an event' 'runs?size=50&event=no-such-event'
measure 'of an hour' "runs?size=50&to=2020-01-01T00:00:00Z"
measure 'a text that is nowhere' 'runs?size=50&text=nowhere'
measure 'one run' "runs/$last"
measure 'log, first page' 'logs?size=50'
measure 'log, errors' 'logs?size=50&level=ERROR'
measure 'triggers' 'triggers'
