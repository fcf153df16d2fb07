import * as z from "zod/mini";
import { described, optional, some, text } from "../../json/index.js";
import { scopeParts, severities } from "../../policy/index.js";
import { condition } from "./condition.js";
import { amount, id, references, ruleText, title } from "./fields.js";

const above = () => optional(text(), "It is asked of apps that are, or could be, above this tier.");
const source = () => optional(text(), "Where it comes from.");

export const component = z.strictObject({
  id: id(),
  title: title(),
  summary: optional(text(), "What it does, and what it spares those who use it."),
  covers: described(z.array(text()), "The rules whose risk it covers, by id."),
  from: optional(text(), "The first version that covers, such as 2.1."),
  when: z.exactOptional(condition),
  retired: optional(text(), "It covers nothing any more: what to use instead."),
  source: source(),
  references: references(),
});

export const checklistItem = z.strictObject({
  id: id(),
  question: described(text(), "The question, for a person."),
  requiresFacts: optional(some(text()), "The facts that it asks for: while one of them is open, so is the question."),
  met: z.exactOptional(condition),
  evidence: optional(text(), "What somebody has to have looked at: the word of whoever built it is not enough."),
  advice: optional(text(), "What to do while the answer is no."),
  references: references(),
});

export const review = z.strictObject({
  id: id(),
  title: title(),
  why: described(text(), "Why it matters."),
  milestone: described(text(), "What it comes before, such as start, connect, access or deploy."),
  above: above(),
  when: z.exactOptional(condition),
  checklist: described(some(checklistItem), "Its questions."),
  approvers: described(some(text()), "Who may give it, by role."),
  minutes: described(amount(), "How long it takes, in minutes."),
  validFor: described(amount(), "For how many days its approval counts."),
  covers: described(some(z.enum(scopeParts)), "What its approval covers."),
  source: source(),
});

export const boundary = z.strictObject({
  id: id(),
  ...ruleText,
  actions: optional(some(text()), "The actions that it can stop; all when left out."),
  above: above(),
  when: z.exactOptional(condition),
  unlessUsing: optional(some(text()), "Parts of the app that use one of these components are left out."),
  review: described(text(), "The review whose approval opens it, by id."),
  instead: optional(text(), "What to do instead: the action is denied, and no approval opens it."),
});

export const checkText = {
  id: id(),
  ...ruleText,
  severity: described(z.enum(severities), "How much it weighs."),
  suggests: optional(z.literal("retirement"), "What the audit suggests where it finds this: that the app be retired."),
};

/** What an audit looks for is one of four things. */
export const check = z.union([
  z.strictObject({ ...checkText, when: condition }),
  z.strictObject({
    ...checkText,
    beyond: described(z.enum(scopeParts), "The app has outgrown this part of what was approved."),
  }),
  z.strictObject({
    ...checkText,
    expired: described(z.literal(true), "An approval of the app has expired, and was not given anew."),
  }),
  z.strictObject({
    ...checkText,
    unseenFor: described(amount(), "Nobody has looked at the app for this many days."),
  }),
]);

const points = () => z.number().check(z.nonnegative());
const weight = (severity: string) => described(points(), `For a finding of ${severity} severity.`);

export const auditWeight = z.strictObject({
  id: id(),
  title: described(text(), 'What is true of the app, in words that can follow "since".'),
  when: condition,
  times: described(z.number().check(z.positive()), "How many times the points count; below 1 for what can wait."),
  why: described(text(), "Why it weighs."),
  references: references(),
});

export const audit = z.strictObject({
  everyDays: described(amount(), "How many days may pass from one audit to the next."),
  points: described(
    z.strictObject({ low: weight("low"), medium: weight("medium"), high: weight("high") }),
    "What each finding adds to the risk that an app is ranked by, by its severity.",
  ),
  tierPoints: optional(
    z.record(text(), points()),
    "What each criterion or limit adds, by the id of the tier that it lifts to; when left out, as much as high severity for the highest tier, and as medium severity for the others.",
  ),
  furtherShare: optional(
    z.number().check(z.minimum(0), z.maximum(1)),
    "How much of its points each finding after the heaviest adds, from 0 to 1; 1 when left out.",
  ),
  weights: optional(
    z.array(auditWeight),
    "What makes an app more urgent than its findings alone, or less: what they add up to counts so many times while this holds.",
  ),
  checks: described(z.array(check), "What it looks for in every app."),
});

export const help = z.strictObject({
  who: described(text(), "Who helps, by role."),
  how: described(text(), "How to ask, in a sentence or two."),
  bring: described(text(), "What to bring along."),
});

export const retirement = z.strictObject({
  asks: described(some(text()), "Who is asked before an app is put away, by role."),
  decides: described(text(), "Who decides that it ends, by role."),
  keepArchiveForDays: described(amount(), "For how many days its archive is kept, at least."),
});
