// The two halves of kill.sh: fire until the kill, noting each answer; ask what is left of the runs.
const fs = require("fs"), http = require("http");
const agent = new http.Agent({ keepAlive: true });
const call = (url, body) => new Promise((done, failed) => {
  const options = { agent, method: body ? "POST" : "GET", headers: { Authorization: "bench" } };
  const request = http.request(url, options, (answer) => {
    const parts = [];
    answer.on("data", (part) => parts.push(part)).on("error", failed)
      .on("end", () => answer.complete ? done(JSON.parse(Buffer.concat(parts))) : failed(new Error("cut off")));
  });
  request.on("error", failed).end(body);
});

async function fire(api, event, file, pid, callers, seconds) {
  const body = fs.readFileSync(event), answered = [];
  let killedAt = 0;
  const caller = async () => {
    while (!killedAt) {
      const run = await call(api + "/triggers/event-publish/runs", body);
      if (!killedAt) answered.push([run.runId ?? run.id, Date.now()]);
    }
  };
  setTimeout(() => { process.kill(pid, "SIGKILL"); killedAt = Date.now(); }, seconds * 1000);
  const ends = await Promise.allSettled(Array.from({ length: callers }, caller));
  const early = ends.find((it) => it.status === "rejected" && !killedAt);
  if (early) throw early.reason;
  fs.writeFileSync(file, JSON.stringify({ killedAt, seconds, answered }));
}

async function ask(api, file) {
  const { killedAt, seconds, answered } = JSON.parse(fs.readFileSync(file));
  const from = new Date(answered[0][1] - 5000).toISOString(), kept = new Set();
  for (let page = 1, more = true; more; page++) {
    const found = await call(`${api}/runs?sort=startedAt&size=1000&page=${page}&from=${from}`);
    if (!found.items) throw new Error(JSON.stringify(found));
    found.items.forEach((run) => kept.add(run.id ?? run.runId));
    more = found.items.length === 1000;
  }
  const lost = answered.filter(([id]) => !kept.has(id)), known = answered.filter(([id]) => kept.has(id));
  const before = (times) => (times.length ? times.map(([, at]) => killedAt - at) : [NaN]);
  console.log(`${answered.length} runs answered in ${seconds} s, ${lost.length} lost;`
    + ` the oldest lost ${before(lost).reduce((a, b) => Math.max(a, b))} ms before the kill,`
    + ` the newest kept ${before(known).reduce((a, b) => Math.min(a, b))} ms before it`);
}

const [what, ...args] = process.argv.slice(2);
({ fire, ask })[what](...args);
