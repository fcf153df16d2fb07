import type { PolicyTest } from "plimsoll/testing";
import { handledBy } from "./handled.js";
import { known, type Row, type Spoken } from "./known.js";

/** A rule of a pack as tests of the policy: where it speaks, and how loudly; where it does not; and that no component hides it. */
export function testsOfRule(id: string, { severity, holds, spares }: Spoken): readonly PolicyTest[] {
  const said = ([says, fields, tier]: Row, expected: PolicyTest["expect"]): PolicyTest => ({
    name: `${id}: ${says}`,
    profile: known(fields),
    expect: { ...expected, ...(tier && { tier }) },
  });
  const loud = severity === undefined ? {} : { severity: { [id]: severity } };
  return [
    ...holds.map((row) => said(row, { because: [id], ...loud })),
    ...spares.map((row) => said(row, { not: [id] })),
    ...handledBy(
      id,
      holds.map(([says, fields]) => [says, known(fields)]),
    ),
  ];
}
