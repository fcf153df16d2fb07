import Form from "@rjsf/core";
import type { RJSFSchema } from "@rjsf/utils";
import { type CustomValidatorOptionsType, customizeValidator } from "@rjsf/validator-ajv8";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { deriveFacts, type FactRecords, factsOf, safeParseProfile, standardPolicy } from "plimsoll";
import { profileFormSchema } from "plimsoll/schema";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { policyNamed } from "../examples/example-policies.js";
import type { Node } from "./files.js";

interface Control extends Node {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
}

const ajv = new Ajv2020({ strict: false, formats: { date: true } });
const schemaFor = (facts: FactRecords) => profileFormSchema({ policy: { facts } });
const extensionsIn = (facts: FactRecords): Control => Object(schemaFor(facts).properties).extensions;

/** What stands below the extensions, where facts are read as these are. */
const fieldsFor = (facts: Readonly<Record<string, object>>) => extensionsIn(facts as FactRecords).properties; // forms as a policy has them

describe("a fact of a policy's own has its field in the form, with its question", () => {
  const asked = { question: "What of it?" };
  const title = asked.question;
  const count = { kind: "number", min: 0, whole: true, unit: "things" };
  const levels = { kind: "ordinal", levels: ["low", "high"] };

  test.each<[says: string, fact: object, field: object]>([
    ["a whole number", { domain: count, from: { read: "/extensions/it" } }, { type: "integer", minimum: 0, title }],
    [
      "a number between its ends",
      { domain: { ...count, min: 1, max: 5, whole: false }, from: { read: "/extensions/it" } },
      { type: "number", minimum: 1, maximum: 5, title },
    ],
    ["a date", { domain: count, from: { daysSince: "/extensions/it" } }, { type: "string", format: "date", title }],
    ["yes or no", { domain: { kind: "boolean" }, from: { read: "/extensions/it" } }, { type: "boolean", title }],
    [
      "one of the levels",
      { domain: levels, from: { read: "/extensions/it" } },
      { type: "string", enum: ["low", "high"], title },
    ],
    [
      "one of what means a level",
      { domain: levels, from: { read: "/extensions/it", as: { red: "high", grey: null } } },
      { type: "string", enum: ["low", "high", "red", "grey"], title },
    ],
    [
      "one of several values",
      { domain: { kind: "enum", values: ["a", "b"] }, from: { read: "/extensions/it" } },
      { type: "string", enum: ["a", "b"], title },
    ],
    [
      "several members",
      { domain: { kind: "set", members: ["a", "b"], open: false }, from: { read: "/extensions/it" } },
      { type: "array", items: { type: "string", enum: ["a", "b"] }, title },
    ],
    [
      "members that may be others",
      { domain: { kind: "set", members: ["a"], open: true }, from: { read: "/extensions/it" } },
      { type: "array", items: { type: "string", examples: ["a"] }, title },
    ],
    [
      "what is tested at a place",
      { domain: { kind: "boolean" }, from: { read: "/extensions/it", where: { field: "", is: ["x", "y"] } } },
      { type: "string", examples: ["x", "y"], title },
    ],
    [
      "what may be nobody",
      { domain: { kind: "boolean" }, from: { read: "/extensions/it", where: { not: { field: "", is: null } } } },
      { type: ["string", "null"], examples: [], title },
    ],
    [
      "a number that is tested at a place",
      { domain: { kind: "boolean" }, from: { read: "/extensions/it", where: { field: "", is: [1, 2] } } },
      { type: "number", title },
    ],
    [
      "anything, where yes and nobody are told apart",
      { domain: { kind: "boolean" }, from: { read: "/extensions/it", where: { field: "", is: [true, null] } } },
      { title },
    ],
    [
      "anything, where values of two types are told apart",
      { domain: { kind: "boolean" }, from: { read: "/extensions/it", where: { field: "", is: ["x", 1] } } },
      { title },
    ],
    [
      "entries with the fields that are asked for",
      {
        domain: count,
        from: {
          each: "/extensions/it",
          where: {
            all: [
              { field: "open", is: true },
              { field: "size", above: 3 },
              { field: "/by/whom", is: "us" },
            ],
          },
        },
      },
      {
        type: "array",
        title,
        items: {
          type: "object",
          properties: {
            open: { type: "boolean", title: "Open" },
            size: { type: "number", title: "Size" },
            by: {
              type: "object",
              title: "By",
              properties: { whom: { type: "string", examples: ["us"], title: "Whom" } },
            },
          },
        },
      },
    ],
    [
      "entries of which nothing is asked",
      { domain: count, from: { each: "/extensions/it" } },
      { type: "array", items: { type: "string" }, title },
    ],
    [
      "entries with the level that is taken of each",
      { domain: levels, from: { each: "/extensions/it", take: "risk" } },
      {
        type: "array",
        title,
        items: { type: "object", properties: { risk: { type: "string", enum: ["low", "high"], title: "Risk" } } },
      },
    ],
  ])("%s", (_, fact, field) => {
    expect(fieldsFor({ it: { ...asked, ...fact } })).toEqual({ it: field });
  });

  test("at its place, beside others in the same group", () => {
    const flag = { domain: { kind: "boolean" } };
    expect(
      fieldsFor({
        one: { ...flag, question: "One?", from: { read: "/extensions/ours/one" } },
        two: { ...flag, question: "Two?", from: { read: "/extensions/ours/two" } },
        other: { ...flag, question: "Other?", from: { read: "/criticality/support" } },
      }),
    ).toEqual({
      ours: {
        type: "object",
        title: "Ours",
        properties: { one: { type: "boolean", title: "One?" }, two: { type: "boolean", title: "Two?" } },
      },
    });
  });

  test("once, where several facts are read from it: what all of them can read", () => {
    const where = (field: string) => ({
      domain: count,
      from: { each: "/extensions/tickets", where: { field, is: true } },
    });
    expect(
      fieldsFor({
        open: { ...where("open"), question: "How many are open?" },
        late: { ...where("late"), question: "How many are late?" },
      }),
    ).toEqual({
      tickets: {
        type: "array",
        title: "Tickets",
        description: "How many are open? How many are late?",
        items: {
          type: "object",
          properties: { open: { type: "boolean", title: "Open" }, late: { type: "boolean", title: "Late" } },
        },
      },
    });
    expect(
      fieldsFor({
        all: { ...asked, domain: count, from: { read: "/extensions/it" } },
        few: { ...asked, domain: { ...count, min: 2, max: 9, whole: false }, from: { read: "/extensions/it" } },
      }),
    ).toEqual({ it: { type: "integer", minimum: 2, maximum: 9, title } });
    const members = (...names: string[]) => ({ kind: "set", members: names, open: false });
    expect(
      fieldsFor({
        one: { ...asked, domain: members("a", "b"), from: { read: "/extensions/it" } },
        other: { ...asked, domain: members("b", "c"), from: { read: "/extensions/it" } },
      }),
    ).toEqual({ it: { type: "array", items: { type: "string", enum: ["b"] }, title } });
  });

  test("with nothing in particular, where facts read values of different types from it", () => {
    expect(
      fieldsFor({
        one: { ...asked, domain: count, from: { read: "/extensions/it" } },
        other: { ...asked, domain: { kind: "boolean" }, from: { read: "/extensions/it" } },
      }),
    ).toEqual({ it: { title } });
  });

  test("and the form is as it was, without a policy or with one that has no facts", () => {
    expect(profileFormSchema({ policy: standardPolicy })).toEqual(profileFormSchema());
  });
});

