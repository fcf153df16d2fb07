import { count, date, instant, list, named, object, ref, text } from "./forms.js";

const pointer = { type: "string", description: "A JSON Pointer; empty for the whole." };
const openNumber = { type: ["number", "null"] };

export const question = named(
  "Question",
  "A question that could help to settle a tier.",
  object({
    fact: { ...text, description: "What it asks about, by the name that policies know it by." },
    question: text,
    answerAt: { ...list(pointer), description: "Where in the profile the answer belongs." },
    cost: { type: "number", description: "What it costs a person to answer, in minutes." },
    settles: { ...openNumber, description: "How likely its answer settles the tier at once." },
    worst: { ...openNumber, description: "How many answers it takes at worst when this one is asked first." },
    average: { ...openNumber, description: "How many answers it takes on average." },
  }),
);

/** Open: which questions settle the tier with the fewest answers, the best one first. */
const open = object({
  verdict: { const: "open" },
  questions: list(ref("Question")),
  worst: object({ atLeast: count, atMost: count }),
  average: openNumber,
  proven: { type: "boolean" },
});
const settled = object({ verdict: { const: "settled" }, tier: text });
const tooLarge = object({ verdict: { const: "too-large" }, message: text });

export const registeredApp = named(
  "RegisteredApp",
  "An app of the registry: what was told of it, how deep it sits, and what to find out next.",
  object({
    revision: { ...count, description: "How often it was submitted; also the ETag." },
    submittedAt: instant,
    profile: ref("AppProfile"),
    classification: ref("Classification"),
    next: { anyOf: [settled, open, tooLarge], description: "What to ask next." },
  }),
);

/** Where an app sits; null where what is stored of it cannot be read any more. */
const standing = {
  tier: { type: ["string", "null"] },
  ceiling: { type: ["string", "null"] },
  settled: { type: "boolean" },
};

const entry = object({ app: text, name: { type: ["string", "null"] }, revision: count, ...standing });

export const history = named(
  "History",
  "What was submitted of an app, the last first.",
  object({
    submissions: list(
      object({
        revision: count,
        submittedAt: instant,
        by: { type: ["string", "null"], description: "The role that submitted it; null where nobody knows." },
        ...standing,
      }),
    ),
    before: { type: ["integer", "null"], description: "What to ask for the next page with; null at the end." },
  }),
);

export const appPage = named(
  "AppPage",
  "Some of the registry's apps, in the order of their ids.",
  object({
    apps: list(entry),
    after: { type: ["string", "null"], description: "What to ask for the next page with; null at the end." },
  }),
);

export const dueReview = named(
  "DueReview",
  "A review that an app still needs, with its checklist as far as the profile answers it.",
  {
    type: "object",
    required: [
      "review",
      "title",
      "milestone",
      "why",
      "minutes",
      "approvers",
      "certain",
      "waitsFor",
      "missing",
      "checklist",
    ],
    properties: {
      review: text,
      title: text,
      milestone: text,
      why: text,
      minutes: { type: "number" },
      approvers: list(text),
      certain: { type: "boolean" },
      waitsFor: { ...list(text), description: "The facts whose answers could still tell whether the app needs it." },
      missing: { type: "object", required: ["code", "message"] },
      checklist: list({
        type: "object",
        required: ["id", "question", "answer"],
        properties: { answer: { enum: ["met", "not-met", "open"] } },
      }),
    },
  },
);

export const authorization = named("Authorization", "Whether an action is allowed, and if not, what would help.", {
  type: "object",
  required: ["app", "action", "decision", "reasons", "reviews", "before", "after"],
  properties: {
    app: text,
    decision: { enum: ["allow", "review", "deny"] },
    reviews: list(text),
    reasons: list({ type: "object", required: ["title", "why", "remedies"] }),
    before: ref("Classification"),
    after: ref("Classification"),
  },
});

export const possibleEvent = named(
  "PossibleEvent",
  "An event that is possible now, where it leads, and what it must say.",
  object({ kind: text, title: text, leadsTo: text, needs: list(text) }),
);

export const caseAnswer = named(
  "CaseAnswer",
  "A case, who looks after what, and what can happen next.",
  object({
    case: ref("EscalationCase"),
    owners: list({ type: "object", required: ["part", "title", "side", "owner", "why"] }),
    possible: list(ref("PossibleEvent")),
  }),
);

export const auditReport = named("AuditReport", "Every app looked at once: which ones to look at first, and why.", {
  type: "object",
  required: ["policy", "asOf", "since", "dueOn", "overdue", "brokenOff", "summary", "ranked", "unreadable"],
  properties: {
    asOf: date,
    summary: { type: "object", required: ["apps", "tiers", "ceilings", "checks", "signs"] },
    ranked: list({ type: "object", required: ["app", "name", "tier", "points", "reason", "findings"] }),
  },
});

export const problemDocument = named("ProblemDocument", "Why a request was not carried out (RFC 9457).", {
  type: "object",
  required: ["status", "title"],
  properties: {
    status: { type: "integer" },
    title: { type: "string", minLength: 1 },
    problems: {
      ...list({ type: "object", required: ["pointer", "code", "message"], properties: { pointer, message: text } }),
      description: "What is wrong, and where.",
    },
    code: { ...text, description: "Why an event was refused." },
    possible: { ...list(ref("PossibleEvent")), description: "What can happen to the case now." },
    revision: { ...count, description: "What the revision is by now." },
  },
});
