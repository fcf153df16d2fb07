import { type Classification, classify, type Policy, parseProfile } from "plimsoll";
import type { FieldReport } from "./reports.js";

/** The day as of which the reports are judged. */
const asOf = "2026-11-30";

/** What a policy says of a report. */
export const judgedBy = <TierId extends string>({ profile }: FieldReport, policy: Policy<TierId>) =>
  classify(parseProfile(profile), policy, { asOf });

/** The ids of the findings that hold. */
export const holdingIn = ({ findings }: Classification) =>
  findings.filter(({ status }) => status === "holds").map(({ id }) => id);
