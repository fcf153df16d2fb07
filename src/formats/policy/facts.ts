import * as z from "zod/mini";
import { described, optional, some, text } from "../../json/index.js";
import { operatorsOf, putTogether } from "./condition.js";

const place = (description: string) => described(z.string().check(z.regex(/^(\/.*)?$/su)), description);

const places = (description: string) => described(some(place("A JSON Pointer into the profile.")), description);

const fieldValue = () => z.union([z.string(), z.number(), z.boolean(), z.null()]);

const fieldLine = z.strictObject({
  field: described(z.string(), "A field of the entry, by name or as a JSON Pointer; empty for the entry itself."),
  unsaid: optional(fieldValue(), "What stands there for an entry that does not say; not known, when left out."),
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
    "What the values that stand there mean: a level, a member, or null for nothing.",
  );

const form = described(
  z.union([
    z.strictObject({
      read: place("Where the value stands, as a JSON Pointer into the profile."),
      as: meanings(),
      atLeast: z.exactOptional(places("Where numbers stand that it is never less than.")),
      atMost: z.exactOptional(places("Where numbers stand that it is never more than.")),
      per: z.exactOptional(place("Where the number stands that it is divided by.")),
    }),
    z.strictObject({ read: place("What is looked at, as a JSON Pointer into the profile."), where }),
    z.strictObject({
      each: place("A list, as a JSON Pointer into the profile."),
      where: z.exactOptional(where),
      single: z.exactOptional(places("Where numbers stand of which one alone leaves room for one entry.")),
    }),
    z.strictObject({
      each: place("A list, as a JSON Pointer into the profile."),
      where: z.exactOptional(where),
      take: described(z.string(), "The field of which the highest level, or all members, are taken."),
      as: meanings(),
    }),
    z.strictObject({
      more: described(text(), "The fact of which it says by how much it is more."),
      than: described(text(), "The fact that this is held against."),
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
    z.strictObject({ kind: z.literal("enum"), values: described(some(text()), "The values; they have no order.") }),
    z.strictObject({
      kind: z.literal("set"),
      members: described(z.array(text()), "The members that are known."),
      open: described(z.boolean(), "Whether others may turn up."),
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
    "What there is to do about the app, so that it changes: a sentence for each outcome, such as fewer, yes, or a level.",
  ),
  risk: optional(
    z.enum(["rising", "falling", "neither"]),
    "In which direction it means more risk; rising when left out.",
  ),
});
