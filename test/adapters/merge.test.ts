import fc from "fast-check";
import type { AppProfile } from "plimsoll";
import { safeParseProfile } from "plimsoll";
import { type Adapted, fromProfile, mergeProfiles } from "plimsoll/adapters";
import { describe, expect, test } from "vitest";
import { profileArbitrary } from "../arbitraries/profile.js";

const answers = (fields: Partial<AppProfile>, file = "a.json"): Adapted =>
  fromProfile({ id: "stock", name: "Stock list", ...fields }, { file });

const merged = (...sources: readonly Adapted[]): Adapted => {
  const [one] = mergeProfiles(sources);
  if (one === undefined) throw new Error("Nothing was merged.");
  return one;
};

describe("what sources tell is put together", () => {
  const cases: readonly (readonly [string, Partial<AppProfile>, Partial<AppProfile>, Partial<AppProfile>])[] = [
    ["known beats unknown", { platform: "n8n" }, { kind: "flow" }, { platform: "n8n", kind: "flow" }],
    [
      "bounds meet",
      { audience: { users: { atLeast: 4 } } },
      { audience: { users: { atMost: 9 } } },
      { audience: { users: { atLeast: 4, atMost: 9 } } },
    ],
    ["bounds meet in a number", { size: { atLeast: 4 } }, { size: 7 }, { size: 7 }],
    [
      "entries of one system are one, in whatever spelling",
      { integrations: [{ system: "ERP", direction: "read" }] },
      { integrations: [{ system: "erp ", role: "system-of-record" }] },
      { integrations: [{ system: "ERP", direction: "read", role: "system-of-record" }] },
    ],
    [
      "lists are united, and partial while one is",
      { integrations: [{ system: "B" }], partial: ["/integrations"] },
      { integrations: [{ system: "A", operations: ["create"] }] },
      { integrations: [{ system: "A", operations: ["create"] }, { system: "B" }], partial: ["/integrations"] },
    ],
    [
      "a list inside an entry stays partial where the entry now stands",
      { integrations: [{ system: "B", operations: ["create"] }], partial: ["/integrations/0/operations"] },
      { integrations: [{ system: "A" }] },
      {
        integrations: [{ system: "A" }, { system: "B", operations: ["create"] }],
        partial: ["/integrations/1/operations"],
      },
    ],
    ["an empty list is told", { data: [] }, {}, { data: [] }],
    ["an empty entry is told", { data: [{}] }, {}, { data: [{}] }],
    [
      "an empty list gives way to what another knows",
      { data: [] },
      { data: [{ class: "health" }] },
      { data: [{ class: "health" }] },
    ],
    [
      "two kinds of data under one name are two",
      { data: [{ name: "CRM", class: "personal" }] },
      { data: [{ name: "CRM", class: "financial" }] },
      {
        data: [
          { name: "CRM", class: "financial" },
          { name: "CRM", class: "personal" },
        ],
      },
    ],
    [
      "words are united",
      { automation: { triggers: ["schedule"] } },
      { automation: { triggers: ["event"] } },
      { automation: { triggers: ["event", "schedule"] } },
    ],
    ["nobody is something to tell", { ownership: { itOwner: null } }, {}, { ownership: { itOwner: null } }],
  ];
  test.each(cases)("%s", (_, one, other, both) => {
    expect(merged(answers(one), answers(other, "b.json")).profile).toEqual({
      id: "stock",
      name: "Stock list",
      ...both,
    });
  });
});

