import * as z from "zod/mini";
import { dataClasses, directions, stages } from "../profile/index.js";

const text = () => z.string().check(z.minLength(1), z.maxLength(2000));

const scope = z.strictObject({
  users: z.exactOptional(z.int().check(z.nonnegative())),
  systems: z.exactOptional(z.array(z.strictObject({ system: text(), direction: z.enum(directions) }))),
  data: z.exactOptional(z.array(z.enum(dataClasses))),
  environment: z.exactOptional(z.enum(stages)),
});

/**
 * The zod schema of an `Approval`. Use `parseApproval` to read one: its messages are written for people.
 *
 * @example
 * ```ts
 * import { approvalSchema } from "plimsoll/schema";
 *
 * approvalSchema.safeParse({ app: "rota", review: "security" }).success; // → false
 * ```
 */
export const approvalSchema = z.strictObject({
  schemaVersion: z.exactOptional(z.literal(1)),
  app: text(),
  review: text(),
  policy: z.strictObject({ id: text(), version: text() }),
  by: text(),
  on: z.iso.date(),
  expiresOn: z.iso.date(),
  scope,
  accepted: z.exactOptional(z.record(z.string(), text())),
});
