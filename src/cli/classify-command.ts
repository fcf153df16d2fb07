import {
  type AppProfile,
  type Classification,
  createClassifier,
  type Policy,
  safeParseProfile,
  standardFacts,
} from "plimsoll";
import { type Entry, readInput, writeJson } from "./input.js";
import { loadPolicy, nameOf, problemsInWords } from "./load.js";
import { painter } from "./paint.js";
import { report } from "./report.js";
import { exitCodes, type Terminal, UsageError } from "./terminal.js";

/** What `plimsoll classify` was asked. */
export interface ClassifyArguments {
  readonly file: string;
  readonly policy: string | undefined;
  readonly maxTier: string | undefined;
  readonly json: boolean;
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

/** Classifies the profiles of a file, for people or as JSON. */
export async function classifyCommand(given: ClassifyArguments, terminal: Terminal): Promise<number> {
  const policy = await loadPolicy(given.policy, terminal);
  if (given.maxTier !== undefined) rankOf(given.maxTier, policy);
  const { entries, layout } = readInput(await terminal.read(given.file), nameOf(given.file));
  const profiles = readProfiles(entries, terminal);
  const classify = createClassifier(policy);
  const classified = profiles.map((profile) => ({ profile, classification: classify(profile) }));

  if (given.json) {
    const results = classified.map(({ classification }) => classification);
    if (results.length > 0) terminal.print(writeJson(results, layout));
  } else {
    const options = { policy, facts: standardFacts, paint: painter(terminal.showsColours) };
    const reports = classified.map(({ profile, classification }) => report(profile.name, classification, options));
    terminal.print(reports.join("\n"));
  }

  const isAbove = given.maxTier !== undefined && isAnyAbove(given.maxTier, classified, policy, terminal);
  if (profiles.length < entries.length) return exitCodes.badInput;
  return isAbove ? exitCodes.above : exitCodes.done;
}
