import { readdirSync, readFileSync } from "node:fs";
import { type AppProfile, classify, type Policy, parsePolicy } from "plimsoll";

/** A worked example: an app, and how the policy beside it classifies the app. */
export interface Example {
  /** What it shows, as a sentence. */
  readonly name: string;
  readonly profile: AppProfile;
  readonly tier: string;
  /** The highest tier still possible, when that is another. */
  readonly ceiling?: string;
  /** The ids of the rules that hold, in the order in which they are reported. */
  readonly because: readonly string[];
  readonly covered?: readonly string[];
  readonly exempt?: readonly string[];
}

const folder = new URL("../../examples/policies/", import.meta.url);
const endingOfExamples = ".examples.json";
const files = readdirSync(folder).filter((file) => file.endsWith(".json"));

/** The JSON of a file of the examples. */
export function jsonOf(file: string): unknown {
  return JSON.parse(readFileSync(new URL(file, folder), "utf8"));
}

/** The names of the policies, by their files. */
export const policyNames: readonly string[] = files
  .filter((file) => !file.endsWith(endingOfExamples))
  .map((file) => file.replace(/\.json$/, ""));

/** Of which policies there are worked examples. */
export const namesOfExamples: readonly string[] = files
  .filter((file) => file.endsWith(endingOfExamples))
  .map((file) => file.slice(0, -endingOfExamples.length));

export function policyNamed(name: string): Policy {
  return parsePolicy(jsonOf(`${name}.json`));
}

export function examplesOf(name: string): readonly Example[] {
  return JSON.parse(readFileSync(new URL(`${name}${endingOfExamples}`, folder), "utf8"));
}

/** What a policy says of an app, in the form of a worked example. */
export function outcomeOf(profile: AppProfile, policy: Policy): Required<Omit<Example, "name" | "profile">> {
  const { tier, ceiling, findings } = classify(profile, policy);
  const idsWith = (status: string) => findings.filter((finding) => finding.status === status).map(({ id }) => id);
  return { tier, ceiling, because: idsWith("holds"), covered: idsWith("covered"), exempt: idsWith("exempt") };
}

/** What a worked example says of its app. */
export function expectedOf({ tier, ceiling = tier, because, covered = [], exempt = [] }: Example) {
  return { tier, ceiling, because, covered, exempt };
}
