import {
  type Boundary,
  type Component,
  type Condition,
  type Criterion,
  type Fact,
  type Limit,
  type Review,
  type Sign,
  standardFacts,
  standardPolicy,
} from "plimsoll";
import { expect } from "vitest";
import { whatToDoAbout } from "../../src/facts/index.js";
import { linesIn } from "../../src/policy/index.js";
import { conditionInWords } from "../../src/words/index.js";
import { code } from "./markdown.js";
import { domainInWords } from "./tables.js";

/** A page about one thing: what it is, why, where its line lies, what to do, and where it comes from. */
interface Page {
  readonly id: string;
  readonly title: string;
  readonly sections: Readonly<Record<string, string | undefined>>;
}

/** Pages of one kind, below a page that lists them. */
interface Chapter {
  readonly folder: string;
  readonly title: string;
  readonly about: string;
  readonly pages: readonly Page[];
}

const vocabulary = { policy: standardPolicy, facts: standardFacts };
const { boundaries = [], components = [], criteria = [], reviews = [], signs = [], tiers } = standardPolicy;

type Asking = { readonly id: string; readonly title: string; readonly when?: Condition; readonly holds?: Condition };

/** Everything that asks something of a fact, by the folder of its page. */
const asking: Readonly<Record<string, readonly Asking[]>> = {
  signs,
  criteria: [...criteria, ...tiers.flatMap(({ limits = [] }) => limits)],
  reviews,
  boundaries,
};

const link = (folder: string, id: string, title: string) => `[${title}](../${folder}/${id}.md)`;
const list = (items: readonly string[]) =>
  items.length === 0 ? undefined : items.map((item) => `- ${item}`).join("\n");
const tierOf = (id: string | undefined) => tiers.find((tier) => tier.id === id) ?? tiers[1] ?? expect.fail("no tiers");
const titleOfTier = (id: string | undefined) => tierOf(id).title;

const conditionsOf = ({ when, holds }: Asking) => [when, holds].flatMap((condition) => condition ?? []);
const factsIn = (rule: Asking) => [
  ...new Set(conditionsOf(rule).flatMap((condition) => linesIn(condition, standardPolicy).map(({ fact }) => fact))),
];
const linked = (rule: Asking) => list(factsIn(rule).map((fact) => link("facts", fact, code(fact))));

function lineOf(condition: Condition | undefined): string | undefined {
  if (condition === undefined) return undefined;
  return `${conditionInWords(condition, vocabulary)}.\n\n\`\`\`json\n${JSON.stringify(condition, null, 2)}\n\`\`\``;
}

const coveredBy = (id: string) =>
  list(
    components
      .filter(({ covers }) => covers.some((covered) => covered === id))
      .map((component) => link("components", component.id, component.title)),
  );

const rulePage = (rule: Sign | Criterion): Page => ({
  id: rule.id,
  title: rule.title,
  sections: {
    What: `${"severity" in rule ? `A warning sign of ${rule.severity} severity` : "A criterion"}; an app that it applies to is at least in the tier "${titleOfTier(rule.tier)}".`,
    Why: rule.why,
    "Where the line lies": lineOf(rule.when),
    "What to do": rule.advice ?? tierOf(rule.tier).advice,
    "Facts that it looks at": linked(rule),
    "Components that handle it": coveredBy(rule.id),
    Source: rule.source,
  },
});

const limitPage = (limit: Limit, tier: string): Page => ({
  id: limit.id,
  title: limit.title,
  sections: {
    What: `A limit of the tier "${tier}": an app of which it does not hold is above it.`,
    Why: limit.why,
    "Where the line lies": lineOf(limit.holds),
    "What to do": limit.advice,
    "Facts that it looks at": linked(limit),
    Source: limit.source,
  },
});

/** All that there is to do about a fact, with what a way back would fill in left open. */
function whatToDoOf(name: string, fact: Fact): readonly string[] {
  const { domain } = fact;
  const members = domain.kind === "set" ? domain.members : [];
  const unit = domain.kind === "number" ? domain.unit : "";
  return Object.entries(whatToDoAbout(name, fact) ?? {})
    .filter(([outcome]) => !members.includes(outcome))
    .map(
      ([outcome, text = ""]) => `${text.replace("{to}", unit ? `${outcome} ${unit}` : "…").replace("{members}", "…")}.`,
    );
}

const factPage = ([name, fact]: readonly [string, Fact]): Page => ({
  id: name,
  title: fact.question,
  sections: {
    What: `${code(name)}: ${domainInWords(fact.domain)}.`,
    Why: `More risk means ${{ rising: "more of it", falling: "less of it", neither: "neither more nor less of it" }[fact.risk]}.`,
    "Where a profile says it": list(fact.answerAt.map(code)),
    "Where lines lie": list(
      Object.entries(asking).flatMap(([folder, rules]) =>
        rules.filter((rule) => factsIn(rule).includes(name)).map(({ id, title }) => link(folder, id, title)),
      ),
    ),
    "What to do": fact.changeable
      ? list(whatToDoOf(name, fact))
      : "It is as it is: no work on the app changes it, so that no way back leads over it.",
    "To find out": `About ${fact.cost} ${fact.cost === 1 ? "minute" : "minutes"}.`,
  },
});

