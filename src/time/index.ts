export { addDays, type Day, daysBetween, isBefore, toDay } from "./day.js";
