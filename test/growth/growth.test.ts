import fc from "fast-check";
import { type AppGrowth, type AppProfile, changeSinceInWords, classify, deriveFacts, standardFacts } from "plimsoll";
import { describe, expect, test } from "vitest";
import { createExaminer } from "../../src/classify/index.js";
import { comparing } from "../../src/growth/index.js";
import { whatGrows } from "../../src/growth/what-grows.js";
import { profileArbitrary } from "../arbitraries/profile.js";
import { frozenPolicy } from "../frozen/frozen-policy.js";
import { today } from "../portfolio/portfolios.js";
import { draws } from "../prove/draws.js";
import { certainlyMore, namesThatCame } from "./oracle.js";

const runs = draws(150);
const examine = createExaminer(frozenPolicy);
const compare = comparing(frozenPolicy);

function growthBetween(before: AppProfile, now: AppProfile) {
  return compare(examine(before, { asOf: today }), examine(now, { asOf: today }));
}

/** Two profiles that have much in common, so that more than everything changes. */
const pairArbitrary = fc
  .tuple(profileArbitrary, profileArbitrary, fc.infiniteStream(fc.boolean()))
  .map(([before, other, choices]): readonly [AppProfile, AppProfile] => {
    const { partial: _, ...fields } = { ...before, ...other };
    const mixed = Object.fromEntries(
      Object.entries(fields).map(([field, value]) => [
        field,
        choices.next().value ? (Reflect.get(before, field) ?? value) : value,
      ]),
    );
    // Made of fields of profiles.
    return [before, mixed as unknown as AppProfile];
  });

const kindsOf = ({ changes }: { readonly changes: Extract<AppGrowth, { kind: "compared" }>["changes"] }) =>
  new Map(changes.map(({ fact, kind }) => [fact, kind]));

describe("what counts as growth", () => {
  test.each(whatGrows)("$fact means more risk where it rises, on no day more than on another", ({ fact }) => {
    expect(standardFacts[fact].risk).toBe("rising");
    expect(standardFacts[fact].domain.kind).not.toBe("enum");
    expect(JSON.stringify(standardFacts[fact].from)).not.toContain("daysSince");
  });
});

describe("for any two profiles of an app", () => {
  test("a fact grew exactly where it did, whatever the true values are", () => {
    fc.assert(
      fc.property(pairArbitrary, ([before, now]) => {
        const kinds = kindsOf(growthBetween(before, now));
        const [was, is] = [deriveFacts(before), deriveFacts(now)];
        for (const { fact, besides = [] } of whatGrows) {
          const isMore = certainlyMore(standardFacts[fact].domain, was[fact], is[fact], besides);
          const expected = isMore || namesThatCame(fact, before, now).length > 0;
          expect([fact, kinds.get(fact) === "grew"]).toEqual([fact, expected]);
        }
      }),
      runs,
    );
  });

  test("what shrank one way grew the other way, unless something has also come", () => {
    fc.assert(
      fc.property(pairArbitrary, ([before, now]) => {
        const there = kindsOf(growthBetween(before, now));
        const back = kindsOf(growthBetween(now, before));
        for (const [fact, kind] of there) {
          if (kind === "shrank") expect([fact, back.get(fact)]).toEqual([fact, "grew"]);
        }
      }),
      runs,
    );
  });

  test("what was not known at all has not grown, and is learned; the other way round it is untold", () => {
    fc.assert(
      fc.property(profileArbitrary, (now) => {
        const before = { id: now.id, name: now.name };
        const kinds = (growth: ReturnType<typeof growthBetween>) => new Set(kindsOf(growth).values());
        expect([...kinds(growthBetween(before, now))].filter((kind) => kind !== "learned")).toEqual([]);
        expect([...kinds(growthBetween(now, before))].filter((kind) => kind !== "untold")).toEqual([]);
        expect(growthBetween(before, now).rose).toBe(false);
      }),
      runs,
    );
  });

  test("the lines that it crossed hold now, and were neither so nor open before", () => {
    fc.assert(
      fc.property(pairArbitrary, ([before, now]) => {
        const rules = (profile: AppProfile, ...statuses: readonly string[]) =>
          classify(profile, frozenPolicy, { asOf: today })
            .findings.filter(({ status }) => statuses.includes(status))
            .map(({ id }) => id);
        const mayHave = rules(before, "holds", "possible");
        const expected = rules(now, "holds").filter((id) => !mayHave.includes(id));
        expect(growthBetween(before, now).crossed.map(({ id }) => id)).toEqual(expected);
      }),
      runs,
    );
  });

  test("an app that is as it was has not changed", () => {
    fc.assert(
      fc.property(profileArbitrary, (profile) => {
        expect(growthBetween(profile, structuredClone(profile))).toMatchObject({
          rose: false,
          changes: [],
          crossed: [],
        });
      }),
      runs,
    );
  });

  test("every change is a sentence, without a gap", () => {
    fc.assert(
      fc.property(pairArbitrary, ([before, now]) => {
        for (const change of growthBetween(before, now).changes) {
          expect(changeSinceInWords(change)).toMatch(/^[A-ZÄÖÜ\d][^{}]*[^ {}]\.$/u);
        }
      }),
      runs,
    );
  });
});

