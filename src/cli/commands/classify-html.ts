import type { AppProfile, Classification, Policy } from "plimsoll";
import { type AppInWords, heatMapSvg, loadLineSvg, type PortfolioCounts } from "plimsoll/render";
import { aboutOf, appOnPage, mostOpen, mostPictures, tierMarks } from "../writing/app-page.js";
import { dateInWords } from "../writing/dates.js";
import { asMarkup, html, type Markup } from "../writing/html.js";
import { page } from "../writing/page.js";

/** An app as it was classified. */
interface Classified {
  readonly profile: AppProfile;
  readonly classification: Classification;
}

/** Says a classified app in words. */
type InWords = (classified: Classified) => AppInWords;

interface Counts extends PortfolioCounts {
  readonly ceilings: Readonly<Record<string, number>>;
}

/** Counts by tier, for each of some things. */
function countsByTier() {
  const counts = new Map<string, Map<string, number>>();
  const add = (id: string, tier: string): void => {
    const byTier = counts.get(id) ?? new Map<string, number>();
    counts.set(id, byTier);
    byTier.set(tier, (byTier.get(tier) ?? 0) + 1);
  };
  const counted = () => Object.fromEntries([...counts].map(([id, byTier]) => [id, Object.fromEntries(byTier)]));
  return { add, counted };
}

/** Counts apps as they go by, and of how many each rule stands, tier by tier. */
function counter() {
  const apps = countsByTier();
  const rules = { sign: countsByTier(), criterion: countsByTier(), limit: countsByTier() };
  const add = ({ tier, ceiling, findings }: Classification): void => {
    apps.add("tiers", tier);
    apps.add("ceilings", ceiling);
    for (const { kind, id, status } of findings) if (status === "holds") rules[kind].add(id, tier);
  };
  const counted = (): Counts => {
    const { tiers = {}, ceilings = {} } = apps.counted();
    return {
      tiers,
      ceilings,
      signsByTier: rules.sign.counted(),
      criteriaByTier: rules.criterion.counted(),
      limitsByTier: rules.limit.counted(),
    };
  };
  return { add, counted };
}

function appOf(classified: Classified, index: number, policy: Policy, inWords: InWords): Markup {
  const { profile, classification } = classified;
  const { name } = profile;
  const app = inWords(classified);
  const id = `app-${index + 1}`;
  const open = app.questions.length;
  const picture = () => asMarkup(loadLineSvg(classification, { policy, name, idPrefix: `${id}-line` }));
  return appOnPage(
    {
      app,
      standing: classification,
      id,
      aside: classification.settled ? "settled" : `${open} open`,
      about: aboutOf(profile),
      ...(index < mostPictures && { picture: picture() }),
      isOpen: index < mostOpen,
    },
    policy,
  );
}

/** All of it in numbers, which are known when the last app has gone by. */
function allInAll(counts: Counts, policy: Policy): Markup {
  const map = heatMapSvg(counts, { policy, idPrefix: "heat-map" });
  return html`<section aria-labelledby="all"><h2 id="all">All in all</h2>${tierMarks(counts, policy)}<figure>${asMarkup(map)}</figure></section>`;
}

async function* parts(
  apps: AsyncIterable<Classified>,
  policy: Policy,
  inWords: InWords,
  asOf: string,
): AsyncIterable<Markup> {
  yield html`<header><h1>Where each app sits</h1><p class="by">By the policy ${policy.id} ${policy.version}, as of ${dateInWords(asOf)}</p></header>
<main>
<section aria-labelledby="apps"><h2 id="apps">App by app</h2>`;
  const { add, counted } = counter();
  let index = 0;
  for await (const app of apps) {
    add(app.classification);
    yield appOf(app, index, policy, inWords);
    index++;
  }
  yield html`</section>`;
  if (index > 1) yield allInAll(counted(), policy);
  yield html`</main>
<footer>What nobody has said is asked, never assumed.</footer>`;
}

/** What was classified as a page to hand over, app by app. */
export function classifiedInHtml(
  apps: AsyncIterable<Classified>,
  policy: Policy,
  inWords: InWords,
  asOf: string,
): AsyncIterable<string> {
  return page("Where each app sits", parts(apps, policy, inWords, asOf));
}
