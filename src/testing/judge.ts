import { type Classification, createClassifier } from "../classify/index.js";
import type { Catalogue } from "../facts/index.js";
import { safeParseProfile } from "../formats/profile/index.js";
import { type Policy, rulesOf } from "../policy/index.js";
import type { Result } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import type { AsOf } from "../time/index.js";
import { evidenceInWords } from "../words/index.js";
import { partFailures } from "./judge-parts.js";
import type { Expectation, PolicyTest } from "./tests.js";

/** What came out for a test: every expectation that was not met, in a sentence each. */
export interface Verdict {
  readonly profile: AppProfile | undefined;
  readonly classification: Classification | undefined;
  readonly failures: readonly string[];
}

const titled = ({ findings }: Classification, id: string) => {
  const finding = findings.find((each) => each.id === id);
  return finding === undefined ? `"${id}"` : `"${finding.title}" (${id})`;
};

/** Where an app is, for a person: "citizen", or "between citizen and it-review". */
const place = ({ tier, ceiling, settled }: Classification) =>
  settled ? `"${tier}"` : `between "${tier}" and "${ceiling}"`;

function placeFailures({ tier, undecided }: Expectation, seen: Classification): readonly string[] {
  if (tier !== undefined && !(seen.settled && seen.tier === tier))
    return [`Expected "${tier}", but it is ${place(seen)}.`];
  if (undecided === undefined) return [];
  if (seen.settled) return [`Expected it to be undecided, but it is certainly ${place(seen)}.`];
  const { tier: from = seen.tier, ceiling: to = seen.ceiling } = undecided === true ? {} : undecided;
  if (from === seen.tier && to === seen.ceiling) return [];
  return [`Expected it between "${from}" and "${to}", but it is ${place(seen)}.`];
}

/** The rules that hold, by what an expectation may name: a rule by its id, or the rules that rest on a fact. */
function holdingBecauseOf(name: string, { findings }: Classification, rules: ReadonlySet<string>) {
  const holding = findings.filter(({ status }) => status === "holds");
  return rules.has(name)
    ? holding.filter(({ id }) => id === name)
    : holding.filter(({ evidence }) => evidence.some(({ fact }) => fact === name));
}

function reasonFailures(
  { because = [], not = [] }: Expectation,
  seen: Classification,
  rules: ReadonlySet<string>,
): readonly string[] {
  const statusOf = (id: string) => seen.findings.find((finding) => finding.id === id)?.status ?? "not so";
  const missing = because.filter((name) => holdingBecauseOf(name, seen, rules).length === 0);
  return [
    ...missing.map((name) =>
      rules.has(name)
        ? `Expected that ${titled(seen, name)} holds, but it is ${statusOf(name)}.`
        : `Expected a rule that holds because of "${name}", but none does.`,
    ),
    ...not.flatMap((name) =>
      holdingBecauseOf(name, seen, rules).map(({ id }) =>
        id === name
          ? `Expected that ${titled(seen, id)} does not hold, but it does.`
          : `Expected no rule that holds because of "${name}", but ${titled(seen, id)} does.`,
      ),
    ),
  ];
}

type ReadsProfile = (input: unknown) => Result<AppProfile>;

/** Reads each profile once, however often it is asked about. */
export function profileReader(facts: Catalogue): ReadsProfile {
  const known = new Map<unknown, Result<AppProfile>>();
  return (input) => {
    const read = known.get(input) ?? safeParseProfile(input, { facts });
    known.set(input, read);
    return read;
  };
}

/**
 * Makes ready to hold tests against a policy.
 *
 * @param otherwise The day as of which an app is looked at whose test says none.
 * @param readProfile Reads profiles; those that are held against many policies are read once.
 */
export function createJudge(
  policy: Policy,
  facts: Catalogue,
  otherwise: AsOf = {},
  readProfile: ReadsProfile = profileReader(facts),
): (test: PolicyTest) => Verdict {
  const classify = createClassifier(policy, { facts });
  const rules = new Set(rulesOf(policy).map(({ rule }) => rule.id));
  return ({ profile: input, expect: expected, approvals = [], asOf = otherwise.asOf }) => {
    const { invalid } = expected;
    const read = readProfile(input);
    if (!read.ok) {
      const seen = read.problems.map(({ pointer, message }) => `${pointer || "The profile"}: ${message}`);
      const isMeant =
        invalid === true || (invalid !== undefined && read.problems.some(({ pointer }) => pointer === invalid.at));
      const failures = isMeant
        ? []
        : [
            invalid === undefined ? "The profile cannot be read." : `Expected a problem at ${invalid.at || "the top"}.`,
            ...seen,
          ];
      return { profile: undefined, classification: undefined, failures };
    }
    const profile = read.value;
    const classification = classify(profile, { asOf });
    const failures =
      invalid === undefined
        ? [
            ...placeFailures(expected, classification),
            ...reasonFailures(expected, classification, rules),
            ...partFailures(expected, { profile, classification, approvals, asOf }, { policy, facts }),
          ]
        : [`Expected this not to be a profile, but it is one, and it is ${place(classification)}.`];
    return { profile, classification, failures };
  };
}

/** The rules that hold, with the values that they saw, for a person. */
export function reasonsOf({ findings }: Classification, facts: Catalogue): readonly string[] {
  return findings
    .filter(({ status }) => status === "holds")
    .map(
      ({ id, title, evidence }) =>
        `${title} (${id}): ${evidence.map((each) => evidenceInWords(each, facts)).join(" ")}`,
    );
}