const reviewPage = (review: Review): Page => ({
  id: review.id,
  title: review.title,
  sections: {
    What: `Before the milestone ${code(review.milestone)}: ${review.minutes} minutes with ${review.approvers.join(", ")}. It counts for ${review.validFor} days.`,
    Why: review.why,
    "Where the line lies": [review.above && `Apps above "${titleOfTier(review.above)}".`, lineOf(review.when) ?? ""]
      .filter(Boolean)
      .join("\n\n"),
    "What to do": list(review.checklist.map(({ question, advice }) => `${question} ${advice ?? ""}`.trim())),
    Source: review.source,
  },
});

const boundaryPage = (boundary: Boundary): Page => ({
  id: boundary.id,
  title: boundary.title,
  sections: {
    What: `The platform asks for a review before ${boundary.actions?.map(code).join(", ") ?? "every action"}.`,
    Why: boundary.why,
    "Where the line lies": [
      boundary.above && `Apps above "${titleOfTier(boundary.above)}".`,
      lineOf(boundary.when) ?? "",
    ]
      .filter(Boolean)
      .join("\n\n"),
    "What to do": [boundary.advice, boundary.instead].filter(Boolean).join(" "),
    "The review that opens it": list(
      reviews.filter(({ id }) => id === boundary.review).map(({ id, title }) => link("reviews", id, title)),
    ),
    "Components that need none": list(
      components
        .filter(({ id }) => boundary.unlessUsing?.includes(id))
        .map(({ id, title }) => link("components", id, title)),
    ),
    Source: boundary.source,
  },
});

const componentPage = (component: Component): Page => ({
  id: component.id,
  title: component.title,
  sections: {
    What: component.summary,
    Why: "IT builds it once, and keeps it; whoever uses it need not build the hard part alone.",
    "What it handles": list([
      ...signs.filter(({ id }) => component.covers.includes(id)).map(({ id, title }) => link("signs", id, title)),
      ...criteria.filter(({ id }) => component.covers.includes(id)).map(({ id, title }) => link("criteria", id, title)),
    ]),
    "What to do": "Say in the profile which part of the app uses it.",
    Source: component.source,
  },
});

/** The pages that the site has besides those written by hand: one for each part of the standard policy, and each fact. */
export const chapters: readonly Chapter[] = [
  {
    folder: "signs",
    title: "Warning signs",
    about: "What IT should see early: each lifts an app, and says what to do next.",
    pages: signs.map(rulePage),
  },
  {
    folder: "criteria",
    title: "Criteria and limits",
    about: "What puts an app into a tier.",
    pages: [
      ...criteria.map(rulePage),
      ...tiers.flatMap(({ title, limits = [] }) => limits.map((limit) => limitPage(limit, title))),
    ],
  },
  {
    folder: "facts",
    title: "Facts",
    about: "What rules look at; each is read from the profile, and asked for when it is open.",
    pages: Object.entries<Fact>(standardFacts).map(factPage),
  },
  { folder: "reviews", title: "Reviews", about: "Talks at milestones.", pages: reviews.map(reviewPage) },
  {
    folder: "boundaries",
    title: "Boundaries",
    about: "What a platform enforces.",
    pages: boundaries.map(boundaryPage),
  },
  {
    folder: "components",
    title: "Components",
    about: "Hard parts that IT has built already.",
    pages: components.map(componentPage),
  },
];

const frontMatter = (fields: Readonly<Record<string, unknown>>) =>
  ["---", ...Object.entries(fields).map(([key, value]) => `${key}: ${JSON.stringify(value)}`), "---", ""].join("\n");

function pageText({ title, sections }: Page): string {
  const told = Object.entries(sections).flatMap(([heading, text]) => (text ? [`## ${heading}`, "", text, ""] : []));
  return [frontMatter({ title }), `# ${title}`, "", ...told].join("\n");
}

/** Every page, by its path. */
export const pageFiles: ReadonlyMap<string, string> = new Map(
  chapters.flatMap(({ folder, title, about, pages }) => {
    const children = pages.map(({ id }) => `./${folder}/${id}.md`);
    const index = pages.map((page) => `- [${page.title}](./${folder}/${page.id}.md)`);
    return [
      [
        `${folder}.md`,
        [frontMatter({ title, children }), `# ${title}`, "", about, "", ...index, ""].join("\n"),
      ] as const,
      ...pages.map((page) => [`${folder}/${page.id}.md`, pageText(page)] as const),
    ];
  }),
);
