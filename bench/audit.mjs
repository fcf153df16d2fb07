/**
 * Audits apps as lines of JSON, and beside it, in the same run, splits and parses the same lines and classifies each app. Then audits a million generated apps by the standard policy, as a stream: made one by one, and kept by nobody. Prints how many
 * apps it audits in a second, and the most memory that the process ever held. Ends with 1 when that was 200 MB or more, or an audit
 * takes longer than is promised.
 */
import { audit, createClassifier, safeParseProfile, standardPolicy } from "plimsoll";
import { profilesFrom } from "./profiles.mjs";
import { ratiosOf, tell, timeOf } from "./ratios.mjs";

const apps = 1_000_000;
const perBatch = 500;
const mostMegabytes = 200;

const asOf = "2026-03-31";
const stages = ["idea", "development", "pilot", "production", "production", "production", "retired"];

/** What was approved of an app, once: people and data, but no system. */
const approvalOf = (app, index) => ({
  app,
  review: "production-readiness",
  policy: { id: "standard", version: "1.0.0" },
  by: "IT operations",
  on: `2025-${10 + (index % 3)}-15`,
  expiresOn: "2026-10-15",
  scope: { users: 100, systems: [], data: ["general"], environment: "production" },
});

function* portfolio() {
  for (let made = 0; made < apps; made += perBatch) {
    for (const [index, profile] of profilesFrom(made + 1, perBatch).entries()) {
      const lifecycle = { stage: stages[index % stages.length], reviewedOn: `2026-0${1 + (index % 3)}-12` };
      const app = { ...profile, lifecycle };
      // Every third comes with its approval; one of every batch is broken.
      if (index === 7) yield { ...app, audience: "everybody" };
      else yield index % 3 === 0 ? { profile: app, approvals: [approvalOf(app.id, index)] } : app;
    }
  }
}

/** How long it takes to make the apps, so that it can be told from the time that auditing them takes. */
function secondsToMake() {
  const begun = performance.now();
  let made = 0;
  for (const _ of portfolio()) made++;
  return [(performance.now() - begun) / 1000, made];
}

/** An audit of some thousand lines, beside what nobody who looks at each of them is spared. */
async function besideClassifying() {
  const readable = profilesFrom(7, 6000).filter((profile) => safeParseProfile(profile).ok);
  const text = readable
    .map((profile, index) => JSON.stringify({ ...profile, lifecycle: { reviewedOn: `2026-0${1 + (index % 3)}-12` } }))
    .join("\n");
  const classify = createClassifier(standardPolicy);
  const audited = async () => {
    const start = performance.now();
    await audit(text.split("\n"), { asOf, since: "2025-12-31" });
    return performance.now() - start;
  };
  const classified = () =>
    timeOf(() => {
      for (const line of text.split("\n")) classify(JSON.parse(line));
    });
  tell("An audit, beside parsing the same lines and classifying each", await ratiosOf(audited, classified), 4);
}

await besideClassifying();

const [making, made] = secondsToMake();
const begun = performance.now();
const { summary, ranked } = await audit(portfolio(), { asOf, since: "2025-12-31" });
const seconds = (performance.now() - begun) / 1000 - making;
const megabytes = process.resourceUsage().maxRSS / 1024;

const { withFindings, unreadable, retired } = summary;
console.log(`${made} apps: ${withFindings} with findings, ${retired} retired, ${unreadable} unreadable.`);
console.log(`The riskiest: ${ranked[0]?.app}, ${ranked[0]?.reason}`);
console.log(`${Math.round(made / seconds)} apps per second, without the ${making.toFixed(0)} s that making them took.`);
console.log(`At most ${megabytes.toFixed(0)} MB of memory; ${mostMegabytes} MB are allowed.`);
if (megabytes >= mostMegabytes) process.exitCode = 1;
