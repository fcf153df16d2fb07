import { lineInWords } from "../words/index.js";
import type { PolicyCoverage } from "./coverage.js";
import type { PartsCoverage } from "./coverage-parts.js";

/** What no app showed of the parts of a policy that are no rules. */
function missingParts({ reviews, boundaries, components, checks, weights }: PartsCoverage): readonly string[] {
  return [
    ...reviews.flatMap(({ review, due, dueNot }) => [
      ...(due > 0 ? [] : [`No test sees the review "${review}" due.`]),
      ...(dueNot > 0 ? [] : [`No test sees the review "${review}" not due.`]),
    ]),
    ...boundaries.flatMap(({ boundary, stopped }) =>
      stopped > 0 ? [] : [`No test sees the boundary "${boundary}" stand in the way of an action.`],
    ),
    ...components.flatMap(({ component, covered }) =>
      covered > 0 ? [] : [`No app has a rule that the component "${component}" covers.`],
    ),
    ...checks.flatMap(({ check, found }) => (found > 0 ? [] : [`No test sees an audit find "${check}".`])),
    ...weights.flatMap(({ weight, weighed }) =>
      weighed > 0 ? [] : [`No test sees "${weight}" weigh in what an audit finds.`],
    ),
  ];
}

/** Everything that no app showed, in a sentence each. */
function missing({ tiers, rules, conditions, edges, ...parts }: PolicyCoverage): readonly string[] {
  return [
    ...tiers.flatMap(({ tier, seen }) => (seen ? [] : [`No app is in the tier "${tier}".`])),
    ...rules.flatMap(({ rule, held, heldNot }) => [
      ...(held > 0 ? [] : [`"${rule}" never holds.`]),
      ...(heldNot > 0 ? [] : [`"${rule}" always holds.`]),
    ]),
    ...conditions.flatMap(({ rule, pointer, condition, so, notSo, decides, canDecide }) => {
      const what = `In "${rule}" ${JSON.stringify(condition)} (${pointer})`;
      if (!so) return [`${what} is never true.`];
      if (!notSo) return [`${what} is always true.`];
      return decides || !canDecide ? [] : [`${what} never decides by itself.`];
    }),
    ...edges.flatMap(({ fact, line, value, seen }) =>
      seen ? [] : [`No app has ${fact} = ${JSON.stringify(value)}, beside the line ${lineInWords(line, undefined)}.`],
    ),
    ...missingParts(parts),
  ];
}

/**
 * A coverage for a person: how much was shown, and what was not.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { coverageText, policyCoverage } from "plimsoll/testing";
 *
 * const text = coverageText(policyCoverage(standardPolicy, []));
 *
 * text.includes('No app is in the tier "citizen".'); // → true
 * ```
 */
export function coverageText(coverage: PolicyCoverage): string {
  const { covered, total } = coverage;
  const share = total === 0 ? 100 : Math.floor((100 * covered) / total);
  return [...missing(coverage), `Policy coverage: ${share} % (${covered} of ${total}).`, ""].join("\n");
}

/**
 * A coverage in the form of lcov, for tools that draw it: rules are functions, conditions are branches, and what would be a
 * line number is the place of the rule in the policy, from 1.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { coverageLcov, policyCoverage } from "plimsoll/testing";
 *
 * coverageLcov(policyCoverage(standardPolicy, []), "standard.json").split("\n")[0]; // → "SF:standard.json"
 * ```
 */
export function coverageLcov({ rules, conditions }: PolicyCoverage, file: string): string {
  const lineOf = (rule: string) => rules.findIndex((each) => each.rule === rule) + 1;
  const branches = conditions.flatMap(({ rule, so, notSo, decides }, block) =>
    [so, notSo, decides].map((isShown, branch) => `BRDA:${lineOf(rule)},${block},${branch},${Number(isShown)}`),
  );
  const hit = rules.filter(({ held }) => held > 0).length;
  return [
    `SF:${file}`,
    ...rules.map(({ rule }, index) => `FN:${index + 1},${rule}`),
    ...rules.map(({ rule, held }) => `FNDA:${held},${rule}`),
    `FNF:${rules.length}`,
    `FNH:${hit}`,
    ...branches,
    `BRF:${branches.length}`,
    `BRH:${branches.filter((branch) => branch.endsWith(",1")).length}`,
    ...rules.map(({ held }, index) => `DA:${index + 1},${held}`),
    `LF:${rules.length}`,
    `LH:${hit}`,
    "end_of_record",
    "",
  ].join("\n");
}
