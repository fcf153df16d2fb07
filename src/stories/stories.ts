import { budgetTracking } from "./budget-tracking.js";
import { customerSynchronisation } from "./customer-synchronisation.js";
import { demandForecast } from "./demand-forecast.js";
import { expensePayments } from "./expense-payments.js";
import { inventoryCalculator } from "./inventory-calculator.js";
import { patientScheduling } from "./patient-scheduling.js";
import { performanceReviews } from "./performance-reviews.js";
import { salesDashboard } from "./sales-dashboard.js";
import type { Story } from "./story.js";
import { warehouseInventory } from "./warehouse-inventory.js";

/**
 * The nine stories of "The Limits of Citizen Development & Low-Code Risk", in the order in which it tells them.
 *
 * @example
 * ```ts
 * import { stories } from "plimsoll/stories";
 *
 * stories.map(({ title }) => title)[0]; // → "The warehouse that stood still"
 * stories.length; // → 9
 * ```
 */
export const stories: readonly Story[] = [
  warehouseInventory,
  budgetTracking,
  patientScheduling,
  demandForecast,
  salesDashboard,
  expensePayments,
  customerSynchronisation,
  inventoryCalculator,
  performanceReviews,
];
