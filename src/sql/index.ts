export { type DialectName, dialectNames } from "./dialects.js";
export type { FactsColumn, LeftOut, Part } from "./facts-columns.js";
export { type FactsTable, type FactsValue, factsTable } from "./facts-table.js";
export { type AnswerColumn, type SqlOptions, type SqlQuery, safeToSql, toSql } from "./to-sql.js";
