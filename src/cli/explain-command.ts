import { createClassifier, safeParseProfile } from "plimsoll";
import { type PathsTo, pathsTo } from "plimsoll/analysis";
import { match } from "ts-pattern";
import { formatOf } from "./format.js";
import { writeJson } from "./input.js";
import { loadOne, loadPolicy } from "./load.js";
import { painter } from "./paint.js";
import { placeInWords } from "./place.js";
import { exitCodes, type Terminal, UsageError } from "./terminal.js";

/** What `plimsoll explain` was asked. */
export interface ExplainArguments {
  readonly file: string;
  readonly to: string | undefined;
  readonly policy: string | undefined;
  readonly json: boolean;
  readonly format: string | undefined;
}

const inWords = (changes: number) => (changes === 1 ? "one thing changes" : `${changes} things change together`);

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
    `${index === 0 ? "To get" : "Or"} to ${title}, ${inWords(changes.length)}:`,
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
  if (tier === undefined) {
    const ids = policy.tiers.map(({ id }) => id).join(", ");
    throw new UsageError(`Say to which tier, with --to. The tiers are: ${ids}.`);
  }
  const paths = pathsTo(profile, tier.id, policy);
  const classification = createClassifier(policy)(profile);
  const place = placeInWords(classification, policy);
  const paint = painter(terminal.showsColours);
  terminal.print(
    match(format)
      .with("text", () => `${[paint("bold", `${profile.name}: ${place}`), ...linesOf(paths, tier.title)].join("\n")}\n`)
      .with("json", () => writeJson([paths], "one"))
      .exhaustive(),
  );
  return paths.verdict === "too-large" ? exitCodes.badInput : exitCodes.done;
}
