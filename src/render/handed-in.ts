import { keysOf, PlimsollError, type Problem, suggest } from "../problems/index.js";
import { looking, misfit, type ObjectShape, optionsOf, type Shape, shapeAt, shown } from "../shapes/index.js";
import { themes } from "./options.js";
import { heaviestFirst as severities } from "./said-once.js";

const titled = { list: { object: { id: "string", title: "string" }, needs: ["id", "title"] } } as const;

/** What is read of a policy here; whether it is one, those have asked who classified. */
const policy: ObjectShape = {
  object: {
    id: "string",
    tiers: {
      list: { object: { id: "string", title: "string", advice: "string" }, needs: ["id", "title"] },
    },
    criteria: { list: { object: { id: "string", when: { object: {} } }, needs: ["id", "when"] } },
    signs: titled,
    components: titled,
  },
  needs: ["id", "tiers"],
};

/** What each option may be, whoever takes it. */
const options: ObjectShape = {
  object: {
    policy,
    facts: { object: {} },
    name: "string",
    idPrefix: "string",
    theme: themes,
    headingLevel: [1, 2, 3, 4, 5],
    everyFinding: "flag",
  },
};

const standing: ObjectShape = { object: { tier: "string", ceiling: "string" }, needs: ["tier", "ceiling"] };

const evidence: ObjectShape = {
  object: { fact: "string", question: "string", line: { object: {} }, pointers: { list: "string" } },
  needs: ["fact", "question", "line", "pointers"],
};

const finding: ObjectShape = {
  object: {
    kind: "string",
    id: "string",
    status: ["holds", "possible", "covered", "exempt"],
    tier: "string",
    severity: { nullable: severities },
    title: "string",
    why: "string",
    advice: "string",
    source: "string",
    evidence: { list: evidence },
    coveredBy: { list: "string" },
  },
  needs: ["kind", "id", "status", "tier", "severity", "title", "why", "advice", "source", "evidence", "coveredBy"],
};

const adjusted: ObjectShape = {
  object: {
    by: [-1, 1],
    status: ["holds", "possible"],
    title: "string",
    why: "string",
    advice: "string",
    evidence: { list: evidence },
  },
  needs: ["by", "status", "title", "why", "advice", "evidence"],
};

const question: ObjectShape = {
  object: { question: "string", answerAt: { list: "string" }, couldReach: "string" },
  needs: ["question", "answerAt", "couldReach"],
};

const classification: ObjectShape = {
  object: {
    app: "string",
    ...standing.object,
    findings: { list: finding },
    adjustments: { list: adjusted },
    questions: { list: question },
  },
  needs: ["app", "tier", "ceiling", "findings", "questions"],
};

const place: ObjectShape = {
  object: { file: "string", pointer: "string", line: "amount", sheet: "string", row: "amount", column: "string" },
  needs: ["file"],
};

const seen = {
  list: {
    object: { fact: "string", sentence: "string", pointers: { list: "string" }, places: { list: place } },
    needs: ["sentence", "pointers"],
  },
} as const satisfies Shape;

const findingsInWords = {
  list: {
    object: {
      id: "string",
      title: "string",
      why: "string",
      advice: "string",
      severity: severities,
      tier: "string",
      points: "amount",
      standing: { object: { kind: ["holds", "possible", "set-aside"] }, needs: ["kind"] },
      seen,
    },
    needs: ["id", "title", "why", "advice", "severity", "standing", "seen"],
  },
} as const satisfies Shape;

const reasonInWords: ObjectShape = {
  object: {
    found: { list: { object: { titles: { list: "string" }, why: "string" }, needs: ["titles", "why"] } },
    advice: "string",
    seen,
  },
  needs: ["found", "advice", "seen"],
};

const appInWords: ObjectShape = {
  object: {
    name: "string",
    loadLine: "string",
    summary: "string",
    sinceBefore: { list: "string" },
    findings: findingsInWords,
    reasons: { list: reasonInWords },
    questions: {
      list: {
        object: { question: "string", stakes: { list: "string" }, answerAt: { list: "string" } },
        needs: ["question", "stakes"],
      },
    },
  },
  needs: ["name", "loadLine", "summary", "findings", "reasons", "questions"],
};

const refuse = (problem: Problem): never => {
  throw new PlimsollError("invalid-option", [problem]);
};

const distanceFrom = (sought: number) => (one: unknown, other: unknown) =>
  Math.abs(Number(one) - sought) - Math.abs(Number(other) - sought);

/** The value that may be meant, where a shape lists those that there are. */
function meant(shape: Shape, { pointer }: Problem, value: unknown): Partial<Problem> & { readonly hint?: string } {
  const place = shapeAt(shape, pointer);
  const listed = "shape" in place ? optionsOf(place.shape) : undefined;
  const seen = keysOf(pointer).reduce<unknown>((inside, key) => Object(inside)[key], value);
  if (typeof seen === "string") return suggest(seen, listed?.filter((each) => typeof each === "string") ?? []);
  if (typeof seen !== "number") return {};
  const [nearest] = listed?.filter((each) => typeof each === "number").sort(distanceFrom(seen)) ?? [];
  return nearest === undefined ? {} : { suggestion: String(nearest) };
}

/** Refuses a value that was never checked, and is not what it is to be, with the nearest that would be. */
function assertShape(shape: Shape, value: unknown): void {
  looking("invalid-option", () => {
    const problem = misfit(shape, value);
    if (problem === undefined) return;
    const { hint = "", ...rest } = meant(shape, problem, value);
    refuse({ ...problem, message: `${problem.message}${hint}`, ...rest });
  });
}

/** Refuses what cannot be told with. */
export const assertOptions = (given: unknown) => assertShape(options, given);

/** Refuses what cannot paint a text. */
export function assertPaint(paint: unknown): void {
  if (paint === undefined || typeof paint === "function") return;
  refuse({ pointer: "/paint", code: "wrong-type", message: `Expected a function, but saw ${shown(paint)}.` });
}

/** Refuses what is no classification. */
export const assertClassification = (given: unknown) => assertShape(classification, given);

/** Refuses what does not say at which tier an app sits, and up to which it could. */
export const assertStanding = (given: unknown) => assertShape(standing, given);

const byTier = { record: { record: "amount" } } as const;

const counts: ObjectShape = {
  object: { tiers: { record: "amount" }, signsByTier: byTier, criteriaByTier: byTier, limitsByTier: byTier },
  needs: ["tiers", "signsByTier"],
};

/** Refuses what neither gives classifications, one by one, nor is what was counted of them. */
export function assertPortfolio(given: unknown): void {
  if (typeof given === "object" && given !== null) {
    if (Symbol.iterator in given) return;
    if ("tiers" in given || "signsByTier" in given) {
      assertShape(counts, given);
      return;
    }
  }
  refuse({ pointer: "", code: "wrong-type", message: `Expected a list, but saw ${shown(given)}.` });
}

/** Refuses what are no findings in words. */
export const assertFindingsInWords = (given: unknown) => assertShape(findingsInWords, given);

/** Refuses what is no app in words. */
export const assertAppInWords = (given: unknown) => assertShape(appInWords, given);

/** Refuses what does not say whose escalation it is, and where that stands. */
export const assertCase = (given: unknown, states: readonly string[]) =>
  assertShape(
    {
      object: { app: { object: { name: "string" }, needs: ["name"] }, state: states },
      needs: ["app", "state"],
    },
    given,
  );
