import * as z from "zod/mini";

/** The description of each field, for JSON Schema and docs; our own registry, since zod's global one is the host's. */
export const fieldDescriptions = z.registry<{ description: string }>();

function described<Schema extends z.ZodMiniType>(schema: Schema, description: string): Schema {
  fieldDescriptions.add(schema, { description });
  return schema;
}

function optional<Schema extends z.ZodMiniType>(schema: Schema, description: string): z.ZodMiniExactOptional<Schema> {
  return z.exactOptional(described(schema, description));
}

const text = () => z.string().check(z.minLength(1), z.maxLength(2000));
const count = () => z.int().check(z.nonnegative());
const flag = () => z.boolean();

/** In which direction data flows, seen from the app. */
export const direction = () => z.enum(["read", "write", "bidirectional"]);

/** How sensitive data is. */
export const dataClass = () => z.enum(["general", "semi-sensitive", "personal", "financial", "health", "payment"]);

/** How far along an app is. */
export const stage = () => z.enum(["idea", "development", "pilot", "production", "retired"]);

/** Any JSON. As JSON Schema that is no condition at all; the union that zod has for it is more than forms can show. */
const anyJson = () => z.custom<z.core.util.JSONType>((value) => z.safeParse(z.json(), value).success);

const component = () =>
  z.strictObject({
    id: described(text(), "The component's id, as the policy lists it."),
    version: optional(text(), "The version in use, such as 2.1.0."),
  });

const audience = z.strictObject({
  users: optional(count(), "How many people use the app now."),
  builtFor: optional(z.number().check(z.positive()), "How many people the app was first built for."),
  peakConcurrent: optional(count(), "The most people who use it at the same moment."),
  departments: optional(z.array(text()), "The departments whose people use it."),
  outsideUsers: optional(flag(), "Whether people outside the organisation use it."),
});

const integration = z.strictObject({
  system: described(text(), "The other system, by a name of your own; one entry per system."),
  direction: optional(
    direction(),
    "Seen from the app: read brings data in; write changes, creates, deletes or sends there; bidirectional does both.",
  ),
  writesValidated: optional(flag(), "Whether what is written there is checked first."),
  conflicts: optional(
    z.enum(["impossible", "handled", "ignored"]),
    "What happens when the app and somebody else change the same record at once.",
  ),
  eventDriven: optional(flag(), "Whether events in that system start work in the app, or the other way round."),
  asynchronous: optional(flag(), "Whether work goes on after the call that started it, or waits for an answer."),
  credentials: optional(
    z.enum(["managed", "personal", "shared", "embedded"]),
    "How the app signs in: an account that IT manages, a person's own, a shared one, or a secret kept inside the app.",
  ),
  component: optional(component(), "The reusable component of IT that makes this connection, if one does."),
});

const dataEntry = z.strictObject({
  name: optional(text(), "What the data is, in a few words."),
  class: optional(
    dataClass(),
    "How sensitive it is: general business data, semi-sensitive (internal, not regulated), or one of the four sensitive classes.",
  ),
  encryptedAtRest: optional(flag(), "Whether it is encrypted where it is stored."),
  accessControl: optional(
    z.enum(["record", "role", "app", "none"]),
    "How finely access is granted: for each record, by role, to the app as a whole, or not at all.",
  ),
  auditTrail: optional(z.enum(["complete", "partial", "none"]), "Whether one can see who read and changed it."),
  retention: optional(z.enum(["enforced", "defined", "undefined"]), "Whether it is deleted in time, by rule."),
  component: optional(component(), "The reusable component of IT that handles this data, if one does."),
});

const calculation = z.strictObject({
  purpose: optional(text(), "What is calculated."),
  complexity: optional(
    z.enum(["simple", "moderate", "complex"]),
    "simple: rules and sums; moderate: weights, several steps or sources; complex: mathematics, such as forecasts or optimisation.",
  ),
  tested: optional(flag(), "Whether it was tested systematically, edge cases included."),
});

