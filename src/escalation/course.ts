import { courseOf } from "../course/index.js";
import { changesBy } from "./apply.js";
import type { CaseState, EscalationCase } from "./case.js";
import { type EscalationEvent, fieldsOf } from "./event.js";
import { path } from "./path.js";

/** The path of an escalation, as it runs. */
export const escalationCourse = /* @__PURE__ */ courseOf<CaseState, EscalationEvent, EscalationCase, "opened">({
  words: { noun: "case", beginning: "opening", begun: "opened" },
  first: { kind: "opened", state: "recognised" },
  path,
  fieldsOf,
  changesBy,
});
