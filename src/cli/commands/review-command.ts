import { dueReviews, type Policy } from "plimsoll";
import { safeParseApproval } from "plimsoll/governance";
import { match } from "ts-pattern";
import { defineCommand } from "../command.js";
import { notAmong } from "../nearest-name.js";
import { approvalsOption, policyOptions } from "../options.js";
import { loadAll, loadProfile } from "../reading/load.js";
import { loadPolicy } from "../reading/policy.js";
import { exitCodes, UsageError } from "../terminal.js";
import { shownIn } from "../writing/format.js";
import { jsonOf } from "../writing/json.js";
import { painter } from "../writing/paint.js";
import { type ReviewReport, reviewsInMarkdown, reviewsInText } from "./review-report.js";

function milestoneOf(milestone: string | undefined, { reviews = [] }: Policy): string {
  const known = [...new Set(reviews.map((review) => review.milestone))];
  if (known.length === 0) throw new UsageError("This policy has no reviews, so none is due.");
  if (milestone === undefined) {
    throw new UsageError(`Say which milestone comes next, with --milestone. The milestones are: ${known.join(", ")}.`);
  }
  if (known.some((each) => each === milestone)) return milestone;
  throw new UsageError(notAmong("milestone", milestone, known));
}

/** Says which reviews an app needs before a milestone, with their checklists answered as far as its profile can. */
export const reviewCommand = defineCommand({
  name: "review",
  summary: "say which reviews are due before a milestone",
  files: { written: "FILE|-", atLeast: 1, atMost: 1, hold: 'FILE holds one app profile; "-" is standard input.' },
  options: {
    milestone: { kind: "id", help: "the next milestone; start, connect, access or deploy in the standard policy" },
    approvals: approvalsOption,
    "as-of": { kind: "today", help: "the day of the milestone; today when left out" },
    ...policyOptions,
  },
  formats: { text: "", md: "", json: "" },
  fails: "",
  run: async ({ files: [file = ""], options, format }, terminal) => {
    const policy = await loadPolicy(options, terminal);
    const milestone = milestoneOf(options.milestone, policy);
    const profile = await loadProfile(file, policy, options.facts, terminal);
    const approvals = await loadAll(options.approvals, (input) => safeParseApproval(input), terminal);
    const { "as-of": asOf } = options;

    const reviews = dueReviews(profile, { milestone, approvals, asOf }, policy, { facts: options.facts });
    const report: ReviewReport = shownIn(format)({ name: profile.name, milestone, reviews });
    const written = match(format)
      .with("text", () => reviewsInText(report, painter(terminal.showsColours)))
      .with("md", () => reviewsInMarkdown(report))
      .with("json", () => jsonOf(reviews))
      .exhaustive();
    await terminal.print(written);
    return exitCodes.done;
  },
});
