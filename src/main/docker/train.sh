#!/usr/bin/env bash
# Makes sluice.aot in the folder of quarkus-run.jar: starts Sluice there, has it do what it is there for, and ends it. The JVM
# that made the cache must be the one that uses it. Needs bash and java (25 or newer), nothing else. Use: train.sh [folder] [options]
set -euo pipefail
options=${2:-$(cd "$(dirname "$0")" && pwd)/sidecar.jvm}
cd "${1:-.}"
# What the second compiler would learn of is left out where it does not run.
untrained=$(grep -q TieredStopAtLevel=1 "$options" && echo "-XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining" || true)
data=$(mktemp -d); port=${TRAIN_PORT:-18099}
SLUICE_DATA_DIR=$data SLUICE_ADMIN_KEY=train-on-this-machine QUARKUS_HTTP_PORT=$port SLUICE_ZMQ_ADDRESS='tcp://127.0.0.1:*' \
  "${JAVA:-java}" @"$options" $untrained -XX:AOTCacheOutput=sluice.aot -jar quarkus-run.jar >"$data/log" 2>&1 & sluice=$!
trap 'kill "$sluice" 2>/dev/null || true; rm -rf "$data"' EXIT

call() { # method, path, body
  exec 3<>"/dev/tcp/127.0.0.1/$port" || return 1
  printf '%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: train-on-this-machine\r\nContent-Length: %d\r\n\r\n%s' \
    "$1" "$2" "${#3}" "$3" >&3
  status=$(head -n 1 <&3); exec 3>&-
  [[ $status == *" 2"* ]]
}

until call GET /q/health/ready '' 2>/dev/null; do
  kill -0 "$sluice" 2>/dev/null || { cat "$data/log"; exit 1; }
  sleep 0.2
done
graph='{"1":{"id":1,"name":"event-publish","data":{"id":"event-publish","module_type":"trigger","indexed_params":{}},"inputs":{},"outputs":{"output_1":{"connections":[{"node":"2","output":"input_1"}]}},"pos_x":0,"pos_y":0},"2":{"id":2,"name":"tag-if","data":{"id":"tag-if","module_type":"logic","indexed_params":{"scope":"event_attribute","condition":"in_or","tags":["tlp:red"]}},"inputs":{"input_1":{"connections":[{"node":"1","input":"output_1"}]}},"outputs":{"output_1":{"connections":[{"node":"3","output":"input_1"}]},"output_2":{"connections":[]}},"pos_x":300,"pos_y":0},"3":{"id":3,"name":"stop-execution","data":{"id":"stop-execution","module_type":"action","indexed_params":{"message":"{{ Event.info }}"}},"inputs":{"input_1":{"connections":[{"node":"2","input":"output_1"}]}},"outputs":{},"pos_x":600,"pos_y":0}}'
event='{"Event":{"id":"1","info":"train","Tag":[{"name":"tlp:red"}],"Attribute":[{"id":"1","type":"ip-dst","value":"198.51.100.7"}]}}'
call POST /api/v1/workflows "{\"trigger\":\"event-publish\",\"graph\":$graph}"
call PATCH /api/v1/triggers/event-publish '{"enabled":true}'
call PATCH /api/v1/triggers/event-after-save '{"enabled":true}'
for _ in 1 2 3; do
  call POST /api/v1/triggers/event-publish/runs "$event"
  call POST '/api/v1/triggers/event-publish/runs?dryRun=true' "$event"
done
for path in / /api/v1/triggers /api/v1/modules /api/v1/workflows /api/v1/runs /api/v1/logs /api/v1/tasks /api/v1/status /q/metrics /q/openapi; do
  call GET "$path" ''
done
kill "$sluice"; wait "$sluice" || true
[ -s sluice.aot ] || { cat "$data/log"; exit 1; }