/** What a person fills into a control; nothing, where it stays empty. */
function filledInto({ type, properties, items, ...control }: Control): fc.Arbitrary<unknown> {
  const options = control.enum ?? control.examples;
  const [kind] = [type].flat();
  if (kind === "object") {
    const fields = Object.entries(properties ?? {}).map(([name, field]) => [name, filledInto(field)] as const);
    return fc.record(Object.fromEntries(fields), { requiredKeys: [] });
  }
  if (kind === "array") return fc.array(filledInto(items ?? {}), { maxLength: 4 });
  if (kind === "boolean") return fc.boolean();
  const { minimum = -3, maximum = minimum + 12, exclusiveMinimum } = control;
  if (kind === "integer") return fc.integer({ min: Math.ceil(minimum), max: Math.floor(maximum) });
  if (kind === "number") {
    const least = exclusiveMinimum === undefined ? minimum : 0.5;
    return fc.double({ min: least, max: Math.max(least, maximum), noNaN: true });
  }
  const text = fc.constantFrom("one", "two", "three");
  const told = options === undefined ? text : fc.constantFrom(...options);
  const any = control.enum === undefined ? fc.oneof(told, text) : told;
  return [type].flat().includes("null") ? fc.oneof(any, fc.constant(null)) : any;
}

const question = "What?";
const domains = fc.oneof(
  fc
    .record({ min: fc.integer({ min: 0, max: 3 }), more: fc.integer({ min: 0, max: 9 }), whole: fc.boolean() })
    .map(({ min, more, whole }) => ({ kind: "number", min, max: min + more, whole, unit: "things" }) as const),
  fc.constant({ kind: "boolean" } as const),
  fc.constant({ kind: "ordinal", levels: ["low", "some", "high"] } as const),
  fc.constant({ kind: "enum", values: ["a", "b"] } as const),
  fc.constant({ kind: "set", members: ["a", "b", "c"], open: false } as const),
  fc.constant({ kind: "set", members: ["a"], open: true } as const),
);
const groups = fc.constantFrom("", "/ours", "/ours/deeper", "/a~1b");

/** A few facts that are values at a place, each at its own. */
const values: fc.Arbitrary<FactRecords> = fc
  .array(fc.tuple(domains, groups), { minLength: 1, maxLength: 5 })
  .map((all) =>
    Object.fromEntries(
      all.map(([domain, group], index) => [
        `fact${index}`,
        { question, domain, from: { read: `/extensions${group}/field${index}` } },
      ]),
    ),
  );