const app = (profile: Partial<AppProfile>): AppProfile => ({ id: "rota", name: "Rota", ...profile });

/** What is said of the first change. */
const said: readonly (readonly [string, Partial<AppProfile>, Partial<AppProfile>])[] = [
  [
    "Which departments use it? At most 1 department → 2 departments.",
    { audience: { users: 1 } },
    { audience: { users: 140, departments: ["Sales", "Finance"] } },
  ],
  ["12 → 140 people use it.", { audience: { users: 12 } }, { audience: { users: 140 } }],
  [
    "20 to 40 → 50 to 100 people use it.",
    { audience: { users: { atLeast: 20, atMost: 40 } } },
    { audience: { users: { atLeast: 50, atMost: 100 } } },
  ],
  ["12 → 50 to 100 people use it.", { audience: { users: 12 } }, { audience: { users: { atLeast: 50, atMost: 100 } } }],
  ["12 people → at least 50 people use it.", { audience: { users: 12 } }, { audience: { users: { atLeast: 50 } } }],
  ["At most 12 people → 140 people use it.", { audience: { users: { atMost: 12 } } }, { audience: { users: 140 } }],
  [
    "Now also used in Finance and IT.",
    { audience: { departments: ["Sales"] } },
    { audience: { departments: ["Sales", "Finance", "IT"] } },
  ],
  [
    "Now also writes to SAP.",
    { integrations: [{ system: "ERP", direction: "write" }] },
    {
      integrations: [
        { system: "erp", direction: "write" },
        { system: "SAP", direction: "bidirectional" },
      ],
    },
  ],
  [
    "How sensitive its data is: general → sensitive.",
    { data: [{ class: "general" }] },
    { data: [{ class: "general" }, { class: "health" }] },
  ],
  ["Now used by people from outside.", { audience: { outsideUsers: false } }, { audience: { outsideUsers: true } }],
  [
    "What starts it, now also: event.",
    { automation: { triggers: ["person"] } },
    { automation: { triggers: ["person", "event"] } },
  ],
  [
    "What artificial intelligence does in it: answers → acts.",
    { automation: { ai: "answers" } },
    { automation: { ai: "acts" } },
  ],
  ["10 → 300 runs a day.", { automation: { runsPerDay: 10 } }, { automation: { runsPerDay: 300 } }],
  ["How many people use it now? 140 → 12 people.", { audience: { users: 140 } }, { audience: { users: 12 } }],
  ["How many people use it now? Not known before: 140 people.", {}, { audience: { users: 140 } }],
  ["How many people use it now? No longer told: it was 12 people.", { audience: { users: 12 } }, {}],
  [
    "Which systems does it write to? No longer SAP.",
    { integrations: [{ system: "SAP", direction: "write" }] },
    { integrations: [] },
  ],
];

test.each(said)("it says: %s", (sentence, before, now) => {
  expect(growthBetween(app(before), app(now)).changes.map(changeSinceInWords)).toContain(sentence);
});

test("whoever starts it by hand does not make it act by itself", () => {
  const before = app({ automation: { triggers: ["event"] } });
  expect(growthBetween(before, app({ automation: { triggers: ["event", "person"] } })).changes).toEqual([]);
});

test("a system that may have been among others is not new", () => {
  const now = app({ integrations: [{ system: "SAP", direction: "write" }] });
  const changesFrom = (before: Partial<AppProfile>) => growthBetween(app(before), now).changes;
  const grown = (before: Partial<AppProfile>) => changesFrom(before).filter(({ kind }) => kind === "grew");
  expect(grown({ integrations: [], partial: ["/integrations"] })).toEqual([]);
  expect(grown({ integrations: [{ system: "SAP" }] }).map(({ fact }) => fact)).toEqual([]);
  expect(grown({ integrations: [{ system: "SAP", direction: "read" }] }).map(({ fact }) => fact)).toEqual([
    "systemsWritten",
  ]);
});

test("what is told more exactly, and may have been so all along, is no change", () => {
  const users = (number: NonNullable<AppProfile["audience"]>["users"]) => app({ audience: { users: number ?? 0 } });
  for (const [before, now] of [
    [{ atLeast: 12 }, 140],
    [140, { atLeast: 12 }],
    [{ atLeast: 12 }, { atLeast: 140 }],
  ] as const) {
    expect(growthBetween(users(before), users(now)).changes).toEqual([]);
  }
});

test("a tier has risen only where it was settled that it was lower", () => {
  const now = { id: "rota", name: "Rota", audience: { users: 3000 } };
  const open = { id: "rota", name: "Rota", audience: { users: 12 } };
  expect(growthBetween(open, now)).toMatchObject({ before: { tier: "alone", ceiling: "experts" }, rose: false });
  expect(growthBetween(open, now).crossed.length).toBeGreaterThan(0);
});
