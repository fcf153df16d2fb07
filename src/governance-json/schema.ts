import * as z from "zod/mini";
import { profileSchema } from "../profile/index.js";

const text = () => z.string().check(z.minLength(1), z.maxLength(2000));

const { integrations, data, lifecycle } = profileSchema.shape;
const { system, direction } = integrations.def.innerType.def.element.shape;
const { class: dataClass } = data.def.innerType.def.element.shape;
const { stage } = lifecycle.def.innerType.shape;

const scope = z.strictObject({
  users: z.exactOptional(z.int().check(z.nonnegative())),
  systems: z.exactOptional(z.array(z.strictObject({ system, direction: direction.def.innerType }))),
  data: z.exactOptional(z.array(dataClass.def.innerType)),
  environment: z.exactOptional(stage.def.innerType),
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