const criticality = z.strictObject({
  dailyDependence: optional(flag(), "Whether daily operations depend on the app."),
  support: optional(flag(), "Whether somebody is named to support it, by a documented procedure."),
  monitoring: optional(flag(), "Whether a failure is noticed without a user's call."),
  disasterRecovery: optional(flag(), "Whether there is a tested way to recover it."),
  singlePointsOfFailure: optional(z.array(text()), "Parts whose failure alone stops the app."),
});

const ownership = z.strictObject({
  builderPresent: optional(flag(), "Whether the person who built it is still here."),
  understoodBy: optional(z.array(text()), "Who else fully understands it, by role or name."),
  documentation: optional(z.enum(["none", "partial", "complete"]), "How much of it is written down."),
  businessOwner: optional(
    z.nullable(text()),
    "The role or person who answers for it in the business; null says nobody.",
  ),
  itOwner: optional(z.nullable(text()), "The role or person who answers for it in IT; null says nobody."),
});

const regime = z.strictObject({
  regime: described(text(), "HIPAA, GDPR, PCI DSS, SOX, or one that your organisation adds; one entry per regime."),
  component: optional(component(), "The reusable component of IT that meets this regime for the app, if one does."),
});

const consequences = z.strictObject({
  legalForPeople: optional(flag(), "Whether its results have legal consequences for people, such as their pay."),
});

const performance = z.strictObject({
  symptoms: optional(
    z.array(z.enum(["slow", "timeouts", "errors", "outages", "data-quality"])),
    "What users notice; an empty list says that all is well.",
  ),
});

const lifecycle = z.strictObject({
  stage: optional(stage(), "How far along it is."),
  startedOn: optional(z.iso.date(), "When work on it began."),
  productionSince: optional(z.iso.date(), "When it went into production."),
  reviewedOn: optional(z.iso.date(), "When IT last reviewed it."),
});

/**
 * The zod schema of an {@link AppProfile}; `profileJsonSchema` has it as JSON Schema. Use `parseProfile` to read one: it
 * also checks what a schema cannot say, and its messages are written for people.
 *
 * @example
 * ```ts
 * import { profileSchema } from "plimsoll/schema";
 * import * as z from "zod/mini";
 *
 * z.safeParse(profileSchema, { id: "stock", name: "Stock list" }).success; // → true
 * ```
 */
export const profileSchema = z.strictObject({
  schemaVersion: optional(z.literal(1), "The version of this format; 1 when left out."),
  id: described(text(), "A stable id, unique in your organisation."),
  name: described(text(), "The name that people know it by."),
  description: optional(text(), "What it is for, in a sentence or two."),
  platform: optional(text(), "The low-code platform that it is built on."),
  audience: optional(audience, "Who uses it."),
  integrations: optional(z.array(integration), "The other systems that it reads and writes; an empty list says none."),
  data: optional(z.array(dataEntry), "The data that it holds or shows; an empty list says none."),
  calculations: optional(z.array(calculation), "What it calculates; an empty list says nothing."),
  criticality: optional(criticality, "What depends on it, and what happens when it fails."),
  ownership: optional(ownership, "Who built, understands and answers for it."),
  compliance: optional(z.array(regime), "The compliance regimes that apply to it; an empty list says none."),
  consequences: optional(consequences, "What its results mean for people."),
  performance: optional(performance, "How well it runs."),
  lifecycle: optional(lifecycle, "Where it stands between idea and retirement."),
  partial: optional(
    z.array(z.string()),
    'Lists in this profile that are known to be incomplete, as JSON Pointers, such as "/integrations".',
  ),
  extensions: optional(
    z.record(z.string(), anyJson()),
    "Your organisation's own fields: any JSON, for the facts that you define.",
  ),
});

/**
 * What is said of one app. Only `id` and `name` are needed; whatever is left out is unknown, never assumed.
 * Counts are people or systems; dates are ISO dates.
 *
 * @example
 * ```ts
 * import type { AppProfile } from "plimsoll";
 *
 * const stock: AppProfile = {
 *   id: "stock",
 *   name: "Stock list",
 *   audience: { users: 12, builtFor: 10 },
 *   integrations: [{ system: "ERP", direction: "read" }],
 *   data: [{ class: "general" }],
 * };
 *
 * stock.audience?.users; // → 12
 * ```
 */
export type AppProfile = z.output<typeof profileSchema>;
