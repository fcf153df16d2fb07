import { safeParseProfile } from "plimsoll";
import { diffPolicies, type PolicyDiff } from "plimsoll/analysis";
import { markdownText } from "plimsoll/render";
import { match } from "ts-pattern";
import { formatOf } from "./format.js";
import { writeJson } from "./input.js";
import { loadAll, loadPolicy } from "./load.js";
import { painter } from "./paint.js";
import { exitCodes, type Terminal } from "./terminal.js";

/** What `plimsoll diff` was asked. */
export interface DiffArguments {
  readonly before: string;
  readonly after: string;
  readonly portfolio: string | undefined;
  readonly json: boolean;
  readonly format: string | undefined;
}

/** How the parts of a diff are written. */
interface Writing {
  /** A text of a policy or a profile, as it is to be shown. */
  readonly shown: (text: string) => string;
  readonly heading: (text: string) => string;
}

/** What moves; of policies that are the same, apps can still move whose components are covered otherwise. */
function linesOf(diff: PolicyDiff, { shown, heading }: Writing): readonly string[] {
  if (diff.verdict === "too-large") return [shown(diff.message)];
  const changes =
    diff.verdict === "equivalent"
      ? ["Both put every possible app into the same tier.", ""]
      : diff.changes.flatMap(({ from, to, regions, complete }) => [
          heading(`From ${shown(from)} to ${shown(to)}, of the apps that were ${shown(from)}`),
          "",
          ...regions.map(({ words }) => `- ${shown(words)}`),
          ...(complete ? [] : ["- and others"]),
          "",
        ]);
  const apps = diff.apps.map(({ name, from, to }) => `- ${shown(name)}: ${shown(from)} → ${shown(to)}`);
  const moved = apps.length > 0 ? [heading("Of the portfolio"), "", ...apps, ""] : [];
  return [...changes, ...moved].slice(0, -1);
}

/** Says what a change of policy does: to which apps, and to whom. */
export async function diffCommand(given: DiffArguments, terminal: Terminal): Promise<number> {
  const format = formatOf(given, ["text", "md", "json"]);
  const before = await loadPolicy(given.before, terminal);
  const after = await loadPolicy(given.after, terminal);
  const portfolio = await loadAll(given.portfolio, (input) => safeParseProfile(input), terminal);
  const diff = diffPolicies(before, after, { portfolio });

  const paint = painter(terminal.showsColours);
  const asText: Writing = { shown: (text) => text, heading: (text) => paint("bold", text) };
  const asMarkdown: Writing = { shown: markdownText, heading: (text) => `## ${text}` };
  const title = `# ${markdownText(`${before.title} (${before.version}) → ${after.title} (${after.version})`)}`;
  terminal.print(
    match(format)
      .with("text", () => `${linesOf(diff, asText).join("\n")}\n`)
      .with("md", () => `${[title, "", ...linesOf(diff, asMarkdown)].join("\n")}\n`)
      .with("json", () => writeJson([diff], "one"))
      .exhaustive(),
  );
  return diff.verdict === "too-large" ? exitCodes.badInput : exitCodes.done;
}
