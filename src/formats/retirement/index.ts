export {
  advanceRetirement,
  openRetirement,
  parseRetirement,
  replayRetirement,
  safeParseRetirement,
} from "./retirement.js";
export { retirementJsonSchema, retirementSchema } from "./schema.js";
