export {
  type AsOf,
  addDays,
  anyDay,
  type Day,
  dayOf,
  daysBetween,
  earliestDay,
  isBefore,
  isInstant,
  toDay,
} from "./day.js";
