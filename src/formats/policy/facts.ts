import * as z from "zod/mini";
import { described, optional, some, text } from "../../json/index.js";
import { operatorsOf, putTogether } from "./condition.js";

const place = (description: string) => described(z.string().check(z.regex(/^(\/.*)?$/su)), description);

const places = (description: string) => described(some(place("A JSON Pointer into the profile.")), description);

const fieldValue = () => z.union([z.string(), z.number(), z.boolean(), z.null()]);

const fieldLine = z.strictObject({
  field: described(z.string(), "A field of the entry, by name or as a JSON Pointer; empty for the entry itself."),
  unsaid: optional(fieldValue(), "The value for an entry that leaves the field out; unknown when left out."),
  ...operatorsOf(
    z.number,
    optional(z.union([fieldValue(), some(fieldValue())]), "Exactly this, or one of these; null can be asked for."),
  ),
});

const where: z.ZodMiniType = described(
  z.lazy(() => z.union([fieldLine, ...putTogether(where)])),
  "A condition over fields: true, false, or undecided while a field does not say.",
);

const meanings = () =>
  optional(
    z.record(z.string(), z.nullable(text())),
    "What the values that are found there mean: a level, a member, or null for nothing.",
  );

const form = described(
  z.union([
    z.strictObject({
      read: place("Where the value stands, as a JSON Pointer into the profile."),
      as: meanings(),
      atLeast: z.exactOptional(places("Places of numbers that it is never less than.")),
      atMost: z.exactOptional(places("Places of numbers that it is never more than.")),
      per: z.exactOptional(place("The place of the number that it is divided by.")),
    }),
    z.strictObject({ read: place("What is looked at, as a JSON Pointer into the profile."), where }),
    z.strictObject({
      each: place("A list, as a JSON Pointer into the profile."),
      where: z.exactOptional(where),
      single: z.exactOptional(places("Places of numbers of which a 1 allows one entry at most.")),
    }),
    z.strictObject({
      each: place("A list, as a JSON Pointer into the profile."),
      where: z.exactOptional(where),
      take: described(z.string(), "The field of which the highest level, or all members, are taken."),
      as: meanings(),
    }),
    z.strictObject({
      more: described(text(), "The fact from which the other one is subtracted."),
      than: described(text(), "The fact that is subtracted."),
    }),
    z.strictObject({ daysSince: place("Where the date stands since which days are counted, as a JSON Pointer.") }),
  ]),
  "From where in a profile it is read.",
);

const domain = described(
  z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("number"),
      min: described(z.number(), "The lowest number."),
      max: optional(z.number(), "The highest number; none when left out."),
      whole: described(z.boolean(), "Whether it is a whole number, as counts are."),
      unit: described(text(), "What is counted or measured, such as people."),
    }),
    z.strictObject({
      kind: z.literal("ordinal"),
      levels: described(some(text()), "The levels, from the lowest to the highest."),
    }),
    z.strictObject({ kind: z.literal("boolean") }),
    z.strictObject({ kind: z.literal("enum"), values: described(some(text()), "The values, in no order.") }),
    z.strictObject({
      kind: z.literal("set"),
      members: described(z.array(text()), "The members that are known."),
      open: described(z.boolean(), "Whether other members than these are possible."),
    }),
  ]),
  "The values that it may have.",
);

/** The schema of a fact as data; `docs/policy-language.md` shows every form. */
export const factRecord = z.strictObject({
  question: described(text(), "The question that a person could answer."),
  domain,
  from: form,
  cost: optional(z.number().check(z.positive()), "What it costs to answer the question, in minutes; 5 when left out."),
  changeable: optional(z.boolean(), "Whether work on the app could change it; true when left out."),
  whatToDo: optional(
    z.record(z.string(), text()),
    "What to do in the app to change it: a sentence for each outcome, such as fewer, yes, or a level.",
  ),
  risk: optional(
    z.enum(["rising", "falling", "neither"]),
    "Whether more of it (rising) or less of it (falling) means more risk; rising when left out.",
  ),
});
