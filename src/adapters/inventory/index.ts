export { fromPowerPlatformInventory, type Inventory } from "./inventory.js";
