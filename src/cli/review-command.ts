import { dueReviews, type Policy, safeParseApproval, safeParseProfile } from "plimsoll";
import { match } from "ts-pattern";
import { formatOf } from "./format.js";
import { writeJson } from "./input.js";
import { loadAll, loadOne, loadPolicy } from "./load.js";
import { painter } from "./paint.js";
import { type ReviewReport, reviewsInMarkdown, reviewsInText } from "./review-report.js";
import { exitCodes, type Terminal, UsageError } from "./terminal.js";

/** What `plimsoll review` was asked. */
export interface ReviewArguments {
  readonly file: string;
  readonly milestone: string | undefined;
  readonly approvals: string | undefined;
  readonly asOf: string | undefined;
  readonly policy: string | undefined;
  readonly json: boolean;
  readonly format: string | undefined;
}

function milestoneOf({ milestone }: ReviewArguments, { reviews = [] }: Policy): string {
  if (milestone !== undefined) return milestone;
  const known = [...new Set(reviews.map((review) => review.milestone))];
  throw new UsageError(`Say which milestone comes next, with --milestone. The milestones are: ${known.join(", ")}.`);
}

/** Says which reviews an app needs before a milestone, with their checklists answered as far as its profile can. */
export async function reviewCommand(given: ReviewArguments, terminal: Terminal): Promise<number> {
  const format = formatOf(given, ["text", "md", "json"]);
  const policy = await loadPolicy(given.policy, terminal);
  const milestone = milestoneOf(given, policy);
  const profile = await loadOne(given.file, "profile", safeParseProfile, terminal);
  const approvals = await loadAll(given.approvals, (input) => safeParseApproval(input), terminal);
  const asOf = given.asOf ?? terminal.today();

  const reviews = dueReviews(profile, { milestone, approvals, asOf }, policy);
  const report: ReviewReport = { name: profile.name, milestone, reviews };
  const written = match(format)
    .with("text", () => reviewsInText(report, painter(terminal.showsColours)))
    .with("md", () => reviewsInMarkdown(report))
    .with("json", () => writeJson([reviews], "one"))
    .exhaustive();
  terminal.print(written);
  return exitCodes.done;
}
