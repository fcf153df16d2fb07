import type * as z from "zod/mini";
import { jsonSchemaOf, remarksOn } from "../json/index.js";
import { escalationCaseSchema } from "./schema.js";

const descriptions = {
  schemaVersion: "The version of this format.",
  id: "The id of the case.",
  app: "The app that it is about.",
  state: "Where it stands on its way.",
  revision: "How many events there are; whoever stores the case compares it.",
  need: "What the app is needed for, and by whom.",
  builder: "Who built it, by role; null when they are gone, or nobody knows.",
  recognisedBy: "Which side saw that the app has outgrown its makers.",
  signs: "The warning signs that could be seen, and since when.",
  preservation: "How the app is kept running meanwhile; null until that is agreed.",
  itOwner: "Who owns what is technical, by role; null until that is agreed.",
  businessOwner: "Who owns the logic of the business, by role; null until that is agreed.",
  parts: "The parts of the app: what is kept, what is rebuilt.",
  lessons: "What was learnt: why the line was crossed, and how the next one is seen earlier.",
  ending: "How it ended; null while it goes on.",
  events: "What happened, in order. All the rest follows from it.",
};

/**
 * The JSON Schema (2020-12) of an escalation case, for whoever stores one. `parseCase` also says whether a case is what
 * its events tell.
 *
 * @example
 * ```ts
 * import { escalationCaseJsonSchema } from "plimsoll/escalation";
 *
 * escalationCaseJsonSchema().required?.slice(0, 3); // → ["schemaVersion", "id", "app"]
 * ```
 */
export function escalationCaseJsonSchema(): z.core.JSONSchema.BaseSchema {
  return jsonSchemaOf(escalationCaseSchema, remarksOn(escalationCaseSchema, descriptions));
}
