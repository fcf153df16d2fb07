import { type AppProfile, type Condition, classify, type Policy, standardPolicy } from "plimsoll";
import { type AppInWords, classificationInWords } from "plimsoll/render";
import { describe, expect, test } from "vitest";
import { painter } from "../../../src/cli/writing/paint.js";
import { report } from "../../../src/cli/writing/report.js";

function reportOf(fields: Partial<AppProfile>, policy: Policy = standardPolicy): string {
  const profile = { id: "rota", name: "Rota", ...fields };
  return report(classificationInWords(classify(profile, policy), { policy, name: profile.name }), painter(false));
}

/** A policy of one rule, to see how a line is told. */
const policyOf = (when: Condition, unless?: Condition): Policy => ({
  id: "one",
  version: "1.0.0",
  title: "One",
  tiers: [
    { id: "low", title: "Low", advice: "Go on." },
    { id: "high", title: "High", advice: "Come and see us." },
  ],
  criteria: [{ id: "rule", tier: "high", title: "Rule", when, why: "Because.", ...(unless ? { unless } : {}) }],
});

describe("a report", () => {
  test("begins with the name, the load line, and what to do", () => {
    expect(
      reportOf({ audience: { users: 140 } })
        .split("\n")
        .slice(0, 3),
    ).toEqual([
      "Rota",
      "  Citizen ━━━━━━━━ ◉ IT REVIEW ╌╌╌╌╌╌╌╌ ○ Professional",
      "  Take half an hour with IT, then go on building.",
    ]);
  });

  test("tells findings that one action settles together: all of them, what was seen once, and the action once", () => {
    expect(reportOf({ criticality: { dailyDependence: true } })).toContain(
      [
        "  Why",
        "  Mission-critical. An outage costs real money.",
        "  Daily work depends on it. When it stops, work stops.",
        "    Would daily work stop if it were down? Yes.",
        "    → Agree with IT who is called when it fails.",
        "",
      ].join("\n"),
    );
  });

  test("tells what matters for one reason in one line", () => {
    expect(reportOf({ data: [{ class: "health" }] })).toContain(
      "  Sensitive regulated data; Sensitive data. The law demands special protection.\n",
    );
  });

  test("says what a component takes care of", () => {
    const component = { id: "data-synchronisation" };
    const systems = ["CRM", "Billing"].map((system) => ({ system, direction: "write" as const, component }));
    expect(reportOf({ integrations: systems })).toContain(
      "Writes to several systems: covered by Data synchronisation. Nothing to do.",
    );
  });

  test("says what is exempt", () => {
    const policy = policyOf({ fact: "users", atLeast: 10 }, { fact: "outsideUsers", is: false });
    expect(reportOf({ audience: { users: 12, outsideUsers: false } }, policy)).toContain(
      "Rule: exempt by the policy. Nothing to do.",
    );
  });

  test("asks no more than five questions, each place in the profile once", () => {
    const questions = reportOf({})
      .split("\n")
      .filter((line) => line.startsWith("  ? "));
    expect(questions).toHaveLength(5);
    const { answerAt } = classify({ id: "rota", name: "Rota" }).questions[0] ?? expect.fail();
    const inPlace = classify({ id: "rota", name: "Rota" }).questions.filter(
      (each) => each.answerAt.join() === answerAt.join(),
    );
    expect(questions.filter((line) => inPlace.some(({ question }) => line.includes(question)))).toHaveLength(1);
    expect(reportOf({})).toMatch(/… and \d+ more\./);
  });

  test("has no arrow where nothing is advised, and no brackets where no place is known", () => {
    const app: AppInWords = {
      id: "rota",
      name: "Rota",
      loadLine: "Low ━━ ◉ HIGH",
      summary: "Come and see us.",
      findings: [],
      reasons: [
        {
          findings: ["late"],
          found: [{ titles: ["Late"], why: "It is late." }],
          severity: "low",
          seen: [{ sentence: "Nobody has looked at it.", pointers: [] }],
          advice: "",
        },
      ],
      questions: [{ question: "Who owns it?", stakes: [], answerAt: [] }],
    };
    expect(report(app, painter(false)).split("\n").slice(4)).toEqual([
      "  Why",
      "  Late. It is late.",
      "    Nobody has looked at it.",
      "",
      "  Still open: an answer could change the tier",
      "  ? Who owns it?",
      "",
    ]);
  });

  test("says nothing of where the profile says so, or would", () => {
    expect(reportOf({ audience: { users: 140 }, data: [{ class: "health" }] })).not.toMatch(/[( ]\/\w/);
    expect(reportOf({})).not.toMatch(/[( ]\/\w/);
  });

  test("asks nothing when nothing is open", () => {
    expect(reportOf({ data: [{ class: "health" }] })).not.toContain("Still open");
  });
});

test.each([
  { when: { fact: "users", atLeast: 10 }, told: "How many people use it now? 12 people; the line is 10 or more." },
  { when: { fact: "users", atMost: 12 }, told: "12 people; the line is 12 at most." },
  { when: { fact: "users", above: 10 }, told: "12 people; the line is more than 10." },
  { when: { fact: "users", below: 20 }, told: "12 people; the line is less than 20." },
  { when: { fact: "users", between: [10, 20] }, told: "12 people; the line is 10 to 20." },
  { when: { fact: "userGrowth", atLeast: 2 }, told: "2.4 times; the line is 2 or more." },
  { when: { fact: "outsideUsers", is: true }, told: "Do people from outside use it? Yes." },
  { when: { fact: "calculation", is: "complex" }, told: "Complex; the line is complex." },
  { when: { fact: "sensitiveData", includesAny: ["health"] }, told: "Health; the line is any of health." },
  { when: { fact: "sensitiveData", includesAll: ["health"] }, told: "Health; the line is all of health." },
  { when: { fact: "complianceRegimes", isEmpty: true }, told: "None; the line is none." },
  { when: { fact: "sensitiveData", isEmpty: false }, told: "Health; the line is any." },
  { when: { fact: "systemsWritten", atLeast: 1 }, told: "At least 1 system; the line is 1 or more." },
  { when: { not: { fact: "support", is: true } }, told: "Is it clear who supports it, and how? No." },
] satisfies readonly { when: Condition; told: string }[])("a line is told in words: $told", ({ when, told }) => {
  const profile = {
    audience: { users: 12, builtFor: 5, outsideUsers: true },
    integrations: [{ system: "ERP", direction: "write" as const }],
    data: [{ class: "health" as const }],
    calculations: [{ complexity: "complex" as const }],
    criticality: { support: false },
    compliance: [],
    partial: ["/integrations"],
  };
  expect(reportOf(profile, policyOf(when))).toContain(told);
});

test("what is not known yet is told as that", () => {
  const policy = policyOf({
    any: [
      { fact: "users", atLeast: 10 },
      { fact: "departments", atLeast: 2 },
    ],
  });
  expect(reportOf({ audience: { users: 12 } }, policy)).not.toContain("Not known yet");
  const either = policyOf({
    not: {
      all: [
        { fact: "users", atLeast: 10 },
        { fact: "users", atMost: 5 },
      ],
    },
  });
  expect(reportOf({}, either)).toContain("? How many people use it now?");
});
