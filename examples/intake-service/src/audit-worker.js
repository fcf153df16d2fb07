import { workerData } from "node:worker_threads";
import { audit, createClassifier, safeParseProfile } from "plimsoll";
import { heatMapSvg } from "plimsoll/render";
import { connect } from "./database.js";
import { policy } from "./policy.js";
import { createRegistry } from "./registry.js";

// What tinypool hands on stands second, after what it needs itself.
const [, { url }] = workerData;
const registry = createRegistry(connect(url));
const classify = createClassifier(policy);

/** What a heat map looks at, and no more: thousands of apps are to fit. */
function sightOf(profile) {
  const read = safeParseProfile(profile);
  if (!read.ok) return [];
  const { findings, ...classification } = classify(read.value);
  const standing = findings.filter(({ status }) => status === "holds").map((finding) => ({ ...finding, evidence: [] }));
  return [{ ...classification, questions: [], findings: standing }];
}

async function* watched(portfolio, see) {
  for await (const entry of portfolio) {
    see(entry);
    yield entry;
  }
}

export default async function run({ options, isDrawn }) {
  if (!isDrawn) return { report: await audit(registry.portfolio(), options, policy) };
  const sights = [];
  const portfolio = watched(registry.portfolio(), ({ profile }) => sights.push(...sightOf(profile)));
  const report = await audit(portfolio, options, policy);
  return { report, heatMap: heatMapSvg(sights, { policy, name: "What stands where" }) };
}