const lines = fc.constantFrom(
  { field: "open", is: true },
  { field: "size", above: 2 },
  { field: "colour", is: ["red", "green"] },
  { field: "/by/whom", is: "us" },
  { field: "tags", includesAny: ["new"] },
  { all: [{ field: "open", is: false }, { not: { field: "size", atMost: 4 } }] },
);

/** Facts of one list, and of what stands beside it. */
const listed: fc.Arbitrary<FactRecords> = fc
  .array(
    fc.oneof(
      lines.map((where) => ({
        domain: { kind: "number", min: 0, whole: true, unit: "things" } as const,
        from: { each: "/extensions/things", where },
      })),
      lines.map((where) => ({ domain: { kind: "boolean" } as const, from: { each: "/extensions/things", where } })),
      fc.constant({
        domain: { kind: "ordinal", levels: ["red", "green"] } as const,
        from: { each: "/extensions/things", take: "colour", as: { blue: null } },
      }),
      lines.map((where) => ({ domain: { kind: "boolean" } as const, from: { read: "/extensions/thing", where } })),
      fc.constant({
        domain: { kind: "number", min: 0, whole: false, unit: "a head" } as const,
        from: { read: "/extensions/cost", per: "/extensions/heads", atLeast: ["/extensions/paid"] },
      }),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) => Object.fromEntries(all.map((fact, index) => [`fact${index}`, { question, ...fact }])));

describe("what is filled into the form", () => {
  test("tells the facts that are values as they were filled in, and leaves the others unknown", () => {
    const filled = values.chain((facts) =>
      filledInto(extensionsIn(facts)).map((extensions) => ({ facts, extensions })),
    );
    fc.assert(
      fc.property(filled, ({ facts, extensions }) => {
        const document = { id: "app", name: "App", extensions };
        expect(ajv.compile(Object(schemaFor(facts)))(document)).toBe(true);
        const all = factsOf({ facts });
        const read = safeParseProfile(document, { facts: all });
        if (!read.ok) throw new Error(JSON.stringify(read.problems));
        const told = deriveFacts(read.value, all);
        for (const [name, { from }] of Object.entries(facts)) {
          const place = "read" in from ? from.read : "";
          const keys = place
            .split("/")
            .slice(1)
            .map((key) => key.replace("~1", "/"));
          const value = keys.reduce<unknown>((inside, key) => Object(inside)[key], document);
          // A member that is told twice is one.
          const expected = Array.isArray(value) ? [...new Set(value)] : value;
          if (value === undefined) expect(told[name]).toMatchObject({ kind: "unknown" });
          else expect(told[name]).toMatchObject({ kind: "exact", value: expected });
        }
      }),
    );
  });

  test("is a profile that every fact can be read from", () => {
    const filled = listed.chain((facts) =>
      filledInto(extensionsIn(facts)).map((extensions) => ({ facts, extensions })),
    );
    fc.assert(
      fc.property(filled, ({ facts, extensions }) => {
        const all = factsOf({ facts });
        const document = { id: "app", name: "App", extensions };
        expect(ajv.compile(Object(schemaFor(facts)))(document)).toBe(true);
        const read = safeParseProfile(document, { facts: all });
        // Bounds that contradict each other are told as what they are; all else can be read.
        const others = read.ok ? [] : read.problems.filter(({ code }) => code !== "contradiction");
        expect(others).toEqual([]);
      }),
    );
  });

  test("counts the entries of a list", () => {
    const facts = {
      open: {
        question: "How many are open?",
        domain: { kind: "number", min: 0, whole: true, unit: "tickets" },
        from: { each: "/extensions/tickets", where: { field: "open", is: true } },
      },
    } as const;
    const [document, all] = [
      { id: "app", name: "App", extensions: { tickets: [{ open: true }, { open: false }, { open: true }] } },
      factsOf({ facts }),
    ];
    expect(ajv.compile(Object(schemaFor(facts)))(document)).toBe(true);
    expect(deriveFacts(document, all).open).toMatchObject({ kind: "exact", value: 2 });
  });
});

test("a form library shows each of them, with its question", () => {
  // The library makes an instance of the class, and its types ask for the module that the class is in.
  const validator = customizeValidator({ AjvClass: Ajv2020 as unknown } as CustomValidatorOptionsType);
  const policy = policyNamed("agent-zones");
  const schema: RJSFSchema = JSON.parse(JSON.stringify(profileFormSchema({ policy })));
  const form = renderToStaticMarkup(createElement(Form, { schema, validator, formData: { id: "a", name: "A" } }));
  const questions = Object.values(policy.facts ?? {}).map((fact) => fact.question);
  expect(questions).toHaveLength(2);
  for (const asked of questions) expect(form).toContain(asked);
  expect(form).toContain('id="root_extensions_fsi_regulatoryExposure"');
  expect(form).not.toMatch(/unsupported/i);
});
