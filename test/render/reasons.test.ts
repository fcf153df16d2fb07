import fc from "fast-check";
import { classify, createClassifier, type Policy, standardPolicy } from "plimsoll";
import { classificationInWords, type FindingInWords, reasonsInWords } from "plimsoll/render";
import { describe, expect, test } from "vitest";
import { profileArbitrary } from "../arbitraries/profile.js";

const tiers = ["low", "middle", "high"].map((id) => ({ id, title: id, advice: `What ${id} apps do.` }));
const policy: Policy = { id: "own", version: "1.0.0", title: "Own", tiers };

/** A finding that holds; unless it says otherwise, it has no advice but that of its tier. */
function found(id: string, { about = id, ...fields }: Partial<FindingInWords> & { readonly about?: string } = {}) {
  const tier = fields.tier ?? "middle";
  const finding: FindingInWords = {
    id,
    title: `Title of ${id}`,
    why: `Why of ${id}.`,
    advice: `What ${tier} apps do.`,
    severity: "medium",
    tier,
    source: "",
    standing: { kind: "holds" },
    seen: [{ fact: about, sentence: `What was seen of ${about}.`, pointers: [`/${about}`] }],
    ...fields,
  };
  return finding;
}

const reasonsOf = (...findings: readonly FindingInWords[]) => reasonsInWords(findings, { policy });
const idsOf = (...findings: readonly FindingInWords[]) => reasonsOf(...findings).map(({ findings: ids }) => ids);

describe("findings that one action settles", () => {
  test("are told together, and the action once", () => {
    const [reason, ...others] = reasonsOf(
      found("stops", { advice: "Agree who is called." }),
      found("unsupported", { advice: "Agree who is called.", severity: "high" }),
    );
    expect(others).toEqual([]);
    expect(reason).toEqual({
      findings: ["stops", "unsupported"],
      found: [
        { titles: ["Title of stops"], why: "Why of stops." },
        { titles: ["Title of unsupported"], why: "Why of unsupported." },
      ],
      severity: "high",
      seen: [
        { fact: "stops", sentence: "What was seen of stops.", pointers: ["/stops"] },
        { fact: "unsupported", sentence: "What was seen of unsupported.", pointers: ["/unsupported"] },
      ],
      advice: "Agree who is called.",
    });
  });

  test("say what was seen once, and why it matters once", () => {
    const [reason] = reasonsOf(
      found("one", { advice: "Do it.", about: "users", why: "So it is." }),
      found("two", { advice: "Do it.", about: "users", why: "So it is." }),
    );
    expect(reason?.found).toEqual([{ titles: ["Title of one", "Title of two"], why: "So it is." }]);
    expect(reason?.seen.map(({ sentence }) => sentence)).toEqual(["What was seen of users."]);
  });
});

describe("a finding without advice of its own", () => {
  test("is told with the one that rests on the same facts, whichever comes first", () => {
    const [critical, stops] = [found("critical", { about: "daily", tier: "high" }), found("stops", { about: "daily" })];
    const withAdvice = { ...stops, advice: "Agree who is called." };
    expect(idsOf(critical, withAdvice)).toEqual([["critical", "stops"]]);
    expect(idsOf(withAdvice, critical)).toEqual([["stops", "critical"]]);
    expect(reasonsOf(critical, withAdvice)[0]?.advice).toBe("Agree who is called.");
  });

  test("is told with one on another line of the same fact, when none says the same", () => {
    const seen = (line: string) => [{ fact: "users", sentence: `700 people; the line is ${line}.`, pointers: [] }];
    const [many, verymany] = [found("many", { seen: seen("100") }), found("very-many", { seen: seen("500") })];
    const hundred = { ...found("hundred", { seen: seen("100") }), advice: "Book a review." };
    const thousand = { ...found("thousand", { seen: seen("1000") }), advice: "Make it fast." };
    expect(idsOf(thousand, hundred, many)).toEqual([["hundred", "many"], ["thousand"]]);
    expect(idsOf(hundred, verymany)).toEqual([["hundred", "very-many"]]);
  });

  test("comes without any where it stands alone: what the tier asks is said with where the app sits", () => {
    expect(reasonsOf(found("alone"), found("other")).map(({ advice }) => advice)).toEqual(["", ""]);
    expect(idsOf(found("one", { about: "users" }), found("two", { about: "users" }))).toEqual([["one", "two"]]);
    expect(idsOf(found("one", { seen: [] }), found("two", { seen: [] }))).toEqual([["one"], ["two"]]);
  });

  test("is one whose rule says nothing at all, too", () => {
    expect(
      idsOf(found("bare", { advice: "", about: "users" }), found("many", { advice: "Ask.", about: "users" })),
    ).toEqual([["bare", "many"]]);
  });
});

