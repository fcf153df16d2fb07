import { classify, type FactRecords, PlimsollError, type Policy } from "plimsoll";
import { comparePolicies, diffPolicies, lintPolicy, prove, tierRange } from "plimsoll/analysis";
import { describe, expect, test } from "vitest";

const words = { title: "Many", why: "Sites differ." };
const count = { kind: "number", min: 0, whole: true, unit: "sites" } as const;
const sites: FactRecords = {
  sites: { question: "At how many sites?", domain: count, from: { read: "/extensions/sites" } },
};
const macros: FactRecords = {
  macros: { question: "Has it macros?", domain: { kind: "boolean" }, from: { read: "/extensions/euc/macros" } },
};
const tiers = ["local", "central"].map((id) => ({ id, title: id, advice: "Go on." }));
const policyOf = (facts: FactRecords, when: NonNullable<Policy["criteria"]>[number]["when"]): Policy => ({
  id: "own",
  version: "1.0.0",
  title: "By facts of its own",
  facts,
  tiers,
  criteria: [{ ...words, id: "rule", tier: "central", when }],
});
const bySites = policyOf(sites, { fact: "sites", atLeast: 3 });
const byMacros = policyOf(macros, { fact: "macros", is: true });

describe("policies with facts of their own", () => {
  test("differ where the facts of either tell apps apart, and an app shows it", () => {
    const diff = diffPolicies(bySites, byMacros);
    if (diff.verdict !== "different") expect.fail();
    for (const { from, to, regions } of diff.changes) {
      expect(regions.length).toBeGreaterThan(0);
      for (const { witness } of regions) {
        expect(classify(witness.profile, bySites).tier).toBe(from);
        expect(classify(witness.profile, byMacros).tier).toBe(to);
      }
    }
    expect(diff.changes.map(({ from, to }) => [from, to]).sort()).toEqual([
      ["central", "local"],
      ["local", "central"],
    ]);
  });

  test("are the same when they read the same fact alike, wherever it is written", () => {
    const again = policyOf(structuredClone(sites), { not: { fact: "sites", below: 3 } });
    expect(comparePolicies(bySites, [again, byMacros]).map(({ verdict }) => verdict)).toEqual([
      "equivalent",
      "different",
    ]);
  });

  test("are not compared when one name means two things", () => {
    const elsewhere = { sites: { question: "How many?", domain: count, from: { read: "/extensions/places" } } };
    const other = policyOf(elsewhere, { fact: "sites", atLeast: 3 });
    const compare = () => diffPolicies(bySites, other);
    expect(compare).toThrow(PlimsollError);
    expect(compare).toThrow(
      'The policies have a fact "sites" each, and read it differently. Give one of them another name.',
    );
  });

  test("are proven and linted with apps that have the facts", () => {
    const proof = prove(bySites, { never: { tier: { is: "central" } } });
    expect(proof).toMatchObject({ verdict: "fails", witness: { profile: { extensions: { sites: 3 } } } });
    expect(lintPolicy(bySites).findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(tierRange({ id: "a", name: "A", extensions: { sites: 2 } }, bySites)).toMatchObject({
      lowest: "local",
      highest: "local",
    });
  });

  test.each<[says: string, facts: FactRecords, when: NonNullable<Policy["criteria"]>[number]["when"]]>([
    [
      "what entries of a list are like",
      {
        waits: {
          question: "Which do not wait?",
          domain: count,
          from: {
            each: "/integrations",
            where: {
              all: [
                { field: "direction", is: "write" },
                { field: "asynchronous", is: true },
              ],
            },
          },
        },
      },
      { fact: "waits", atLeast: 2 },
    ],
    [
      "entries of a list of their own",
      {
        robots: {
          question: "Which run unseen?",
          domain: { kind: "ordinal", levels: ["none", "some", "all"] },
          from: { each: "/extensions/robots", where: { field: "attended", is: false }, take: "reach" },
        },
      },
      { fact: "robots", is: "all" },
    ],
    [
      "whether something stands in a place",
      {
        ruled: {
          question: "Is it ruled?",
          domain: { kind: "boolean" },
          from: { read: "/extensions", where: { field: "rule", is: ["a", "b"] } },
        },
      },
      { fact: "ruled", is: true },
    ],
    [
      "what a value means",
      {
        grade: {
          question: "How good?",
          domain: { kind: "ordinal", levels: ["good", "bad"] },
          from: {
            read: "/lifecycle/stage",
            as: { idea: "good", development: "good", pilot: "good", production: "bad", retired: "good" },
          },
        },
      },
      { fact: "grade", is: "bad" },
    ],
    [
      "a number in an object of a list, beyond a line",
      {
        heavy: {
          question: "Which are heavy?",
          domain: count,
          from: { each: "/extensions/files", where: { field: "/size/megabytes", above: 2.5 } },
        },
      },
      { fact: "heavy", atLeast: 1 },
    ],
  ])("that are read from %s are shown by an app, and linted", (_, facts, when) => {
    const policy = policyOf(facts, when);
    const proof = prove(policy, { never: { tier: { is: "central" } } });
    if (proof.verdict !== "fails") expect.fail();
    expect(classify(proof.witness.profile, policy)).toMatchObject({ tier: "central", settled: true });
    expect(lintPolicy(policy).findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("that bind one another are never shown apart", () => {
    const each = "/integrations";
    const own: FactRecords = {
      waits: {
        question: "Which do not wait?",
        domain: count,
        from: { each, where: { field: "asynchronous", is: true } },
      },
      signed: { question: "Which are signed in to?", domain: count, from: { each } },
    };
    const more = {
      all: [
        { fact: "waits", atLeast: 4 },
        { fact: "signed", below: 4 },
      ],
    };
    expect(prove(policyOf(own, more), { never: { tier: { is: "central" } } })).toEqual({
      verdict: "holds",
      vacuous: false,
    });
  });
});
