import { type AuditCheck, type Boundary, standardPolicy } from "plimsoll";
import { guideMarkdown } from "plimsoll/guide";
import { code, json, table } from "./markdown.js";

/** How a condition of a part of the governance reads: the tier that it is above, and what must hold. */
function asked({ above, when }: Pick<Boundary, "above" | "when">): string {
  const parts = [above && `above ${code(above)}`, when && code(json(when))];
  return parts.filter(Boolean).join(", ") || "always";
}

function lookedFor(check: AuditCheck): string {
  if ("when" in check) return code(json(check.when));
  if ("expired" in check) return "an approval that has expired, and was not given anew";
  return "beyond" in check ? `${check.beyond} beyond what was approved` : `unseen for ${check.unseenFor} days`;
}

/** The tables of what the standard policy holds besides its rules. */
export const governance: Readonly<Record<string, () => string>> = {
  guide: () => ["```text", ...guideMarkdown().split("\n").slice(5, 19), "```"].join("\n"),
  components: () =>
    table(
      ["Id", "Title", "What it does", "Covers"],
      (standardPolicy.components ?? []).map(({ id, title, summary = "", covers }) => [
        code(id),
        title,
        summary,
        covers.map(code).join(", "),
      ]),
    ),
  reviews: () =>
    table(
      ["Id", "Title", "Before", "Asked of apps", "Checklist", "By", "Minutes", "Counts for"],
      (standardPolicy.reviews ?? []).map((review) => [
        code(review.id),
        review.title,
        code(review.milestone),
        asked(review),
        review.checklist.map(({ question }) => question).join("<br>"),
        review.approvers.join(", "),
        String(review.minutes),
        `${review.validFor} days`,
      ]),
    ),
  boundaries: () =>
    table(
      ["Id", "Title", "Actions", "Asked when", "Not of parts that use", "Opened by the review", "Instead"],
      (standardPolicy.boundaries ?? []).map((boundary) => [
        code(boundary.id),
        boundary.title,
        boundary.actions?.map(code).join(", ") ?? "all",
        asked(boundary),
        boundary.unlessUsing?.map(code).join(", ") ?? "",
        code(boundary.review),
        boundary.instead ?? "",
      ]),
    ),
  checks: () =>
    table(
      ["Id", "Title", "Looks for", "Severity"],
      (standardPolicy.audit?.checks ?? []).map((check) => [
        code(check.id),
        check.title,
        lookedFor(check),
        check.severity,
      ]),
    ),
};
