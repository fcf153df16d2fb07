import type { Policy, PolicyOptions } from "../policy/index.js";
import { markdownText } from "../words/index.js";
import { buildGuide, type Guide, type GuideLine } from "./guide.js";
import { type Practice, type Scenario, scenarios } from "./practice.js";

function table(headings: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const lines = [headings, headings.map(() => "---"), ...rows.map((cells) => cells.map(markdownText))];
  return lines.map((cells) => `| ${cells.join(" | ")} |`);
}

const rowOf = ({ title, when, unless, why, advice }: GuideLine) => [
  title,
  unless === "" ? when : `${when}; not when: ${unless}`,
  why,
  advice,
];

function alone({ tiers: [lowest], alone: within }: Guide): readonly string[] {
  if (lowest === undefined) return [];
  return [
    `## On your own: ${markdownText(lowest.title)}`,
    "",
    markdownText(lowest.advice),
    "",
    ...(within.length > 0 ? ["You can build an app yourselves as long as all of this is true:", ""] : []),
    ...within.map((line) => `- ${markdownText(line)}`),
    "",
  ];
}

function together({ tiers }: Guide): readonly string[] {
  return tiers
    .slice(1)
    .flatMap(({ title, advice, lines }) => [
      `## Not alone: ${markdownText(title)}`,
      "",
      markdownText(advice),
      "",
      ...(lines.length > 0 ? [...table(["What", "When", "Why", "What to do"], lines.map(rowOf)), ""] : []),
    ]);
}

function help({ help: { who, how, bring }, reviews, components }: Guide): readonly string[] {
  const talks = reviews.map(({ title, milestone, minutes, approvers, why }) => [
    title,
    milestone,
    `${minutes} minutes`,
    approvers.join(" or "),
    why,
  ]);
  const parts = components.map(
    ({ title, summary }) => `- **${markdownText(title)}**${summary && `: ${markdownText(summary)}`}`,
  );
  return [
    "## Who to ask, and how",
    "",
    `Ask ${markdownText(who)}. ${markdownText(how)}`,
    "",
    `Bring along ${markdownText(bring)}.`,
    "",
    ...(talks.length > 0
      ? ["Talks on the way:", "", ...table(["Talk", "Before", "Takes", "With", "Why"], talks), ""]
      : []),
    ...(parts.length > 0 ? ["Ready-made parts for what is hard to get right:", "", ...parts, ""] : []),
  ];
}

function exercise(
  { story, question, answer, why }: Scenario,
  index: number,
  lowest: string | undefined,
): readonly string[] {
  const verdict = answer.tier === lowest ? "Yes" : "Better not alone";
  const reasons = why.map(({ title, why: because }) => `- **${markdownText(title)}.** ${markdownText(because)}`);
  return [
    `### ${index + 1}. ${markdownText(question)}`,
    "",
    ...story.map((fact) => `- ${markdownText(fact)}`),
    "",
    "<details>",
    "<summary>The answer</summary>",
    "",
    `${verdict}: ${markdownText(answer.title)}. ${markdownText(answer.advice)}`,
    "",
    ...(reasons.length > 0 ? [...reasons, ""] : []),
    "</details>",
    "",
  ];
}

/** Rules that draw the same line have the same practice scenarios, maybe told in another order; one of each is enough. */
function eachOnce(exercises: readonly Scenario[]): readonly Scenario[] {
  const byStory = new Map<string, Scenario>();
  for (const each of exercises) {
    const story = [...each.story].sort().join("\n");
    if (!byStory.has(story)) byStory.set(story, each);
  }
  return [...byStory.values()];
}

function practice({ scenarios: told }: Practice, { tiers }: Guide): readonly string[] {
  const exercises = eachOnce(told);
  if (exercises.length === 0) return [];
  return [
    "## Practice",
    "",
    "Assume that everything not mentioned is harmless. Decide first, then look.",
    "",
    ...exercises.flatMap((each, index) => exercise(each, index, tiers[0]?.id)),
  ];
}

/**
 * A guide for those who build, as Markdown for a wiki or a training: what to build alone, when to talk to somebody, whom to
 * ask and how, and practice scenarios with their answers. "Training that includes limits": saying that something is getting too
 * complex is good judgement.
 *
 * @param policy Where the lines lie; `standardPolicy` when left out.
 * @throws {PlimsollError} with code `invalid-policy`, when the policy is not one; with code `invalid-option`, when the options
 * are none.
 *
 * @example
 * ```ts
 * import { guideMarkdown } from "plimsoll/guide";
 *
 * const headings = guideMarkdown().split("\n").filter((line) => line.startsWith("## "));
 *
 * headings.slice(0, 3); // → ["## On your own: Citizen", "## Not alone: IT review", "## Not alone: Professional"]
 * ```
 */
export function guideMarkdown(policy?: Policy, options?: PolicyOptions): string {
  const all: Guide = buildGuide<string>(policy, options);
  return [
    `# ${markdownText(all.policy.title)}: what you can build, and when to call somebody`,
    "",
    "You know your work better than anybody else. Some apps outgrow what one person should carry alone; saying so early is good",
    "judgement, and the beginning of a partnership.",
    "",
    ...alone(all),
    ...together(all),
    ...help(all),
    ...practice(scenarios<string>(policy, options), all),
  ].join("\n");
}