describe("what contradicts itself is left open, and told with every place", () => {
  const cases: readonly (readonly [string, string, Partial<AppProfile>, Partial<AppProfile>, Partial<AppProfile>])[] = [
    [
      "a flag",
      "/audience/outsideUsers",
      { audience: { outsideUsers: true } },
      { audience: { outsideUsers: false } },
      {},
    ],
    [
      "bounds that do not meet",
      "/audience/users",
      { audience: { users: 12 } },
      { audience: { users: { atMost: 9 } } },
      {},
    ],
    [
      "a field of an entry",
      "/integrations/0/direction",
      { integrations: [{ system: "ERP", direction: "read" }] },
      { integrations: [{ system: "ERP", direction: "write" }] },
      { integrations: [{ system: "ERP" }] },
    ],
    [
      "the only field of an entry",
      "/data/0/encryptedAtRest",
      { data: [{ encryptedAtRest: true }] },
      { data: [{ encryptedAtRest: false }] },
      { data: [{}] },
    ],
    [
      "nobody and somebody",
      "/ownership/itOwner",
      { ownership: { itOwner: null } },
      { ownership: { itOwner: "IT" } },
      {},
    ],
  ];
  test.each(cases)("%s", (_, pointer, one, other, left) => {
    const { profile, problems } = merged(answers(one), answers(other, "b.json"));
    expect(profile).toEqual({ id: "stock", name: "Stock list", ...left });
    expect(problems.map(({ code, pointer: at, places }) => [code, at, places.map(({ file }) => file)])).toEqual([
      ["contradiction", pointer, ["a.json", "b.json"]],
    ]);
  });

  test("an app keeps a name when its sources name it differently", () => {
    const { profile, problems } = merged(answers({ name: "Stock" }), answers({ name: "Rooms" }));
    expect(profile.name).toBe("Rooms");
    expect(problems.map(({ pointer }) => pointer)).toEqual(["/name"]);
  });

  test("the name of a file gives way to a name that an artifact has", () => {
    const named: Adapted = {
      ...answers({}),
      profile: { id: "stock", name: "flow-17" },
      evidence: [{ pointer: "/name", value: "flow-17", at: { file: "flow-17.json" }, basis: "file-name" }],
    };
    expect(merged(named, answers({ name: "Rooms" }))).toMatchObject({ profile: { name: "Rooms" }, problems: [] });
  });
});

test("apps are told apart by id, or by what the caller says", () => {
  const sources = [
    answers({ id: "1", name: "Rooms" }),
    answers({ id: "2", name: "Rooms" }),
    answers({ id: "1", name: "Rooms" }),
  ];
  expect(mergeProfiles(sources).map(({ profile }) => profile.id)).toEqual(["1", "2"]);
  expect(mergeProfiles(sources, { key: ({ profile }) => profile.name })).toHaveLength(1);
});