describe("what helps most comes first:", () => {
  test.each<readonly [string, readonly FindingInWords[]]>([
    [
      "what weighs most in an audit",
      [found("light", { advice: "A.", points: 3 }), found("first", { advice: "B.", points: 9 })],
    ],
    [
      "what weighs most together",
      [
        found("heavy", { advice: "A.", points: 9 }),
        found("first", { advice: "B.", points: 9 }),
        found("with", { advice: "B.", points: 1 }),
      ],
    ],
    ["what lifts highest", [found("middle", { advice: "A." }), found("first", { advice: "B.", tier: "high" })]],
    [
      "what settles most",
      [
        found("one", { advice: "A.", severity: "high" }),
        found("first", { advice: "B." }),
        found("two", { advice: "B." }),
      ],
    ],
    ["what says what to do", [found("alone", { severity: "high" }), found("first", { advice: "B." })]],
    ["what is most severe", [found("mild", { advice: "A." }), found("first", { advice: "B.", severity: "high" })]],
    [
      "and else what came first",
      [found("first", { advice: "B." }), found("second", { advice: "A." }), found("third", { advice: "C." })],
    ],
  ])("%s", (_, findings) => {
    expect(idsOf(...findings)[0]?.[0]).toBe("first");
  });

  test("of what helps as much, what is the least work, as the policy says", () => {
    const rule = (id: string) => ({ id, title: id, why: "Why.", when: { fact: "users", atLeast: 1 } as const });
    const signs = [
      { ...rule("long"), severity: "medium", effort: "weeks" },
      { ...rule("first"), severity: "medium", effort: "minutes" },
    ] as const;
    const findings = [
      found("unsaid", { advice: "A." }),
      found("long", { advice: "B." }),
      found("first", { advice: "C." }),
    ];
    const ids = reasonsInWords(findings, { policy: { ...policy, signs } }).map(({ findings: [id] }) => id);
    expect(ids).toEqual(["first", "long", "unsaid"]);
  });

  test("what only moves the tier as a whole comes last", () => {
    const { tier: _, ...moved } = found("moved", { advice: "A.", severity: "high" });
    expect(idsOf(moved, found("first", { severity: "low" }))).toEqual([["first"], ["moved"]]);
  });
});

test("only what holds is a reason", () => {
  const kinds = [{ kind: "possible" }, { kind: "set-aside", because: "covered" }, { kind: "holds" }] as const;
  expect(idsOf(...kinds.map((standing) => found(standing.kind, { standing, advice: "A." })))).toEqual([["holds"]]);
});

test("every finding that holds is told once, and every advice of its own is told, whatever the app", () => {
  const classifyByStandard = createClassifier(standardPolicy);
  const ofTiers: readonly string[] = standardPolicy.tiers.map(({ advice }) => advice);
  fc.assert(
    fc.property(profileArbitrary, (profile) => {
      const classification = classifyByStandard(profile);
      const holding = classification.findings.filter(({ status }) => status === "holds");
      const { reasons } = classificationInWords(classification);
      const told = reasons.flatMap(({ findings }) => findings);
      expect([...told].sort()).toEqual(holding.map(({ id }) => id).sort());
      const own = new Set(holding.map(({ advice }) => advice).filter((advice) => !ofTiers.includes(advice)));
      const advised = reasons.map(({ advice }) => advice).filter((advice) => advice !== "");
      expect([...advised].sort()).toEqual([...own].sort());
    }),
  );
});

test("by the standard policy a criterion that is a sign is told with it, and the tier's advice never again", () => {
  const app = { id: "rota", name: "Rota", criticality: { dailyDependence: true } };
  const { reasons, summary } = classificationInWords(classify(app));
  expect(reasons.map(({ findings, advice }) => ({ findings, advice }))).toContainEqual({
    findings: ["mission-critical", "business-critical"],
    advice: "Agree with IT who is called when it fails.",
  });
  expect(summary).toContain("Build it together");
});
