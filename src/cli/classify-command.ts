import { type AppProfile, type Classification, createClassifier, type Policy, safeParseProfile } from "plimsoll";
import { classificationInWords, classificationMarkdown, loadLineText } from "plimsoll/render";
import { match } from "ts-pattern";
import { formatOf } from "./format.js";
import { type Entry, type Layout, readInput, writeJson } from "./input.js";
import { loadPolicy, nameOf, problemsInWords } from "./load.js";
import { type Paint, painter } from "./paint.js";
import { report } from "./report.js";
import { type SarifOptions, sarif } from "./sarif.js";
import { exitCodes, type Terminal, UsageError } from "./terminal.js";

const formats = ["text", "md", "json", "sarif"] as const;

/** What `plimsoll classify` was asked. */
export interface ClassifyArguments {
  readonly file: string;
  readonly policy: string | undefined;
  readonly maxTier: string | undefined;
  readonly json: boolean;
  readonly format: string | undefined;
  /** The version of the command. */
  readonly version: string;
}

interface Classified {
  readonly profile: AppProfile;
  readonly classification: Classification;
}

function rankOf(tier: string, { tiers }: Policy): number {
  const rank = tiers.findIndex(({ id }) => id === tier);
  if (rank >= 0) return rank;
  throw new UsageError(`There is no tier "${tier}". The tiers are: ${tiers.map(({ id }) => id).join(", ")}.`);
}

/** Reads the profiles that are good, and complains of the others. */
function readProfiles(entries: readonly Entry[], terminal: Terminal): readonly AppProfile[] {
  return entries.flatMap((entry) => {
    if ("problem" in entry) {
      terminal.complain(`${entry.label}: ${entry.problem}\n`);
      return [];
    }
    const result = safeParseProfile(entry.value);
    if (result.ok) return [result.value];
    terminal.complain(problemsInWords(result.problems, entry.label));
    return [];
  });
}

/** Complains of each app that is above a tier, or could be: an allowing decision never rests on an unknown. */
function isAnyAbove(maxTier: string, classified: readonly Classified[], policy: Policy, terminal: Terminal): boolean {
  const maxRank = rankOf(maxTier, policy);
  const above = classified.filter(({ classification }) => rankOf(classification.ceiling, policy) > maxRank);
  for (const { profile, classification } of above) {
    const how =
      rankOf(classification.tier, policy) > maxRank
        ? `is above "${maxTier}". Talk to IT before it goes further: asking early is good judgement.`
        : `could be above "${maxTier}". Answer its open questions first.`;
    terminal.complain(`${profile.name} ${how}\n`);
  }
  return above.length > 0;
}

interface WriteOptions extends SarifOptions {
  readonly format: (typeof formats)[number];
  readonly layout: Layout;
  readonly policy: Policy;
  readonly paint: Paint;
}

/** What was classified, in one of the formats. */
function write(classified: readonly Classified[], options: WriteOptions): string {
  const { format, layout, policy, paint } = options;
  return match(format)
    .with("text", () =>
      classified
        .map(({ profile: { name }, classification }) => {
          const loadLine = loadLineText(classification, { policy, paint });
          return report({ ...classificationInWords(classification, { policy, name }), loadLine }, paint);
        })
        .join("\n"),
    )
    .with("md", () =>
      classified
        .map(({ profile: { name }, classification }) => classificationMarkdown(classification, { policy, name }))
        .join("\n"),
    )
    .with("sarif", () => {
      const apps = classified.map(({ profile: { name }, classification }) =>
        classificationInWords(classification, { policy, name, everyFinding: true }),
      );
      return sarif(apps, options);
    })
    .with("json", () => {
      const results = classified.map(({ classification }) => classification);
      return results.length > 0 ? writeJson(results, layout) : "";
    })
    .exhaustive();
}

/** Classifies the profiles of a file, for people or for programs. */
export async function classifyCommand(given: ClassifyArguments, terminal: Terminal): Promise<number> {
  const format = formatOf(given, formats);
  const policy = await loadPolicy(given.policy, terminal);
  if (given.maxTier !== undefined) rankOf(given.maxTier, policy);
  const { entries, layout } = readInput(await terminal.read(given.file), nameOf(given.file));
  const profiles = readProfiles(entries, terminal);
  const classify = createClassifier(policy);
  const classified = profiles.map((profile) => ({ profile, classification: classify(profile) }));

  const paint = painter(terminal.showsColours && format === "text");
  terminal.print(write(classified, { ...given, format, layout, policy, paint }));

  const isAbove = given.maxTier !== undefined && isAnyAbove(given.maxTier, classified, policy, terminal);
  if (profiles.length < entries.length) return exitCodes.badInput;
  return isAbove ? exitCodes.failed : exitCodes.done;
}
