import fc from "fast-check";
import { classify, deriveFacts, standardPolicy } from "plimsoll";
import { tableMappings } from "plimsoll/adapters";
import { describe, expect, test } from "vitest";
import { profileArbitrary } from "../arbitraries/profile.js";
import { agreed, caseAfter, lesson, marked, opened, preserved } from "../escalation/a-case.js";
import { examples, policies, type Row } from "./examples.js";
import { complaints, type Node, schemas } from "./files.js";

const names = Object.keys(schemas);

test("there is a schema for each kind of value that is stored or sent", () => {
  expect(names).toEqual([
    "profile",
    "policy",
    "policy-changes",
    "pack",
    "classification",
    "approval",
    "action",
    "mapping",
    "case",
    "retirement",
    "config",
    "policy-tests",
  ]);
});

describe.each(names)("the schema of a %s", (name) => {
  const given = schemas[name];

  test("has an id of its version, a title and a description", () => {
    expect(given?.$id).toBe(`https://unpkg.com/plimsoll@1.2/schemas/${name}.schema.json`);
    expect(given?.title).toMatch(/^[A-Z]/);
    expect(given?.description).toMatch(/\.$/);
  });

  test("shows examples that it allows", () => {
    expect(given?.examples?.length).toBeGreaterThan(0);
    for (const example of given?.examples ?? []) expect(complaints(name, example)).toEqual([]);
  });

  test("gives every field a title, and says of those at the top what they are for", () => {
    for (const [place, { title }] of fieldsOf(given ?? {}, "")) expect(title, place).toMatch(/^[A-Z]/);
    for (const [place, { description }] of Object.entries(given?.properties ?? {}))
      expect(description, place).toMatch(/\.$/);
  });
});

test.each<Row>([
  ["policy", "the standard policy", standardPolicy],
  ["case", "a case that was opened", opened],
  ["case", "a case with a lesson", caseAfter(opened, preserved, agreed, marked("import", "keep"), lesson)],
  ...Object.entries(tableMappings).map(([name, mapping]): Row => ["mapping", name, mapping]),
  ...examples,
])("the schema of a %s allows %s", (name, _, value) => {
  expect(complaints(name, JSON.parse(JSON.stringify(value)))).toEqual([]);
});

test("every policy of the examples is held to its schema", () => {
  expect(policies.length).toBeGreaterThan(4);
});

test("whatever is classified, the classification is what its schema says", () => {
  fc.assert(
    fc.property(profileArbitrary, (profile) => {
      expect(complaints("classification", classify(profile))).toEqual([]);
    }),
  );
});

/** Every field below a node, with its place. */
function fieldsOf({ properties = {}, items, anyOf = [] }: Node, place: string): readonly (readonly [string, Node])[] {
  const own = Object.entries(properties).map(([name, node]) => [`${place}/${name}`, node] as const);
  const inside = items === undefined ? [] : fieldsOf(items, `${place}/*`);
  const others = anyOf.flatMap((each) => fieldsOf(each, place));
  return [...own.flatMap(([at, node]) => [[at, node] as const, ...fieldsOf(node, at)]), ...inside, ...others];
}

test("the schema of a profile has the fields that facts are asked at", () => {
  const asked = Object.values(deriveFacts({ id: "a", name: "A" })).flatMap(({ evidence }) => evidence);
  const places = fieldsOf(schemas.profile ?? {}, "").map(([place]) => place);
  expect(asked.filter((pointer) => !places.includes(pointer))).toEqual([]);
});

describe("the schema of a policy", () => {
  const { policy = {} } = schemas;
  const [fieldCondition = {}, condition = {}] = Object.values(policy.$defs ?? {});

  test("says of every field what it is for", () => {
    const silent = [
      ...fieldsOf(policy, ""),
      ...fieldsOf(condition, "/condition"),
      ...fieldsOf(fieldCondition, "/where"),
    ].filter(([, { description, $ref }]) => description === undefined && $ref === undefined);
    expect(silent.map(([place]) => place)).toEqual([]);
    expect(condition.description).toMatch(/^A condition over facts/);
    expect(fieldCondition.description).toMatch(/^A condition over fields/);
  });

  test("says of each way to draw a line something else", () => {
    const [line] = condition.anyOf ?? [];
    const said = Object.values(line?.properties ?? {}).map(({ description }) => description);
    expect(said.length).toBeGreaterThan(5);
    expect(new Set(said).size).toBe(said.length);
  });
});
