import type { DueReview } from "plimsoll";
import type { AnsweredItem } from "plimsoll/governance";
import { markdownText } from "plimsoll/render";
import type { Paint } from "../writing/paint.js";

/** What a person is told of the reviews before a milestone. */
export interface ReviewReport {
  /** The name of the app. */
  readonly name: string;
  readonly milestone: string;
  readonly reviews: readonly DueReview[];
}

/** How each answer is marked: on a terminal, and in a Markdown list of tasks. */
const marks = {
  met: { text: "✓", colour: "green", task: "[x]" },
  "not-met": { text: "✗", colour: "red", task: "[ ]" },
  open: { text: "?", colour: "cyan", task: "[ ]" },
} as const;

function summary({ reviews }: ReviewReport): string {
  const minutes = reviews.reduce((sum, review) => sum + review.minutes, 0);
  if (reviews.length === 0) return "No review is due. Go ahead, and ask IT whenever you like.";
  const [count, verb] = reviews.length === 1 ? ["One review", "is"] : [`${reviews.length} reviews`, "are"];
  return `${count} ${verb} due, ${minutes} minutes in all. An early talk saves a late one.`;
}

/** Why it is due, in sentences. */
function reason({ why, certain, missing }: DueReview): string {
  const perhaps = certain ? "" : " It may not be needed: complete the profile to find out.";
  return `${why} ${missing.message}${perhaps}`;
}

const who = ({ approvers, minutes }: DueReview) => `${minutes} minutes with ${approvers.join(" or ")}`;

/** What to do about an item that is not met; the question says enough of the others. */
const next = ({ answer, advice }: AnsweredItem) => (answer === "not-met" && advice !== "" ? ` ${advice}` : "");

/** The due reviews for a terminal. */
export function reviewsInText(report: ReviewReport, paint: Paint): string {
  const reviews = report.reviews.flatMap((review) => [
    "",
    `  ${paint("bold", review.title)}, ${who(review)}`,
    `  ${reason(review)}`,
    ...review.checklist.map((item) => {
      const { text, colour } = marks[item.answer];
      return `    ${paint(colour, text)} ${item.question}${next(item)}`;
    }),
  ]);
  const heading = `${paint("bold", report.name)}, before ${report.milestone}`;
  return [heading, `  ${summary(report)}`, ...reviews, ""].join("\n");
}

/** The due reviews as Markdown, with their checklists as tasks. */
export function reviewsInMarkdown(report: ReviewReport): string {
  const reviews = report.reviews.flatMap((review) => [
    `## ${markdownText(review.title)}`,
    "",
    `${markdownText(who(review))}. ${markdownText(reason(review))}`,
    "",
    ...review.checklist.map((item) => `- ${marks[item.answer].task} ${markdownText(`${item.question}${next(item)}`)}`),
    "",
  ]);
  const heading = `# ${markdownText(report.name)}, before ${markdownText(report.milestone)}`;
  return [heading, "", summary(report), "", ...reviews].join("\n");
}
