import { type AppProfile, safeParseProfile } from "plimsoll";
import { diffPolicies, type PolicyDiff } from "plimsoll/analysis";
import { match } from "ts-pattern";
import { formatOf } from "./format.js";
import { readInput, writeJson } from "./input.js";
import { loadPolicy, nameOf, problemsInWords } from "./load.js";
import { markdownText } from "./table.js";
import { exitCodes, type Terminal, UsageError } from "./terminal.js";

/** What `plimsoll diff` was asked. */
export interface DiffArguments {
  readonly before: string;
  readonly after: string;
  readonly portfolio: string | undefined;
  readonly json: boolean;
  readonly format: string | undefined;
}

/** The apps of a file; one that cannot be read would be missing from the answer, so that there is none then. */
async function loadApps(file: string | undefined, terminal: Terminal): Promise<readonly AppProfile[]> {
  if (file === undefined) return [];
  const { entries } = readInput(await terminal.read(file), nameOf(file));
  return entries.map((entry) => {
    if ("problem" in entry) throw new UsageError(`${entry.label}: ${entry.problem}`);
    const result = safeParseProfile(entry.value);
    if (!result.ok) throw new UsageError(problemsInWords(result.problems, entry.label).trimEnd());
    return result.value;
  });
}

function linesOf(diff: PolicyDiff, written: (text: string) => string): readonly string[] {
  if (diff.verdict === "too-large") return [written(diff.message)];
  const moved = diff.apps.map(({ name, from, to }) => `- ${written(name)}: ${written(from)} → ${written(to)}`);
  const apps = moved.length > 0 ? ["", "Of the portfolio:", "", ...moved] : [];
  if (diff.verdict === "equivalent") return ["Both put every possible app into the same tier.", ...apps];
  const changes = diff.changes.flatMap(({ from, to, regions, complete }) => [
    `From ${written(from)} to ${written(to)}, of the apps that were ${written(from)}:`,
    "",
    ...regions.map(({ words }) => `- ${written(words)}`),
    ...(complete ? [] : ["- and more"]),
    "",
  ]);
  return [...changes.slice(0, -1), ...apps];
}

/** Says what a change of policy does: to which apps, and to whom. */
export async function diffCommand(given: DiffArguments, terminal: Terminal): Promise<number> {
  const format = formatOf(given, ["text", "md", "json"]);
  const before = await loadPolicy(given.before, terminal);
  const after = await loadPolicy(given.after, terminal);
  const diff = diffPolicies(before, after, { portfolio: await loadApps(given.portfolio, terminal) });
  terminal.print(
    match(format)
      .with("text", () => `${linesOf(diff, (text) => text).join("\n")}\n`)
      .with("md", () => `${[`# ${markdownText(before.title)}`, "", ...linesOf(diff, markdownText)].join("\n")}\n`)
      .with("json", () => writeJson([diff], "one"))
      .exhaustive(),
  );
  return diff.verdict === "too-large" ? exitCodes.badInput : exitCodes.done;
}
