#!/usr/bin/env bash
# From the start of the program to the first answer, and memory at rest and under load, with the options of a sidecar: a JVM with a
# trained AOT cache, or the native file that NATIVE names. Needs ./mvnw -q package -DskipTests -Dquarkus.package.jar.type=aot-jar
# and Java 25 (JAVA names it), or the native file; curl, wrk and node.
# Use: JAVA=<jdk 25>/bin/java src/bench/start.sh [rounds], NATIVE=$(echo $PWD/target/*-runner) src/bench/start.sh [rounds]
set -euo pipefail
cd "$(dirname "$0")/../.."
here=$PWD; java=${JAVA:-java}; work=$(mktemp -d); sluice=
trap 'kill "$sluice" 2>/dev/null || true; rm -rf "$work"' EXIT
if [ -n "${NATIVE:-}" ]; then
  mkdir "$work/app"; program=("$NATIVE" -Xmx64m)
  du -h --apparent-size "$NATIVE" | awk '{print "program: " $1}'
else
  cp -a target/quarkus-app "$work/app"; program=("$java" "@$here/src/main/docker/sidecar.jvm" -XX:AOTCache=sluice.aot -jar quarkus-run.jar)
  JAVA=$java src/main/docker/train.sh "$work/app"
  du -sh --apparent-size "$work/app" | awk '{print "program with its cache: " $1}'
fi
memory() { awk '/^VmRSS|^RssAnon/{printf "%s %d MB  ", $1, $2/1024} END{print ""}' "/proc/$sluice/status"; }
export MALLOC_ARENA_MAX=2
for round in $(seq "${1:-5}"); do
  port=$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
  cd "$work/app"; begun=$(date +%s%N)
  SLUICE_DATA_DIR="$work/data" SLUICE_ADMIN_KEY=bench-on-this-machine QUARKUS_HTTP_PORT=$port SLUICE_ZMQ_ADDRESS='tcp://127.0.0.1:*' \
    "${program[@]}" >"$work/log" 2>&1 & sluice=$!
  until curl -sf -o /dev/null "127.0.0.1:$port/q/health/ready"; do sleep 0.01; done
  echo "first answer after $(( ($(date +%s%N) - begun) / 1000000 )) ms"
  cd "$here"
  if [ "$round" = "${1:-5}" ]; then
    sleep 3; echo "at rest: $(memory)"
    api=http://127.0.0.1:$port/api/v1
    curl -sf -o /dev/null -H 'Authorization: bench-on-this-machine' -d @src/examples/tlp-red-stop/workflow.json "$api/workflows/import"
    curl -sf -o /dev/null -H 'Authorization: bench-on-this-machine' -X PATCH -d '{"enabled":true}' "$api/triggers/event-publish"
    for n in 10 1000; do
      node src/bench/event.js $n >"$work/event"
      KEY=bench-on-this-machine BODY="$work/event" wrk -t1 -c8 -d20 -s src/bench/post.lua "$api/triggers/event-publish/runs" >"$work/out"
      echo "under load, $n attributes: $(awk '/Requests\/sec/{printf "%d calls a second", $2}' "$work/out")  $(memory)"
    done
  fi
  kill "$sluice"; wait "$sluice" || true
done
