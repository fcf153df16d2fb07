import { open, readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { audit, PlimsollError, parsePolicy } from "plimsoll";
import { parseApproval } from "plimsoll/governance";

const counted = (apps) => (apps === 1 ? "1 app that deserves" : `${apps} apps that deserve`);
const inWords = (counts) =>
  Object.entries(counts)
    .map(([tier, count]) => `${count} ${tier}`)
    .join(", ");

/** What to tell whoever plans the quarter: where to begin, why, and with what question. */
export function agenda({ ranked, summary, unreadable, duplicates, overdue, dueOn, brokenOff }) {
  return [
    `${summary.apps} apps, ${summary.withFindings} with findings, ${summary.withNewFindings} of them with new ones.`,
    `For certain ${inWords(summary.tiers)}; at worst ${inWords(summary.ceilings)}.`,
    ...(summary.unlisted > 0 ? [`There is no time for ${counted(summary.unlisted)} a look.`] : []),
    ...(overdue ? [`This audit was due on ${dueOn}.`] : []),
    ...(brokenOff ? [`After line ${brokenOff.after} there was nothing more to read: ${brokenOff.message}`] : []),
    "",
    ...ranked.flatMap(({ name, reason, findings, question }, index) => [
      `${index + 1}. ${name}: ${reason}`,
      ...findings.slice(0, 1).map(({ advice }) => `   ${advice}`),
      ...(question ? [`   To find out: ${question.question}`] : []),
    ]),
    "",
    ...duplicates.map(({ position, app, earlier }) => `Line ${position} has the id of line ${earlier}: ${app}.`),
    ...unreadable.map(({ position, app, problems: [{ pointer, message }] }) => {
      return `Line ${position} (${app ?? "no id"}) cannot be read, at ${pointer}: ${message}`;
    }),
  ];
}

/** Audits a file of apps, one per line; however long it is, only those to be looked at are held. */
async function main([appsFile, approvalsFile, policyFile, since]) {
  const apps = await open(appsFile);
  const readJson = async (file) => JSON.parse(await readFile(file, "utf8"));
  const approvals = (await readJson(approvalsFile)).map(parseApproval);
  const policy = parsePolicy(await readJson(policyFile));
  const asOf = new Date().toISOString();
  const report = await audit(apps.readLines(), { asOf, since, approvals, capacity: 5 }, policy);
  console.log(agenda(report).join("\n"));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main(process.argv.slice(2)).catch((error) => {
    console.error(error instanceof PlimsollError ? error.message : String(error));
    process.exitCode = 2;
  });
}
