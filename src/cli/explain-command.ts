import { createClassifier, type Policy, type Tier } from "plimsoll";
import { createAnalysis, type PathsTo, pathsTo } from "plimsoll/analysis";
import { match } from "ts-pattern";
import { defineCommand } from "./command.js";
import { shownIn } from "./format.js";
import { jsonOf } from "./json.js";
import { loadPolicy, loadProfile } from "./load.js";
import { notAmong } from "./nearest-name.js";
import { asOfOption, policyOptions } from "./options.js";
import { painter } from "./paint.js";
import { placeInWords } from "./place.js";
import { exitCodes, UsageError } from "./terminal.js";

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

/** The tier to get to. */
function tierOf(asked: string | undefined, { tiers }: Policy): Tier {
  const ids = tiers.map(({ id }) => id);
  if (asked === undefined) throw new UsageError(`Say to which tier, with --to. The tiers are: ${ids.join(", ")}.`);
  const tier = tiers.find(({ id }) => id === asked);
  if (tier === undefined) throw new UsageError(notAmong("tier", asked, ids));
  return tier;
}

/** Says what to change about an app, so that it gets to a tier. */
export const explainCommand = defineCommand({
  name: "explain",
  summary: "say what to change, so that an app gets to a tier",
  files: { written: "FILE|-", atLeast: 1, atMost: 1, hold: 'FILE holds one app profile; "-" is standard input.' },
  options: { to: { kind: "id", help: "the tier to get to" }, ...policyOptions, "as-of": asOfOption },
  formats: { text: "", json: "" },
  fails: "",
  run: async ({ files: [file = ""], options, format }, terminal) => {
    const { facts, "as-of": asOf } = options;
    const policy = await loadPolicy(options.policy, facts, terminal);
    const tier = tierOf(options.to, policy);
    const profile = await loadProfile(file, policy, facts, terminal);
    const paths = pathsTo(profile, tier.id, createAnalysis(policy, { facts, asOf }));
    const shown = shownIn(format);
    const place = placeInWords(createClassifier(policy, { facts })(profile, { asOf }), policy);
    const heading = painter(terminal.showsColours)("bold", shown(`${profile.name}: ${place}`));
    await terminal.print(
      match(format)
        .with("text", () => `${[heading, ...linesOf(shown(paths), shown(tier.title))].join("\n")}\n`)
        .with("json", () => jsonOf(paths))
        .exhaustive(),
    );
    return paths.verdict === "too-large" ? exitCodes.badInput : exitCodes.done;
  },
});
