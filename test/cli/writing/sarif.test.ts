import fc from "fast-check";
import { type Classification, classify, type Policy } from "plimsoll";
import { type AppInWords, classificationInWords, type FindingInWords } from "plimsoll/render";
import { stories } from "plimsoll/stories";
import { describe, expect, test } from "vitest";
import { sarif } from "../../../src/cli/writing/sarif.js";
import { anyName, hostileNames } from "../../arbitraries/hostile-names.js";
import { profileArbitrary } from "../../arbitraries/profile.js";
import { readSarif, type SarifResult } from "../sarif-schema.js";

/** An app in words, as the command tells it in a log. */
const tell = (name: string, classification: Classification, policy?: Policy) =>
  classificationInWords(classification, { name, everyFinding: true, ...(policy && { policy }) });

async function runOf(apps: readonly AppInWords[], file = "apps.json") {
  const pieces: string[] = [];
  for await (const piece of sarif(apps, { version: "9.8.7", file })) pieces.push(piece);
  const { runs } = readSarif(pieces.join(""));
  return { results: runs[0].results, driver: runs[0].tool.driver };
}

const many: FindingInWords = {
  id: "many",
  title: "Many",
  why: "They are many.",
  advice: "Talk to us.",
  severity: "medium",
  tier: "high",
  source: "Page 7",
  standing: { kind: "holds" },
  seen: [{ sentence: "140 people use it.", pointers: ["/audience/users"] }],
};

const appWith = (finding: Partial<FindingInWords>, app: Partial<AppInWords> = {}): AppInWords => ({
  id: "rota",
  name: "Rota",
  loadLine: "",
  summary: "",
  findings: [{ ...many, ...finding }],
  reasons: [],
  questions: [],
  ...app,
});

/** The one result of an app with one finding. */
async function resultOf(app: AppInWords, file?: string): Promise<SarifResult> {
  const { results } = await runOf([app], file);
  const [result] = results;
  return result ?? expect.fail("There is no result.");
}

describe("a log is valid against the official schema, and one app's result is one finding", () => {
  test("which refuses what is none", () => {
    expect(() => readSarif('{ "version": "2.1.0" }')).toThrow("must have required property 'runs'");
  });

  test.each(stories)("for the story $id", async ({ moments }) => {
    const apps = moments.map(({ profile }) => tell(profile.name, classify(profile)));
    expect((await runOf(apps)).results).toHaveLength(apps.flatMap(({ findings }) => findings).length);
  });

  test("for any profile, whatever it is called", async () => {
    return fc.assert(
      fc.asyncProperty(profileArbitrary, anyName, anyName, async (profile, id, name) => {
        const { findings } = classify(profile);
        const app = tell(name, { ...classify(profile), app: id });
        const { results, driver } = await runOf([app]);
        expect(results.map(({ ruleId }) => ruleId)).toEqual(findings.map((finding) => finding.id));
        expect(results.map(({ ruleIndex }) => driver.rules[ruleIndex]?.id)).toEqual(
          results.map(({ ruleId }) => ruleId),
        );
        for (const { kind, level, locations } of results) {
          // What the standard asks, and the schema cannot.
          expect(kind === "fail").toBe(level !== "none");
          expect(locations).toHaveLength(1);
        }
      }),
    );
  });

  test("for no app at all", async () => {
    expect((await runOf([])).results).toEqual([]);
  });
});

test("the tool and its rules say who they are", async () => {
  expect((await runOf([appWith({}), appWith({}, { id: "leave" })])).driver).toEqual({
    name: "plimsoll",
    version: "9.8.7",
    informationUri: "https://www.npmjs.com/package/plimsoll",
    rules: [
      {
        id: "many",
        name: "Many",
        shortDescription: { text: "Many" },
        fullDescription: { text: "They are many." },
        help: { text: "Talk to us." },
        defaultConfiguration: { level: "warning" },
        properties: { tier: "high", source: "Page 7" },
      },
    ],
  });
});

test("what a rule does not say is left out", async () => {
  const { tier: _, ...untiered } = many;
  const [rule] = (await runOf([appWith({}, { findings: [{ ...untiered, advice: "", source: "" }] })])).driver.rules;
  expect(rule).not.toHaveProperty("help");
  expect(rule).toHaveProperty("properties", {});
});

test.each([
  { severity: "high", level: "error" },
  { severity: "medium", level: "warning" },
  { severity: "low", level: "note" },
] as const)("$severity severity is the level $level", async ({ severity, level }) => {
  expect(await resultOf(appWith({ severity }))).toMatchObject({ kind: "fail", level });
});

