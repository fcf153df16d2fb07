import { type Policy, type PolicyChanges, safeExtendPolicy, standardPolicy } from "plimsoll";
import { escalationDiagram, ownership, proposedChanges } from "plimsoll/escalation";
import { expect, test } from "vitest";
import { kinds, path } from "../../src/escalation/path.js";
import { agreed, caseAfter, happened, marked, opened, preserved } from "./a-case.js";
import { caseOf, history } from "./a-history.js";

const partners = caseAfter(
  opened,
  preserved,
  agreed,
  marked("connection", "rebuild"),
  marked("rules", "keep", "business"),
);

test("IT owns what is technical, the business its logic, whatever is kept or rebuilt", () => {
  expect(ownership(partners).map(({ part, side, owner }) => [part, side, owner])).toEqual([
    ["connection", "it", "Integration lead"],
    ["rules", "business", "Ward lead"],
  ]);
  expect(ownership(caseAfter(partners, marked("rules", "rebuild", "business"))).map(({ side }) => side)).toEqual([
    "it",
    "business",
  ]);
});

test("a part changes hands with its side", () => {
  const handed = caseAfter(partners, happened({ kind: "owner-changed", side: "it", owner: "Platform lead" }));
  expect(ownership(handed).map(({ owner }) => owner)).toEqual(["Platform lead", "Ward lead"]);
});

test("proposals come from the lessons, and are what a policy is extended by", () => {
  const proposal: PolicyChanges = { id: "ours", version: "1.1.0", remove: ["many-reads"] };
  const learnt = caseAfter(
    partners,
    happened({ kind: "lesson-recorded", lesson: { why: "It grew.", earlier: "Ask." } }),
    happened({ kind: "lesson-recorded", lesson: { why: "It grew.", earlier: "At forty.", proposal } }),
  );
  expect(proposedChanges(learnt)).toEqual([proposal]);
  const [change = expect.fail()] = proposedChanges(learnt);
  const extended = safeExtendPolicy(standardPolicy, change);
  const ids = (criteria: Policy["criteria"] = []) => criteria.map(({ id }) => id);
  const left = ids(standardPolicy.criteria).filter((id) => id !== "many-reads");
  expect(extended.ok && ids(extended.value.criteria)).toEqual(left);
});

test("the diagram shows every step of the table, and no other", () => {
  const shown = escalationDiagram()
    .split("\n")
    .filter((line) => !line.includes("[*]"))
    .map((line) => line.split(" : ")[1])
    .filter((kind) => kind !== undefined);
  expect(shown).toEqual(kinds.flatMap((kind) => path[kind].from.map(() => kind)));
  expect(escalationDiagram()).toContain("  rebuilding --> learning : learning-begun\n");
  expect(escalationDiagram()).toMatch(/closed --> \[\*\]\n {2}withdrawn --> \[\*\]\n {2}false_alarm --> \[\*\]$/);
});

test("what is technical is IT's, what is the business's stays there, and both say why", () => {
  expect(ownership(caseOf(history.length))).toEqual([
    {
      part: "link",
      title: "The link",
      side: "it",
      owner: "Platform lead",
      why: "It takes expertise that IT has.",
    },
    {
      part: "feed",
      title: "The feed",
      side: "it",
      owner: "Platform lead",
      why: "It takes expertise that IT has.",
    },
    {
      part: "rota",
      title: "The rota",
      side: "business",
      owner: "Night lead",
      why: "Nobody knows this work as well as the people who do it.",
    },
  ]);
});
