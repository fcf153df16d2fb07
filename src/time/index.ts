export { addDays, type Day, daysBetween, isBefore, isInstant, toDay } from "./day.js";