test.each([
  {
    what: "holds",
    standing: { kind: "holds" },
    result: { kind: "fail", level: "warning", suppressions: [] },
    text: "Rota: Many. They are many. 140 people use it. Talk to us.",
  },
  {
    what: "is possible",
    standing: { kind: "possible" },
    result: { kind: "open", level: "none", suppressions: [] },
    text: "Rota, perhaps: Many. They are many. 140 people use it. Find out what is still unknown.",
  },
  {
    what: "is taken care of",
    standing: { kind: "set-aside", because: "covered by Rosters" },
    result: {
      kind: "fail",
      level: "warning",
      suppressions: [{ kind: "external", status: "accepted", justification: "covered by Rosters" }],
    },
    text: "Rota: Many, covered by Rosters. They are many. 140 people use it. Nothing to do.",
  },
] as const)("what $what says so", async ({ standing, result, text }) => {
  expect(await resultOf(appWith({ standing }))).toMatchObject({ ...result, message: { text } });
});

test("criteria, which have no severity, are errors when they lift to the highest tier, else warnings", async () => {
  const policy: Policy = {
    id: "three",
    version: "1.0.0",
    title: "Three tiers",
    tiers: ["low", "middle", "high"].map((id) => ({ id, title: id, advice: "Go on." })),
    criteria: ["middle", "high"].map((tier) => ({
      id: tier,
      tier,
      title: tier,
      when: { fact: "users", atLeast: 10 },
      why: "They are many.",
    })),
  };
  const profile = { id: "rota", name: "Rota", audience: { users: 12 } };
  const { results } = await runOf([tell("Rota", classify(profile, policy), policy)]);
  expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
    ["high", "error"],
    ["middle", "warning"],
  ]);
});

describe("a result stands", () => {
  const seen = [
    { sentence: "One.", pointers: ["/audience/users", "/audience/builtFor"] },
    { sentence: "Two.", pointers: ["/audience/users"] },
  ];

  test("at one place in the profile of its app; others are related", async () => {
    const { locations, relatedLocations } = await resultOf(appWith({ seen }));
    expect(locations).toEqual([
      {
        physicalLocation: { artifactLocation: { uri: "apps.json" } },
        logicalLocations: [{ name: "users", fullyQualifiedName: "rota/audience/users" }],
      },
    ]);
    expect(relatedLocations.flatMap(({ logicalLocations }) => logicalLocations)).toEqual([
      { name: "builtFor", fullyQualifiedName: "rota/audience/builtFor" },
    ]);
  });

  test("at its app, when the profile does not say where", async () => {
    const { locations, relatedLocations } = await resultOf(appWith({ seen: [] }, { id: "a/b" }));
    expect(locations[0]?.logicalLocations).toEqual([{ name: "a~1b", fullyQualifiedName: "a~1b" }]);
    expect(relatedLocations).toEqual([]);
  });

  test.each([
    { file: "apps/my list.json", uri: "apps/my%20list.json" },
    { file: "./apps.json", uri: "apps.json" },
    { file: "../a:b#1?%.json", uri: "../a%3Ab%231%3F%25.json" },
    { file: "/apps/größe.json", uri: "file:///apps/gr%C3%B6%C3%9Fe.json" },
  ])("in the file $file, written as $uri", async ({ file, uri }) => {
    expect((await resultOf(appWith({}), file)).locations[0]?.physicalLocation).toEqual({ artifactLocation: { uri } });
  });

  test("in no file, when it came from standard input", async () => {
    expect((await resultOf(appWith({}), "-")).locations[0]).not.toHaveProperty("physicalLocation");
  });
});

test("a finding is known again by its app and its rule, whatever else has changed", async () => {
  const before = (await runOf([appWith({}), appWith({}, { id: "leave" })])).results;
  const after = (await runOf([appWith({ seen: [], title: "Very many" }, { id: "leave" }), appWith({})], "b.json"))
    .results;
  expect(before.map(({ partialFingerprints }) => partialFingerprints)).toEqual([
    { "appAndRule/v1": "/rota/many" },
    { "appAndRule/v1": "/leave/many" },
  ]);
  expect(after.map(({ partialFingerprints }) => partialFingerprints).reverse()).toEqual(
    before.map(({ partialFingerprints }) => partialFingerprints),
  );
});

test.each(hostileNames.map((name) => [name]))("%j is no placeholder, no link, and no second line", async (name) => {
  const { text } = (await resultOf(appWith({}, { name }))).message;
  expect(text.replaceAll(/\{\{|\}\}/g, "")).not.toMatch(/[{}]|\]\(|[\r\n]/);
});
