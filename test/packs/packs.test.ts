import fc from "fast-check";
import { extendPolicy, type Pack, type Policy, parsePolicy, safeParsePack, standardPolicy } from "plimsoll";
import { owaspRisks, packs, recommendedPolicy } from "plimsoll/packs";
import { describe, expect, test } from "vitest";
import { standardFacts } from "../../src/facts/index.js";
import { linesOfPolicy } from "../../src/policy/index.js";
import { draws } from "../prove/draws.js";
import { shippedFiles } from "../schemas/files.js";

const named = packs.map((pack) => ({ name: pack.pack, pack }));

const withAll = (those: readonly Pack[]) =>
  those.reduce<Policy>((policy, pack) => extendPolicy(policy, pack), standardPolicy);

test("all packs make the same policy in any order, alone or with any others", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...packs]), (some) => {
      const ordered = [...some].sort((one, other) => (one.pack < other.pack ? -1 : 1));
      expect(JSON.stringify(withAll(some))).toBe(JSON.stringify(withAll(ordered)));
    }),
    draws(100),
  );
});

test("each pack is known by a name of its own, and so is each of its rules", () => {
  expect(new Set(packs.map(({ pack }) => pack)).size).toBe(packs.length);
  const ids = new Map<string, unknown>();
  for (const { add } of packs) {
    for (const sign of add.signs ?? []) {
      expect(ids.get(sign.id) ?? sign).toEqual(sign);
      ids.set(sign.id, sign);
    }
  }
});

describe.each(named)("the pack $name", ({ pack }) => {
  const { add } = pack;

  test("can be added to the standard policy by itself", () => {
    expect(extendPolicy(standardPolicy, pack).packs?.map((each) => each.pack)).toEqual([pack.pack]);
  });

  test("says of each rule why, what to do, from where, how much work it is, and how far along it is", () => {
    for (const { why, advice, references, effort, lifecycle } of [...(add.signs ?? []), ...(add.checks ?? [])]) {
      expect([why, advice].every((text) => /^[A-Z].*\.$/.test(text ?? ""))).toBe(true);
      expect(references?.length).toBeGreaterThan(0);
      expect(["minutes", "hours", "days", "weeks"]).toContain(effort);
      expect(lifecycle?.since).toBe("1.0.0");
    }
  });

  test("has public sources for everything else that it brings", () => {
    const { boundaries = [], checklist = [], components = [], weights = [] } = add;
    for (const { references } of [...boundaries, ...checklist, ...components, ...weights])
      expect(references?.length).toBeGreaterThan(0);
  });

  test("asks what a maker cannot vouch for with evidence", () => {
    for (const { evidence } of add.checklist ?? []) expect(evidence).toMatch(/^[A-Z].*\.$/);
  });

  test("is the same in its file", () => {
    const { $schema, ...file } = JSON.parse(JSON.stringify(shippedFiles[pack.pack]));
    const read = safeParsePack(file);
    expect(read).toEqual({ ok: true, value: { schemaVersion: 1, ...pack } });
    expect($schema).toBe("https://unpkg.com/plimsoll@1.2/schemas/pack.schema.json");
  });
});

test.each([
  ["standard", standardPolicy],
  ["recommended", recommendedPolicy],
] as const)("the %s policy is the same in its file", (name, policy) => {
  const { $schema: _, ...file } = JSON.parse(JSON.stringify(shippedFiles[name]));
  expect(parsePolicy(file)).toEqual(policy);
});

test("each risk of OWASP is looked for by a rule, and says what stays open", () => {
  const ids = new Set(packs.find(({ pack }) => pack === "owasp-citizen-development")?.add.signs?.map(({ id }) => id));
  expect(owaspRisks.map(({ id }) => id)).toEqual(
    Array.from({ length: 10 }, (_, index) => `CD-SEC-${String(index + 1).padStart(2, "0")}`),
  );
  for (const { rules, open } of owaspRisks) {
    expect(rules.length).toBeGreaterThan(0);
    expect(rules.filter((rule) => !ids.has(rule))).toEqual([]);
    expect(open).toMatch(/^[A-Z].*\.$/);
  }
  expect([...ids].filter((id) => !owaspRisks.some(({ rules }) => rules.includes(id)))).toEqual([]);
});

test("the recommended policy asks no facts but standard ones", () => {
  const asked = linesOfPolicy(recommendedPolicy);
  expect(asked.filter(({ fact }) => !Object.hasOwn(standardFacts, fact))).toEqual([]);
});
