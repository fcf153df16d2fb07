import type { PolicyTest } from "plimsoll/testing";
import { appWith } from "../classify/finding.js";
import { criteria } from "../standard/criteria.js";
import { decisions } from "../standard/decisions.js";
import { policyTestsOf } from "../standard/rule-table.js";
import { signs } from "../standard/signs.js";
import { decidedTests } from "./rules/decided.js";
import { handledBy } from "./rules/handled.js";
import { ruleTests } from "./rules/index.js";

/** What the article says holds in the recommended policy as well, but for apps that may outlive their maker. */
const ofStandard = Object.entries({ ...criteria, ...signs })
  .filter(([id]) => id !== "builder-gone")
  .flatMap(([id, table]) => {
    const apps = table.rows.flatMap(([says, fields, standing]) =>
      standing === "holds" && fields.consequences === undefined ? [[says, appWith(fields)] as const] : [],
    );
    return [...policyTestsOf(id, table), ...handledBy(id, apps)];
  });

/** Where the recommended policy asks more: of a connection, whose rights it has; of a way in, who may use it. */
const asksMore = [
  "a team that reads one system does not",
  "a team may read a system",
  "where it is open, the specialists decide",
  "growing below it is not",
];

/** All others of its decisions are the same once the reviews were held under this policy; what weighs in an audit is not. */
const decided = decisions
  .filter(({ name }) => !asksMore.includes(name))
  .map(({ approvals, expect, ...test }): PolicyTest => {
    const policy = { id: "recommended", version: "1.0.0" };
    const { points: _, ...audit } = expect.audit ?? {};
    return {
      ...test,
      ...(approvals && { approvals: approvals.map((approval) => ({ ...approval, policy })) }),
      expect: { ...expect, ...(expect.audit && { audit }) },
    };
  });

export const recommendedTests: readonly PolicyTest[] = [...ofStandard, ...ruleTests, ...decided, ...decidedTests];
