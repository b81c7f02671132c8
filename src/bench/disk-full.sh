#!/usr/bin/env bash
# What happens when the disk of the data folder is full, and when it may only be read: fires until calls are refused, makes
# room again, and sees whether all that was accepted is done. Mounts a small file system, so it needs root; and the built
# jar, node and curl. Use: src/bench/disk-full.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d); sluice=
gone() { while kill -0 "$sluice" 2>/dev/null; do sleep 0.1; done; }
trap '[ -z "$sluice" ] || { kill -9 "$sluice" 2>/dev/null || true; gone; }; umount "$work/disk" 2>/dev/null || true; rm -rf --one-file-system "$work"' EXIT
mkdir "$work/disk"; mount -t tmpfs -o size=40m tmpfs "$work/disk"
port=$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
api=http://127.0.0.1:$port/api/v1
start() {
  SLUICE_DATA_DIR="$work/disk/data" SLUICE_ADMIN_KEY=bench-on-this-machine QUARKUS_HTTP_PORT=$port SLUICE_ZMQ_ADDRESS='tcp://127.0.0.1:*' \
    SLUICE_QUEUE_PARALLEL=1 java -Xmx512m -jar target/quarkus-app/quarkus-run.jar >>"$work/log" 2>&1 & sluice=$!; disown "$sluice"
  until curl -sf "127.0.0.1:$port/q/health/ready" >/dev/null; do
    kill -0 "$sluice" 2>/dev/null || return 1
    sleep 0.2
  done
}
ask() { curl -sf -o /dev/null -H 'Authorization: bench-on-this-machine' "$@"; }
left() { curl -s -H 'Authorization: bench-on-this-machine' "$api/tasks?size=1" | sed 's/.*"total":\([0-9]*\).*/\1/'; }
start
ask -d '{"id":"bench","name":"Bench","scope":"bench","blocking":false,"coreFormat":false}' "$api/triggers"
ask -d '{"trigger":"bench","graph":{"1":{"id":1,"data":{"id":"bench","module_type":"trigger","indexed_params":{}},"inputs":{},"outputs":{"output_1":{"connections":[]}}}}}' "$api/workflows"
ask -X PATCH -d '{"enabled":true}' "$api/triggers/bench"
dd if=/dev/zero of="$work/disk/filler" bs=1M count=$(($(df --output=avail -m "$work/disk" | tail -1) - 3)) status=none
node -e 'console.log(JSON.stringify({noise: require("crypto").randomBytes(150000).toString("base64")}))' >"$work/body"
accepted=(); refused=
for i in $(seq 200); do
  answer=$(curl -s -w '\n%{http_code}' -H 'Authorization: bench-on-this-machine' -d @"$work/body" "$api/triggers/bench/runs")
  if [ "${answer##*$'\n'}" = 202 ]; then accepted+=("$(sed 's/.*"runId":"\([^"]*\)".*/\1/;q' <<<"$answer")"); else refused=$answer; break; fi
done
echo "disk full: ${#accepted[@]} calls accepted, then: $refused"
rm "$work/disk/filler"
begun=$(date +%s%N)
if ask --retry 30 --retry-all-errors --retry-delay 1 -d '{}' "$api/triggers/bench/runs"; then
  echo "with room again calls are accepted after $((($(date +%s%N) - begun) / 1000000)) ms"
else
  echo "with room again it still refuses; started again"
  kill "$sluice"; gone; start
fi
until [ "$(left)" = 0 ]; do sleep 0.2; done
lost=0; for id in "${accepted[@]}"; do ask "$api/runs/$id" || lost=$((lost + 1)); done
echo "of the ${#accepted[@]} accepted $lost have no run in the history, none is left as a task"
kill "$sluice"; gone
mount -o remount,ro "$work/disk"; : >"$work/log"
if start; then echo "started on a read-only disk?"; else echo "read-only: $(grep -m1 -o 'The data folder.*\|.*not writable.*\|.*[Rr]ead-only.*' "$work/log")"; fi
