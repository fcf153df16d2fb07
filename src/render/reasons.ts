import { efforts, type Policy, rulesOf, severities } from "../policy/index.js";
import { standardPolicy } from "../standard/index.js";
import type { FindingInWords, ReasonInWords } from "./app-in-words.js";
import { assertFindingsInWords, assertOptions } from "./handed-in.js";
import type { RenderOptions } from "./options.js";

const sentencesOf = ({ seen }: FindingInWords) => seen.map(({ sentence }) => sentence).join("\n");

const factsIn = ({ seen }: FindingInWords) =>
  [...new Set(seen.flatMap(({ fact }) => (fact === undefined ? [] : [fact])))].sort().join(" ");

/** Findings that one action settles, in the order in which they came. */
interface Settled {
  readonly advice: string;
  readonly findings: readonly FindingInWords[];
}

/** The advice of the first finding of which something is said; nothing is no match. */
function firstAdvice(findings: readonly FindingInWords[], of: (finding: FindingInWords) => string) {
  const firstWins = [...findings].reverse().map((finding) => [of(finding), finding.advice] as const);
  return new Map(firstWins.filter(([said]) => said !== ""));
}

/** Things that have something in common, in the order in which it first came. */
function together<Thing>(
  things: readonly Thing[],
  of: (thing: Thing) => string,
): ReadonlyMap<string, readonly Thing[]> {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) {
    const group = groups.get(of(thing)) ?? [];
    group.push(thing);
    groups.set(of(thing), group);
  }
  return groups;
}

/** What one action settles: findings with one advice; and with them those that have none, and rest on the same. */
function settledTogether(findings: readonly FindingInWords[], { tiers }: Policy): readonly Settled[] {
  const ofTiers = tiers.map(({ advice }) => advice);
  const ownOf = ({ advice }: FindingInWords) => (ofTiers.includes(advice) ? "" : advice);
  const advised = findings.filter((finding) => ownOf(finding) !== "");
  const [bySentences, byFacts] = [firstAdvice(advised, sentencesOf), firstAdvice(advised, factsIn)];
  const adviceFor = (finding: FindingInWords) =>
    ownOf(finding) || (bySentences.get(sentencesOf(finding)) ?? byFacts.get(factsIn(finding)) ?? "");
  const bySubject = (alone: readonly FindingInWords[]) =>
    [...together(alone, (finding) => factsIn(finding) || `rule ${finding.id}`).values()].map((group) => ({
      advice: "",
      findings: group,
    }));
  return [...together(findings, adviceFor)].flatMap(([advice, group]) =>
    advice === "" ? bySubject(group) : [{ advice, findings: group }],
  );
}

/** How high any of some findings lifts, by the place of its tier. */
const heightOf = (findings: readonly FindingInWords[], { tiers }: Policy) =>
  Math.max(...findings.map(({ tier }) => tiers.findIndex(({ id }) => id === tier)));

/** How loud the loudest of some findings is, by the place of its severity. */
const loudnessOf = (findings: readonly FindingInWords[]) =>
  Math.max(...findings.map(({ severity }) => severities.indexOf(severity)));

/** How much work it is to settle what some rules and checks find, by their ids; of those that say so. */
function workBy(policy: Policy): ReadonlyMap<string, number> {
  const parts = [...rulesOf(policy).map(({ rule }) => rule), ...(policy.audit?.checks ?? [])];
  return new Map(parts.flatMap(({ id, effort }) => (effort === undefined ? [] : [[id, efforts.indexOf(effort)]])));
}

/** How little work one action is: what nobody has said is taken for the most. */
const easeOf = (findings: readonly FindingInWords[], work: ReadonlyMap<string, number>) =>
  -Math.min(...findings.map(({ id }) => work.get(id) ?? efforts.length));

/** What makes an action help more than another, the weightiest measure first. */
const helps: readonly ((settled: Settled, policy: Policy, work: ReadonlyMap<string, number>) => number)[] = [
  ({ findings }) => findings.reduce((sum, { points = 0 }) => sum + points, 0),
  ({ findings }, policy) => heightOf(findings, policy),
  ({ findings, advice }) => (advice === "" ? 0 : findings.length),
  ({ findings }) => loudnessOf(findings),
  ({ findings }, _, work) => easeOf(findings, work),
];

function byHelp(policy: Policy): (one: Settled, other: Settled) => number {
  const work = workBy(policy);
  return (one, other) =>
    helps.reduce((sooner, help) => sooner || help(other, policy, work) - help(one, policy, work), 0);
}

function reasonOf({ findings, advice }: Settled): ReasonInWords {
  const seen = findings.flatMap((finding) => finding.seen);
  return {
    findings: findings.map(({ id }) => id),
    found: [...together(findings, ({ why }) => why)].map(([why, alike]) => ({
      titles: [...new Set(alike.map(({ title }) => title))],
      why,
    })),
    severity: severities[loudnessOf(findings)] ?? "low",
    seen: [...together(seen, ({ sentence }) => sentence).values()].flatMap((alike) => alike.slice(0, 1)),
    advice,
  };
}

/**
 * Why an app sits where it does: what holds of it, together where one action settles it, and what helps most first. No
 * finding hides the advice of another. One that has no advice of its own is told with one that rests on the same facts; where
 * there is none, what to do is said with where the app sits.
 *
 * What helps most settles what weighs most in an audit, else what lifts highest, else most findings, else the most severe; of
 * what helps as much, the least work comes first.
 *
 * @param findings What was found, each by itself; only what holds is a reason.
 * @param options The policy says what its tiers ask.
 * @throws {PlimsollError} with code `invalid-option`, when they are no findings in words, or an option is none that there is.
 *
 * @example
 * ```ts
 * import { classify } from "plimsoll";
 * import { classificationInWords, reasonsInWords } from "plimsoll/render";
 *
 * const app = { id: "pay", name: "Expenses", data: [{ class: "payment" as const }] };
 * const [first] = reasonsInWords(classificationInWords(classify(app)).findings);
 *
 * first?.findings; // → ["regulated-data", "sensitive-data", "semi-sensitive-data"]
 * ```
 */
export function reasonsInWords(
  findings: readonly FindingInWords[],
  options: Pick<RenderOptions, "policy"> = {},
): readonly ReasonInWords[] {
  assertOptions(options);
  assertFindingsInWords(findings);
  const { policy = standardPolicy } = options;
  const holding = findings.filter(({ standing }) => standing.kind === "holds");
  return [...settledTogether(holding, policy)].sort(byHelp(policy)).map(reasonOf);
}
