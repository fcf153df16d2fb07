export type { Cell } from "./cell.js";
export type { TableEntry, TableSource } from "./reading.js";
export { eachOfTable, fromTable } from "./table.js";
