import type { Severity, StandardTierId } from "plimsoll";
import type { PolicyTest } from "plimsoll/testing";
import { appWith, type Fields } from "../classify/finding.js";

/** What is said of an app, and how the rule then stands. */
export type Row = readonly [says: string, fields: Fields, standing: "holds" | "possible" | "silent"];

/** A rule of the standard policy: where it lifts an app to, and apps on both sides of its line. */
export interface RuleTable {
  readonly tier: StandardTierId;
  /** Where the app of its first row in which it holds sits for certain, when another rule that holds with it lifts that app higher. */
  readonly reaches?: StandardTierId;
  /** How loudly it speaks, where it is a sign. */
  readonly severity?: Severity;
  readonly rows: readonly Row[];
}

/** The rows of a rule as tests of the policy, so that what is asked of those is shown here once: all of it, and every slip noticed. */
export function policyTestsOf(id: string, { tier, reaches = tier, severity, rows }: RuleTable): readonly PolicyTest[] {
  const stands = rows.map(([says, fields, standing]): PolicyTest => {
    const loud = severity === undefined ? {} : { severity: { [id]: severity } };
    const expected = standing === "holds" ? { because: [id], ...loud } : { not: [id] };
    return { name: `${id}: ${says}`, profile: appWith(fields), expect: expected };
  });
  const lifted = rows
    .filter(([, , standing]) => standing === "holds")
    .slice(0, 1)
    .map(([says, fields]): PolicyTest => {
      const expected = reaches === "professional" ? { tier: reaches } : { undecided: { tier: reaches } };
      return { name: `${id}, ${says}: ${reaches}`, profile: appWith(fields), expect: expected };
    });
  return [...stands, ...lifted];
}
