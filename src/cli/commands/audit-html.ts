import type { AuditReport, Classification, Policy, RankedApp } from "plimsoll";
import { heatMapSvg, loadLineSvg } from "plimsoll/render";
import { aboutOf, appOnPage, loadLineMark, mostOpen, mostPictures, type Told, tierMarks } from "../writing/app-page.js";
import { asMarkup, html, type Markup } from "../writing/html.js";
import { page } from "../writing/page.js";
import type { Table } from "../writing/table.js";
import { growthInAWord } from "./audit-growth.js";
import { auditTitle, conclusion, countsOf, type InWords } from "./audit-report.js";

/** A table; columns of numbers stand on the right, and words beside the first are left out where there is little room. */
function tableOnPage({ headings: [caption = "", ...headings], rows }: Table): Markup {
  const classOf = (at: number) => {
    if (at === 0) return "";
    return rows.every((row) => /^\d*$/.test(row[at] ?? "")) ? "n" : "wide";
  };
  const classes = ["", ...headings].map((_, at) => classOf(at));
  const cells = (row: readonly string[]) => row.map((cell, at) => html`<td class="${classes[at] ?? ""}">${cell}</td>`);
  const heading = (words: string, at: number) => html`<th scope="col" class="${classes[at] ?? ""}">${words}</th>`;
  return html`<table><caption>${caption}</caption>
<thead><tr>${["What", ...headings].map(heading)}</tr></thead>
<tbody>${rows.map(
    (row) => html`<tr>${cells(row)}</tr>
`,
  )}</tbody></table>`;
}

function numbers(audited: AuditReport, policy: Policy): Markup | undefined {
  const tables = countsOf(audited, policy);
  if (tables.length === 0) return undefined;
  const map = heatMapSvg(audited.summary, { policy, idPrefix: "heat-map" });
  return html`<section aria-labelledby="numbers"><h2 id="numbers">Where the risk is</h2>
<div class="numbers"><figure>${asMarkup(map)}</figure><div>${tables.map(tableOnPage)}</div></div>
</section>`;
}

/** So many findings stand beside an app in the ranking. */
const mostTitles = 3;

function titlesOf({ findings }: RankedApp): string {
  const titles = findings.slice(0, mostTitles).map(({ title }) => title);
  const more = findings.length - titles.length;
  return `${titles.join(", ")}${more > 0 ? `, and ${more} more` : ""}`;
}

function ranking({ ranked, growth }: AuditReport, policy: Policy): Markup {
  const isHeld = growth !== null;
  const row = (
    app: RankedApp,
    index: number,
  ) => html`<tr><td class="n">${index + 1}</td><td><a href="#app-${index + 1}">${
    app.name
  }</a></td><td>${loadLineMark(app, policy)}</td><td class="n">${app.points}</td>${
    isHeld ? html`<td class="wide">${growthInAWord(app.growth)}</td>` : undefined
  }<td class="why wide">${titlesOf(app)}</td><td class="n wide">${app.openQuestions}</td></tr>
`;
  return html`<section aria-labelledby="ranking"><h2 id="ranking">Look at these first</h2>
<table class="ranking"><caption>The riskiest before the others</caption>
<thead><tr><th scope="col" class="n">Rank</th><th scope="col">App</th><th scope="col">Load line</th><th scope="col" class="n">Points</th>${
    isHeld ? html`<th scope="col" class="wide">Growth</th>` : undefined
  }<th scope="col" class="wide">What was found</th><th scope="col" class="n wide">Open</th></tr></thead>
<tbody>${ranked.map(row)}</tbody></table>
</section>`;
}

/** A ranked app as a ship at its load line, with what was found as its cargo. */
function pictureOf(ranked: RankedApp, { policy: asked }: AuditReport, policy: Policy, idPrefix: string): Markup {
  const { app, name, tier, ceiling, settled, findings } = ranked;
  const cargo = findings.map((finding): Classification["findings"][number] => {
    const { kind, points: _, since: __, isNew: ___, message: ____, pointers: _____, ...words } = finding;
    return { ...words, kind: kind === "check" ? "sign" : kind, status: "holds", tier, coveredBy: [] };
  });
  const classification = { app, policy: asked, tier, ceiling, settled, findings: cargo, questions: [] };
  return asMarkup(loadLineSvg(classification, { policy, name, idPrefix }));
}

/** What is known of an app, as far as its profile tells. */
const aboutRanked = ({ users, about }: RankedApp): readonly Told[] => [
  ...(users === null ? [] : [["Users", String(users)] as const]),
  ...aboutOf(about),
];

function* parts(audited: AuditReport, policy: Policy, inWords: InWords): Iterable<Markup> {
  const title = auditTitle(audited);
  const [what, by] = title.split(", by ");
  yield html`<a class="skip" href="#apps">To the apps</a>
<header><h1>${what}</h1><p class="by">By the policy ${by}</p></header>
<main>
<section aria-label="All in all">${tierMarks(audited.summary, policy)}
<ul class="conclusion">${conclusion(audited).map((line) => html`<li>${line}</li>`)}</ul></section>`;
  const inNumbers = numbers(audited, policy);
  if (inNumbers !== undefined) yield inNumbers;
  const { ranked } = audited;
  if (ranked.length > 0) yield ranking(audited, policy);
  yield html`<section class="apps" aria-labelledby="apps"><h2 id="apps">App by app</h2>`;
  for (const [index, each] of ranked.entries()) {
    const id = `app-${index + 1}`;
    yield appOnPage(
      {
        app: inWords(each),
        standing: each,
        id,
        rank: index + 1,
        aside: `${each.points} ${each.points === 1 ? "point" : "points"}`,
        about: aboutRanked(each),
        ...(index < mostPictures && { picture: pictureOf(each, audited, policy, `${id}-line`) }),
        isOpen: index < mostOpen,
      },
      policy,
    );
  }
  yield html`</section>
</main>
<footer>Only what is certain adds points; what nobody has said is asked, never assumed.</footer>`;
}

/** An audit as a page to hand over: one file, which asks for nothing else and runs nothing. */
export function auditInHtml(audited: AuditReport, policy: Policy, inWords: InWords): AsyncIterable<string> {
  return page(auditTitle(audited), parts(audited, policy, inWords));
}
