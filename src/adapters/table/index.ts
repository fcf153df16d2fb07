export type { Cell } from "./cell.js";
export { eachOfTable, fromTable, type TableEntry, type TableSource } from "./table.js";
