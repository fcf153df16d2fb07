export { audit } from "./audit.js";
export { createAuditor } from "./auditor.js";
export type { AuditFinding } from "./finding.js";
export type { AuditOptions } from "./given.js";
export type { GoneApp, PortfolioGrowth } from "./portfolio-growth.js";
export type { RankedApp } from "./ranked.js";
export type { AuditReport, DuplicateApp, UnreadableApp } from "./report.js";
export type { AuditSummary } from "./summary.js";
