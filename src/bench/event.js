// Prints an event in MISP core format with so many attributes, one in three of them tagged: node event.js 1000
const n = Number(process.argv[2] || 10);
const tag = (id, name) => ({ id, name, colour: "#ffc000", exportable: true });
const attribute = (i) => ({
  id: String(i), type: "ip-dst", category: "Network activity", to_ids: true,
  uuid: "66666666-0000-4000-8000-" + String(i).padStart(12, "0"), event_id: "42", distribution: "5",
  timestamp: "1714550401", comment: "seen in the wild", sharing_group_id: "0", deleted: false,
  disable_correlation: false, object_id: "0", object_relation: null, first_seen: null, last_seen: null,
  value: "198.51.100." + (i % 256), ...(i % 3 ? {} : { Tag: [tag("7", "PAP:AMBER")] }),
});
console.log(JSON.stringify({
  Event: {
    id: "42", orgc_id: "1", org_id: "1", date: "2026-11-24", threat_level_id: "2", info: "Benchmark event",
    published: false, uuid: "5f6b0c1e-0000-4000-8000-000000000042", attribute_count: String(n), analysis: "1",
    timestamp: "1714550400", distribution: "1", Tag: [tag("2", "tlp:amber")],
    Attribute: Array.from({ length: n }, (_, i) => attribute(i)),
  },
}));
