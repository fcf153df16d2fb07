import { createClassifier, safeParseProfile } from "plimsoll";
import { createAnalysis, type PathsTo } from "plimsoll/analysis";
import { match } from "ts-pattern";
import { formatOf } from "./format.js";
import { writeJson } from "./input.js";
import { loadOne, loadPolicy } from "./load.js";
import { painter } from "./paint.js";
import { exitCodes, type Terminal, UsageError } from "./terminal.js";

/** What `plimsoll explain` was asked. */
export interface ExplainArguments {
  readonly file: string;
  readonly to: string | undefined;
  readonly policy: string | undefined;
  readonly json: boolean;
  readonly format: string | undefined;
}

function linesOf(paths: PathsTo, title: string): readonly string[] {
  if (paths.verdict === "too-large") return [paths.message];
  if (paths.verdict === "none") {
    return [
      `Nothing that can be changed brings it to ${title} for certain. Answer its open questions, or ask IT: early is good.`,
    ];
  }
  const [first] = paths.paths;
  if (first?.changes.length === 0) return [`It is at ${title} already.`];
  const ways = paths.paths.flatMap(({ changes }, index) => [
    `${index === 0 ? "To get" : "Or"} to ${title}, ${changes.length === 1 ? "one thing changes" : `${changes.length} things change together`}:`,
    ...changes.map(({ words }) => `  → ${words}`),
    "",
  ]);
  return paths.complete ? ways.slice(0, -1) : [...ways, "There are more ways; these are the shortest."];
}

/** Says what to change about an app, so that it gets to a tier. */
export async function explainCommand(given: ExplainArguments, terminal: Terminal): Promise<number> {
  const format = formatOf(given, ["text", "json"]);
  const policy = await loadPolicy(given.policy, terminal);
  const profile = await loadOne(given.file, "app profile", (input) => safeParseProfile(input), terminal);
  const tier = policy.tiers.find(({ id }) => id === given.to);
  const ids = policy.tiers.map(({ id }) => id).join(", ");
  if (tier === undefined) throw new UsageError(`Say to which tier, with --to. The tiers are: ${ids}.`);
  const paths = createAnalysis(policy).pathsTo(profile, tier.id);
  const classification = createClassifier(policy)(profile);
  const titleOf = (id: string) => policy.tiers.find((each) => each.id === id)?.title ?? id;
  const place = classification.settled
    ? titleOf(classification.tier)
    : `${titleOf(classification.tier)}, and could be ${titleOf(classification.ceiling)}`;
  const paint = painter(terminal.showsColours);
  terminal.print(
    match(format)
      .with("text", () => `${[paint("bold", `${profile.name}: ${place}`), ...linesOf(paths, tier.title)].join("\n")}\n`)
      .with("json", () => writeJson([paths], "one"))
      .exhaustive(),
  );
  return exitCodes.done;
}
