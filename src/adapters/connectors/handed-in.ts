import { inShort, PlimsollError, type Problem, suggest, toPointer } from "../../problems/index.js";
import { integrationShape } from "../../profile/index.js";
import { assertShape, type ObjectShape, type Shape } from "../../shapes/index.js";
import { effectNames } from "../effects.js";
import type { Connector, Doing } from "./connector.js";

const doings: readonly Doing[] = [...effectNames, "request", "sql", "unknown"];

/** A text or a list of texts: no other shape has two forms, so it is looked at below. */
const names: Shape = "json";

const fields = {
  title: "text",
  aliases: names,
  role: integrationShape.object.role,
  does: { object: Object.fromEntries(doings.map((doing) => [doing, names])) },
  usually: { list: { object: { below: "amount", resource: "text", operation: "text" }, needs: ["operation"] } },
  otherwise: effectNames,
  tier: ["standard", "premium"],
  power: ["administration", "outside", "code"],
} as const satisfies { readonly [Field in Exclude<keyof Connector, "id">]-?: Shape };

const changesOfTable: ObjectShape = {
  object: {
    version: "text",
    add: { list: { object: { id: "text", ...fields }, needs: ["id", "title"] } },
    change: { record: { nullable: { object: fields } } },
  },
};

const changesShape: ObjectShape = {
  object: { powerPlatform: changesOfTable, n8n: changesOfTable, nodeRed: changesOfTable, hosts: changesOfTable },
};

type Walked = readonly (readonly [way: readonly string[], value: unknown])[];

const fieldsIn = (value: unknown): Walked =>
  typeof value === "object" && value !== null ? Object.entries(value).map(([key, each]) => [[key], each]) : [];

const below = (walked: Walked, inside: (value: unknown) => Walked = fieldsIn): Walked =>
  walked.flatMap(([way, value]) => inside(value).map(([more, each]) => [[...way, ...more], each] as const));

const only = (walked: Walked, ...keys: readonly string[]): Walked =>
  walked.filter(([way]) => keys.includes(way.at(-1) ?? ""));

const areNames = (value: unknown): boolean =>
  typeof value === "string" || (Array.isArray(value) && value.every((each) => typeof each === "string"));

/** Fields that are none, each with the one that may be meant. */
const strangersIn = (walked: Walked, known: readonly string[]): readonly Problem[] =>
  walked.flatMap(([way]) => {
    const key = way.at(-1) ?? "";
    if (known.includes(key)) return [];
    const { hint, ...suggestion } = suggest(key, known);
    const message = `"${inShort(key)}" is not a field of this.${hint} Valid here: ${known.join(", ")}.`;
    return [{ pointer: toPointer(way), code: "unknown-key", message, ...suggestion }];
  });

/** What is said that nothing can be made of. */
function problemsIn(changes: unknown): readonly Problem[] {
  const tables = fieldsIn(changes);
  const parts = below(tables);
  const said = below(below(only(parts, "add", "change")));
  const misnamed = [...only(said, "aliases"), ...below(only(said, "does"))].flatMap(
    ([way, value]): readonly Problem[] => {
      if (value === undefined || areNames(value)) return [];
      const message = "Expected names: a text with blanks between them, or a list of texts.";
      return [{ pointer: toPointer(way), code: "wrong-type", message }];
    },
  );
  return [
    ...strangersIn(tables, Object.keys(changesShape.object)),
    ...strangersIn(parts, Object.keys(changesOfTable.object)),
    ...strangersIn(said, ["id", ...Object.keys(fields)]),
    ...strangersIn(below(only(said, "does")), doings),
    ...misnamed,
  ];
}

/**
 * Lets changes of connectors pass, which may come from a file.
 *
 * @throws {PlimsollError} with code `invalid-option`, where they are not as they should be.
 */
export function assertChanges(changes: unknown): void {
  assertShape(changesShape, changes, "invalid-option");
  const problems = problemsIn(changes);
  if (problems.length > 0) throw new PlimsollError("invalid-option", problems);
}
