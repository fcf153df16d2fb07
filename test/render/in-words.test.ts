import { classify, defineFact, reading, standardFacts } from "plimsoll";
import { classificationInWords } from "plimsoll/render";
import { expect, test } from "vitest";
import { frozenPolicy } from "../frozen/frozen-policy.js";

const critical = classify({ id: "rota", name: "Rota", criticality: { dailyDependence: true } }, frozenPolicy);
const byFrozen = { policy: frozenPolicy };

test("every finding stands by itself, and the reasons have those together that one action settles", () => {
  const { findings, reasons } = classificationInWords(critical, byFrozen);
  expect(findings.map(({ id }) => id)).toEqual(["mission-critical", "business-critical"]);
  expect(reasons.map(({ findings: ids }) => ids)).toEqual([["mission-critical", "business-critical"]]);
  expect(reasons[0]?.seen).toEqual(findings[0]?.seen);
});

test("what is seen says which fact it is about", () => {
  const { findings } = classificationInWords(critical, byFrozen);
  expect(findings[0]?.seen.map(({ fact }) => fact)).toEqual(["dailyDependence"]);
});

test("what is only possible is told where every finding is", () => {
  const kindsOf = (everyFinding: boolean) =>
    classificationInWords(classify({ id: "rota", name: "Rota" }, frozenPolicy), {
      ...byFrozen,
      everyFinding,
    }).findings.map(({ standing }) => standing.kind);
  expect(kindsOf(false)).toEqual([]);
  expect(new Set(kindsOf(true))).toEqual(new Set(["possible"]));
});

test("a component that the policy does not name is told by its id", () => {
  const [finding] = critical.findings;
  const findings = finding ? [{ ...finding, status: "covered" as const, coveredBy: ["own-queue"] }] : [];
  expect(classificationInWords({ ...critical, findings }, byFrozen).findings[0]?.standing).toEqual({
    kind: "set-aside",
    because: "covered by own-queue",
  });
});

test("what the policy exempts is said to be so", () => {
  const findings = critical.findings.map((finding) => ({ ...finding, status: "exempt" as const }));
  const standings = classificationInWords({ ...critical, findings }, byFrozen).findings.map(({ standing }) => standing);
  expect(standings).toEqual(findings.map(() => ({ kind: "set-aside", because: "exempt by the policy" })));
});

test("facts of one's own are told by their own units", () => {
  const sites = defineFact({
    question: "In how many sites is it used?",
    domain: { kind: "number", min: 0, whole: true, unit: "sites" },
    cost: 1,
    changeable: true,
    risk: "rising",
    answerAt: ["/extensions/sites"],
    derive: () => reading.exact(3),
  });
  const facts = { ...standardFacts, sites };
  const tiers = ["low", "high"].map((id) => ({ id, title: id, advice: "Go on." }));
  const when = { fact: "sites", atLeast: 2 };
  const criteria = [{ id: "spread", tier: "high", title: "Spread", when, why: "So it is." }];
  const policy = { id: "own", version: "1.0.0", title: "Own", tiers, criteria };
  const told = classificationInWords(classify({ id: "rota", name: "Rota" }, policy, { facts }), { policy, facts });
  expect(told.findings[0]?.seen[0]?.sentence).toBe("In how many sites is it used? 3 sites; the line is 2 or more.");
});
