import { courseOf } from "../course/index.js";
import { changesBy } from "./apply.js";
import type { RetirementCase, RetirementState } from "./case.js";
import { fieldsOf, type RetirementEvent } from "./event.js";
import { path } from "./path.js";

/** The path of a retirement, as it runs. */
export const retirementCourse = /* @__PURE__ */ courseOf<RetirementState, RetirementEvent, RetirementCase, "suggested">(
  {
    words: { noun: "retirement", beginning: "suggestion", begun: "suggested" },
    first: { kind: "suggested", state: "suggested" },
    path,
    fieldsOf,
    changesBy,
  },
);
