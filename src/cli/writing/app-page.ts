import type { AppProfile, Policy } from "plimsoll";
import type { AppInWords, FindingInWords, Observation, QuestionInWords, ReasonInWords } from "plimsoll/render";
import { html, type Markup } from "./html.js";

/** Where an app sits, in the policy that says so. */
interface Standing {
  readonly tier: string;
  readonly ceiling: string;
}

/** Where an app sits, and up to where it could, as a short line with a mark; and in words. */
export function loadLineMark({ tier, ceiling }: Standing, { tiers }: Policy): Markup {
  const rankOf = (id: string) => tiers.findIndex((each) => each.id === id);
  const titleOf = (id: string) => tiers.find((each) => each.id === id)?.title ?? id;
  const [at, upTo] = [rankOf(tier), rankOf(ceiling)];
  const placeOf = (rank: number) => {
    if (rank <= at) return rank === at ? "here" : "below";
    return rank <= upTo ? "possible" : "above";
  };
  const words = tier === ceiling ? titleOf(tier) : `${titleOf(tier)}, perhaps ${titleOf(ceiling)}`;
  return html`<span class="standing"><span class="line" role="img" aria-label="${words}">${tiers.map(
    (_, rank) => html`<i class="${placeOf(rank)}"></i>`,
  )}</span><b aria-hidden="true">${titleOf(tier)}${tier === ceiling ? "" : " ?"}</b></span>`;
}

type Place = NonNullable<Observation["places"]>[number];

const placeInWords = ({ file, line, pointer }: Place) => {
  if (line !== undefined) return `${file}, line ${line}`;
  return pointer === undefined ? file : `${file} at ${pointer}`;
};

function observation({ sentence, places = [] }: Observation): Markup {
  const told = places.map((place) => html` <span class="place">${placeInWords(place)}</span>`);
  return html`<li>${sentence}${told}</li>`;
}

/** Where the profile says so: for those who write profiles, and out of the way of the others. */
function where(pointers: readonly string[]): Markup | undefined {
  if (pointers.length === 0) return undefined;
  return html`<details class="where"><summary>Where in the profile</summary>${pointers.map(
    (pointer) => html`<code>${pointer}</code>`,
  )}</details>`;
}

function reason({ found, advice, severity, seen }: ReasonInWords): Markup {
  const pointers = [...new Set(seen.flatMap((each) => each.pointers))];
  const badge = html`<span class="badge">${severity}</span>`;
  const what = found.map(
    ({ titles, why }, index) => html`<strong>${titles.join("; ")}</strong>${index === 0 ? badge : undefined}
<p>${why}</p>
`,
  );
  return html`<li class="${severity}">${what}
${seen.length > 0 ? html`<ul class="seen">${seen.map(observation)}</ul>` : undefined}${
  advice === "" ? undefined : html`<p class="advice">${advice}</p>`
}${where(pointers)}</li>
`;
}

function setAside({ title, standing }: FindingInWords): readonly Markup[] {
  return standing.kind === "set-aside" ? [html`<li>${title}: ${standing.because}. Nothing to do.</li>`] : [];
}

const question = ({ question: asked, stakes, answerAt }: QuestionInWords): Markup =>
  html`<li>${asked} <span class="stakes">${stakes.join("; ")}</span>${where(answerAt)}</li>`;

const section = (heading: string, list: string, items: readonly Markup[]): Markup | undefined =>
  items.length > 0 ? html`<h4>${heading}</h4><ul class="${list}">${items}</ul>` : undefined;

/** Something that is known, in a few words. */
export type Told = readonly [what: string, told: string];

/** What a profile tells of what an app is, who answers for it, and how far along it is. */
export function aboutOf(about: Pick<AppProfile, "platform" | "ownership" | "lifecycle">): readonly Told[] {
  const { platform, ownership: { businessOwner, itOwner, owners = [] } = {}, lifecycle: { stage } = {} } = about;
  const told: readonly (readonly [string, string | null | undefined])[] = [
    ["Platform", platform],
    ["Stage", stage],
    ["Business owner", businessOwner],
    ["IT owner", itOwner],
    ["Owners", owners.length > 0 ? owners.map(({ name }) => name).join(", ") : undefined],
  ];
  // That there is nobody is told as well.
  return told.flatMap(([what, words]) => (words === undefined ? [] : [[what, words ?? "nobody"] as const]));
}

/** How many apps sit at each mark, and how many could at worst. */
export function tierMarks(
  counts: { readonly tiers: Readonly<Record<string, number>>; readonly ceilings: Readonly<Record<string, number>> },
  policy: Policy,
): Markup {
  const mark = ({ id, title }: Policy["tiers"][number]) => {
    const [certain, atWorst] = [counts.tiers[id] ?? 0, counts.ceilings[id] ?? 0];
    return html`<div><dt>${title}</dt><dd class="count">${certain}</dd><dd>${atWorst} at worst</dd></div>`;
  };
  return html`<dl class="marks">${policy.tiers.map(mark)}</dl>`;
}

/** So many apps are unfolded: whoever is handed a report reads the first. */
export const mostOpen = 10;

/** So many apps have a picture of their own: a page with more would be slow to open. */
export const mostPictures = 300;

/** What is shown of an app besides its words. */
interface AppOnPage {
  readonly app: AppInWords;
  readonly standing: Standing;
  /** What it is called within the page. */
  readonly id: string;
  /** Its place in a ranking; nothing, where there is none. */
  readonly rank?: number;
  /** What is said beside its name. */
  readonly aside: string;
  /** What is known of it, in a few words each. */
  readonly about: readonly Told[];
  /** Its picture; nothing, where a page holds too many apps. */
  readonly picture?: Markup;
  readonly isOpen: boolean;
}

/** An app on a page, which can be folded away. */
export function appOnPage(shown: AppOnPage, policy: Policy): Markup {
  const { app, standing, id, rank, aside, about, picture, isOpen } = shown;
  const changes = (app.sinceBefore ?? []).map((sentence) => html`<li>${sentence}</li>`);
  return html`<details class="app"${isOpen ? html` open=""` : undefined}>
<summary>${rank === undefined ? undefined : html`<span class="rank">${rank}</span>`}<h3 class="title">${app.name}</h3>${loadLineMark(
    standing,
    policy,
  )}<span class="points">${aside}</span></summary>
<div class="body${picture === undefined ? " plain" : ""}" id="${id}">
${picture && html`<figure>${picture}</figure>`}<div>
<p class="lead">${app.summary}</p>
${
  about.length > 0
    ? html`<dl class="about">${about.map(([what, told]) => html`<div><dt>${what}</dt><dd>${told}</dd></div>`)}</dl>`
    : undefined
}${section("What has changed", "changes", changes)}${section("Why", "findings", app.reasons.map(reason))}${section(
  "Taken care of",
  "aside",
  app.findings.flatMap(setAside),
)}${section("Still open: an answer could change the tier", "questions", app.questions.map(question))}
</div>
</div>
</details>`;
}
