export {
  type AsOf,
  addDays,
  anyDay,
  type Day,
  dayOf,
  daysBetween,
  earliestDay,
  isBefore,
  isDay,
  isInstant,
  toDay,
} from "./day.js";
