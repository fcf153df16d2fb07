import fc from "fast-check";
import { type AppProfile, PlimsollError, parseProfile, safeParseProfile } from "plimsoll";
import { describe, expect, test } from "vitest";
import { profileArbitrary } from "../../arbitraries/profile.js";
import { completeProfile } from "./complete-profile.js";

const minimal = { id: "a", name: "A" };

/** Every object and list in a value, each with the keys that lead to it. */
function containersIn(value: unknown, path: readonly string[] = []): (readonly [readonly string[], object])[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, part]) => containersIn(part, [...path, key]));
  return [[path, value], ...inner];
}

/** The value without what stands at a path. */
function without(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (typeof value !== "object" || value === null || key === undefined) return value;
  const entries = Object.entries(value).flatMap(([name, part]) => {
    if (name !== key) return [[name, part]];
    return rest.length > 0 ? [[name, without(part, rest)]] : [];
  });
  return Array.isArray(value) ? entries.map(([, part]) => part) : Object.fromEntries(entries);
}

const needed = new Set(["/id", "/name", "system", "regime", "component/id", "owners/0/name"]);

describe("a profile is accepted", () => {
  const everyField = containersIn(completeProfile).flatMap(([path, container]) =>
    Object.keys(container).map((key) => [`/${[...path, key].join("/")}`, [...path, key]] as const),
  );
  const isNeeded = (pointer: string) => needed.has(pointer) || [...needed].some((end) => pointer.endsWith(`/${end}`));
  const optional = everyField.filter(([pointer]) => !isNeeded(pointer));
  const required = everyField.filter(([pointer]) => isNeeded(pointer));

  test("with every field of the schema", () => {
    expect(parseProfile(completeProfile)).toEqual(completeProfile);
  });

  test("with a list of its own that is not all", () => {
    const own = { ...minimal, extensions: { runs: [{ day: 1 }] }, partial: ["/extensions/runs"] };
    expect(parseProfile(own)).toEqual(own);
  });

  test("with an id and a name alone", () => {
    expect(parseProfile(minimal)).toEqual(minimal);
  });

  test.each(optional)("without %s", (_, path) => {
    const profile = without(completeProfile, path);
    expect(profile).not.toEqual(completeProfile);
    expect(parseProfile(profile)).toEqual(profile);
  });

  test.each(required)("but not without %s", (pointer, path) => {
    const result = safeParseProfile(without(completeProfile, path));
    expect(result).toMatchObject({ ok: false, problems: [{ pointer, code: "missing" }] });
  });

  test.each<[string, object]>([
    ["counts of nothing", { audience: { users: 0, peakConcurrent: 0, departments: [] } }],
    ["as many people at once as there are", { audience: { users: 7, peakConcurrent: 7 } }],
    ["the largest count", { audience: { users: Number.MAX_SAFE_INTEGER } }],
    ["empty parts", { audience: {}, criticality: {}, ownership: {}, consequences: {}, performance: {}, lifecycle: {} }],
    ["empty lists", { integrations: [], data: [], calculations: [], compliance: [], partial: [] }],
    ["nobody who answers for it", { ownership: { businessOwner: null, itOwner: null } }],
    ["entries that say nothing", { data: [{}, {}], calculations: [{}, {}] }],
    ["a leap day", { lifecycle: { reviewedOn: "2024-02-29" } }],
    ["a start without an end", { lifecycle: { startedOn: "2026-01-01" } }],
    ["the longest text", { description: "a".repeat(2000) }],
    ["text in any script", { description: "在庫 — größe 😀" }],
  ])("with %s", (_, fields) => {
    expect(parseProfile({ ...minimal, ...fields })).toEqual({ ...minimal, ...fields });
  });
});

describe("properties of parsing", () => {
  test("a valid profile comes back as it is, as a copy, and again when parsed again", () => {
    fc.assert(
      fc.property(profileArbitrary, (profile) => {
        const before = structuredClone(profile);
        const parsed = parseProfile(profile);
        expect(parsed).toEqual(before);
        expect(profile).toEqual(before);
        expect(parseProfile(parsed)).toEqual(parsed);
        const originals = new Set(containersIn(profile).map(([, container]) => container));
        expect(containersIn(parsed).filter(([, container]) => originals.has(container))).toEqual([]);
      }),
    );
  });

  test("a profile survives JSON", () => {
    fc.assert(
      fc.property(profileArbitrary, (profile) => {
        expect(parseProfile(JSON.parse(JSON.stringify(profile)))).toEqual(profile);
      }),
    );
  });

  test("an unknown key is an error wherever it stands", () => {
    fc.assert(
      fc.property(profileArbitrary, fc.nat(), (profile: AppProfile, choice) => {
        const copy = structuredClone(profile);
        const containers = containersIn(copy).filter(
          ([path, container]) => !Array.isArray(container) && path[0] !== "extensions",
        );
        const [path, container] = containers[choice % containers.length] ?? [[], copy];
        Object.assign(container, { "no such field": 1 });
        const pointer = ["", ...path, "no such field"].join("/");
        const problem = expect.objectContaining({ pointer, code: "unknown-key" });
        expect(safeParseProfile(copy)).toEqual({ ok: false, problems: [problem] });
      }),
    );
  });
});

describe("parseProfile", () => {
  test("throws one error with every problem that safeParseProfile lists", () => {
    const input = { id: "", audience: { users: -1 }, data: [{ class: "helth" }] };
    const result = safeParseProfile(input);
    if (result.ok) throw new Error("Problems were expected.");
    expect(result.problems.map(({ pointer }) => pointer)).toEqual(["/id", "/name", "/audience/users", "/data/0/class"]);
    expect(() => parseProfile(input)).toThrow(new PlimsollError("invalid-profile", result.problems));
  });

  test("throws the same kind of error for what goes beyond the schema", () => {
    const input = { ...minimal, partial: ["/integration"], audience: { departments: ["Sales", "Sales"] } };
    expect(() => parseProfile(input)).toThrow(PlimsollError);
    expect(() => parseProfile(input)).toThrow(
      expect.objectContaining({
        code: "invalid-profile",
        problems: [
          expect.objectContaining({ pointer: "/audience/departments/1" }),
          expect.objectContaining({ pointer: "/partial/0" }),
        ],
      }),
    );
  });
});
