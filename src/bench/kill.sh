#!/usr/bin/env bash
# How much history a kill -9 costs: fires calls one after another from some callers, notes when each run was answered, kills
# the server amid them, starts it again and asks which of the runs it still knows. Needs the built jar, node and curl; starts
# its own server on loopback. SLUICE_DATABASE_URL counts as always. Use: src/bench/kill.sh [kills] [callers] [seconds of load]
set -euo pipefail
cd "$(dirname "$0")/../.."
export SLUICE_DATA_DIR SLUICE_ADMIN_KEY=bench-on-this-machine QUARKUS_HTTP_PORT=${QUARKUS_HTTP_PORT:-18282}
work=$(mktemp -d); SLUICE_DATA_DIR=$work/data; sluice=
trap '[ -z "$sluice" ] || kill -9 "$sluice" 2>/dev/null || true; rm -rf "$work"' EXIT
api=http://127.0.0.1:$QUARKUS_HTTP_PORT/api/v1
start() {
  java -Xmx512m -jar target/quarkus-app/quarkus-run.jar >"$work/log" 2>&1 & sluice=$!; disown "$sluice"
  until curl -sf "127.0.0.1:$QUARKUS_HTTP_PORT/q/health/ready" >/dev/null; do
    kill -0 "$sluice" 2>/dev/null || { cat "$work/log"; exit 1; }
    sleep 0.2
  done
}

start
curl -sf -o /dev/null -H 'Authorization: bench-on-this-machine' -d @src/examples/tlp-red-stop/workflow.json "$api/workflows/import?replace=true"
curl -sf -o /dev/null -H 'Authorization: bench-on-this-machine' -X PATCH -d '{"enabled":true}' "$api/triggers/event-publish"
node src/bench/event.js 10 >"$work/event"
for kill in $(seq "${1:-5}"); do
  node src/bench/kill.js fire "$api" "$work/event" "$work/answered" "$sluice" "${2:-4}" "${3:-10}"
  while kill -0 "$sluice" 2>/dev/null; do sleep 0.1; done
  start
  node src/bench/kill.js ask "$api" "$work/answered"
done
