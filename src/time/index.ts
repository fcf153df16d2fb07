export { addDays, type Day, daysBetween, toDay } from "./day.js";
