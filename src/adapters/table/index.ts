export type { Cell } from "./cell.js";
export { mappingFor } from "./fitting.js";
export type { TableEntry, TableSource } from "./reading.js";
export { tableMappings } from "./shipped.js";
export { type SuggestedMapping, suggestMapping, type UnplacedHeading } from "./suggest.js";
export { eachOfTable, fromTable } from "./table.js";
