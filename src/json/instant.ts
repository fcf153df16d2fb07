import * as z from "zod/mini";
import { isInstant } from "../time/index.js";

/** An instant without its seconds, which zod asks for. */
const toTheMinute = z
  .string()
  .check(
    z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/),
  );

/** An ISO date, or an instant with its offset: what the rest of the library takes for one, and nothing else. */
export const instant = () =>
  z
    .union([z.iso.date(), z.iso.datetime({ offset: true }), toTheMinute])
    .check(z.refine(isInstant, "Expected a date or an instant in a year of four digits, in universal time."));
