import {
  type Approval,
  type DueReview,
  dueReviews,
  type Problem,
  type ReviewOutcome,
  recordReview,
  safeParseProfile,
} from "plimsoll";

/** What the builder's form posts: the app as it is described there, and what comes next. */
export interface Request {
  readonly app: unknown;
  readonly milestone: "start" | "connect" | "access" | "deploy";
}

/** What the reviewer's form posts. */
export interface Verdict extends Pick<ReviewOutcome, "review" | "by" | "answers"> {
  readonly app: unknown;
}

/** What a form gets back: it may go on, it shows the reviews that are due, or it marks its mistakes. */
export type Response =
  | { readonly status: 200; readonly message: string }
  | { readonly status: 201; readonly approval: Approval }
  | { readonly status: 409; readonly message: string; readonly due: readonly DueReview[] }
  | { readonly status: 422; readonly problems: readonly Problem[] };

/** Answers the builder: go on, or who to talk to first, with the checklist already filled in as far as it can be. */
export function answerBuilder({ app, milestone }: Request, approvals: readonly Approval[], today: string): Response {
  const profile = safeParseProfile(app);
  if (!profile.ok) return { status: 422, problems: profile.problems };
  const due = dueReviews(profile.value, { milestone, approvals, asOf: today });
  if (due.length === 0) return { status: 200, message: "Go ahead, nothing is in your way." };
  const minutes = due.reduce((sum, review) => sum + review.minutes, 0);
  const titles = due.map(({ title }) => title).join(", ");
  return { status: 409, message: `Good that you ask first. Before you go on: ${titles} (${minutes} minutes).`, due };
}

/** Answers the reviewer: the approval to store beside the app, or what is still to be said. */
export function answerReviewer({ app, ...verdict }: Verdict, today: string): Response {
  const profile = safeParseProfile(app);
  if (!profile.ok) return { status: 422, problems: profile.problems };
  const recorded = recordReview({ ...verdict, profile: profile.value, on: today });
  return recorded.ok ? { status: 201, approval: recorded.value } : { status: 422, problems: recorded.problems };
}
