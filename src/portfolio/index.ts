export { audit } from "./audit.js";
export type { AuditOptions } from "./auditor.js";
export type { AuditFinding } from "./finding.js";
export type { RankedApp } from "./ranked.js";
export type { AuditReport, UnreadableApp } from "./report.js";
export type { AuditSummary } from "./summary.js";