describe("on any profiles", () => {
  const sources = (count: number) =>
    fc
      .array(profileArbitrary, { minLength: count, maxLength: count })
      .map((profiles) =>
        profiles.map((profile, index) => fromProfile({ ...profile, id: "app" }, { file: `${index}.json` })),
      );

  test("order does not matter", () => {
    fc.assert(
      fc.property(sources(3), ([a, b, c]) => {
        if (a !== undefined && b !== undefined && c !== undefined) expect(merged(a, b, c)).toEqual(merged(c, a, b));
      }),
    );
  });

  test("it does not matter what is merged first", () => {
    fc.assert(
      fc.property(sources(3), ([a, b, c]) => {
        if (a === undefined || b === undefined || c === undefined) return;
        expect(merged(merged(a, b), c)).toEqual(merged(a, b, c));
        expect(merged(a, merged(b, c))).toEqual(merged(a, b, c));
      }),
    );
  });

  test("merging what was merged changes nothing", () => {
    fc.assert(
      fc.property(sources(2), ([a, b]) => {
        if (a === undefined || b === undefined) return;
        const once = merged(a, b);
        expect(merged(once)).toEqual(once);
        expect(merged(once, once)).toEqual(once);
        expect(merged(once, a)).toEqual(once);
      }),
    );
  });

  /** Everything that a profile tells, without the places of entries in lists; written without a look at how merging does it. */
  function statements(value: unknown, at = ""): readonly string[] {
    // An organisation's own field is one value.
    if (/^\/extensions\/[^/]+$/.test(at)) return [`${at} = ${JSON.stringify(value)}`];
    if (Array.isArray(value)) return [`${at}[]`, ...value.flatMap((each) => statements(each, `${at}[]`))];
    if (typeof value === "object" && value !== null) {
      const { atLeast, atMost } = value as { atLeast?: number; atMost?: number };
      if (atLeast !== undefined || atMost !== undefined) return [`${at} bounded`];
      return Object.entries(value).flatMap(([key, each]) =>
        each === undefined || (at === "" && key === "partial") ? [] : statements(each, `${at}/${key}`),
      );
    }
    return typeof value === "number" ? [`${at} bounded`] : [`${at} = ${JSON.stringify(value)}`];
  }

  test("nothing is known that no source told, and nothing is lost but what contradicts itself", () => {
    fc.assert(
      fc.property(sources(2), ([a, b]) => {
        if (a === undefined || b === undefined) return;
        const { profile, problems } = merged(a, b);
        const before = new Set([...statements(a.profile), ...statements(b.profile)]);
        const after = new Set(statements(profile));
        expect([...after].filter((each) => !before.has(each))).toEqual([]);
        const open = problems.map(({ pointer }) => pointer.replaceAll(/\/\d+(?=\/|$)/g, "[]"));
        const lost = [...before].filter((each) => !after.has(each) && !open.some((place) => each.startsWith(place)));
        expect(lost).toEqual([]);
      }),
    );
  });

  test("what one source tells alone stays as it is, but for the order of lists", () => {
    fc.assert(
      fc.property(sources(1), ([a]) => {
        if (a === undefined) return;
        const alone = merged(a);
        expect([...statements(alone.profile)].sort()).toEqual([...statements(a.profile)].sort());
        expect(alone.problems).toEqual([]);
        expect(safeParseProfile(alone.profile)).toMatchObject({ ok: true });
      }),
    );
  });

  test("every statement of what was merged has evidence, and the other way round", () => {
    fc.assert(
      fc.property(sources(2), ([a, b]) => {
        if (a === undefined || b === undefined) return;
        const { profile, evidence, problems } = merged(a, b);
        const told = new Set(fromProfile(profile, { file: "" }).evidence.map(({ pointer }) => pointer));
        const proven = new Set(evidence.map(({ pointer }) => pointer));
        expect([...told].filter((pointer) => !proven.has(pointer) && pointer.split("/").length < 3)).toEqual([]);
        const open = new Set(problems.map(({ pointer }) => pointer));
        const ends = (pointer: string) =>
          pointer
            .split("/")
            .slice(1)
            .reduce<unknown>((value, key) => Object(value)[key.replaceAll("~1", "/").replaceAll("~0", "~")], profile);
        expect([...proven].filter((pointer) => !open.has(pointer) && ends(pointer) === undefined)).toEqual([]);
      }),
    );
  });
});

describe("places in messages and entries without a table", () => {
  const named = (name: string, at: Adapted["evidence"][number]["at"]): Adapted => ({
    profile: { id: "stock", name },
    evidence: [
      { pointer: "/id", value: "stock", at, basis: "stated" },
      { pointer: "/name", value: name, at, basis: "stated" },
    ],
    hints: [],
    unresolved: [],
    problems: [],
  });

  test("a contradiction names each place: a line, a pointer, or a whole file", () => {
    const { problems, profile } = merged(
      named("Stock", { file: "app.fx.yaml", line: 3 }),
      named("Rota", { file: "row.json", pointer: "/0/name" }),
      named("Lager", { file: "inventory" }),
    );
    expect(problems).toHaveLength(1);
    const [problem] = problems;
    expect(problem?.message).toContain(
      '"Lager" at inventory, and "Rota" at row.json/0/name, and "Stock" at app.fx.yaml:3',
    );
    expect(problem?.related).toEqual(["/0/name"]);
    // An app needs a name: the first of them.
    expect(profile.name).toBe("Lager");
  });

  test("of two spellings of a system the same one stays, whichever comes first", () => {
    const spelled = (first: string, second: string) =>
      merged(answers({ integrations: [{ system: first }] }), answers({ integrations: [{ system: second }] }, "b.json"))
        .profile.integrations;
    expect(spelled("erp", "ERP")).toEqual([{ system: "ERP" }]);
    expect(spelled("ERP", "erp")).toEqual([{ system: "ERP" }]);
  });

  test("what an artifact holds beside the form of a profile is kept, entry by entry", () => {
    const extensions = { artifact: { screens: [{ title: "Home" }, { title: "Detail" }] } };
    expect(merged(answers({ extensions }), answers({}, "b.json")).profile.extensions).toEqual(extensions);
    expect(merged(answers({ extensions }), answers({ extensions }, "b.json")).profile.extensions).toEqual(extensions);
  });
});
