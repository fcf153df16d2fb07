import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { authorize, PlimsollError, parsePolicy, parseProfile } from "plimsoll";
import { parseApproval } from "plimsoll/governance";

/** The codes that a pipeline sees: go on, a person is needed first, the files cannot be used. */
const codes = { allow: 0, review: 1, deny: 1, unreadable: 2 };

/** Whether an app may go into production by a policy: the lines to print, and the code to end with. */
export function gate(app, approved, policy, today) {
  const profile = parseProfile(app);
  const approvals = approved.map(parseApproval);
  const context = { profile, approvals, asOf: today };
  const { decision, reasons } = authorize({ kind: "deploy" }, context, parsePolicy(policy));
  const lines = reasons.flatMap(({ title, why, remedies }) => [
    `${title}. ${why}`,
    ...remedies.map(({ message }) => `  → ${message}`),
  ]);
  const verdict = decision === "allow" ? "may go into production" : "is not ready for production yet";
  return { code: codes[decision], lines: [`${profile.name} ${verdict}.`, ...lines] };
}

/** Reads the three files, and asks the gate; a file that cannot be used stops the deployment, and says why. */
async function main(files) {
  const [app, approvals, policy] = await Promise.all(
    files.map(async (file) => JSON.parse(await readFile(file, "utf8"))),
  );
  const { code, lines } = gate(app, approvals, policy, new Date().toISOString());
  console.log(lines.join("\n"));
  process.exitCode = code;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main(process.argv.slice(2)).catch((error) => {
    console.error(error instanceof PlimsollError ? error.message : String(error));
    process.exitCode = codes.unreadable;
  });
}
