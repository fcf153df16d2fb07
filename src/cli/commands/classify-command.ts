import {
  type AppProfile,
  type Catalogue,
  type Classification,
  type Classifier,
  createClassifier,
  factsOf,
  type Policy,
} from "plimsoll";
import { appMarkdown, classificationInWords, loadLineText } from "plimsoll/render";
import { match } from "ts-pattern";
import { defineCommand } from "../command.js";
import { notAmong } from "../nearest-name.js";
import { asOfOption, exportOptions, pathsOfApps, policyOptions } from "../options.js";
import { allowEmpty, complainOf, noApp, readApps } from "../reading/apps.js";
import type { Layout } from "../reading/entries.js";
import type { PlacesIn } from "../reading/exports/input.js";
import { nameOf } from "../reading/load.js";
import { loadPolicy } from "../reading/policy.js";
import { exitCodes, InputError, type Terminal, UsageError } from "../terminal.js";
import { printAll, shownIn } from "../writing/format.js";
import { resultsInJson } from "../writing/json.js";
import { type Paint, painter } from "../writing/paint.js";
import { report } from "../writing/report.js";
import { type SarifOptions, sarif } from "../writing/sarif.js";
import { withPlaces } from "../writing/with-places.js";
import { classifiedInCsv } from "./classify-csv.js";
import { classifiedInHtml } from "./classify-html.js";

interface Classified {
  readonly profile: AppProfile;
  readonly name: string;
  readonly classification: Classification;
}

function rankOf(tier: string, { tiers }: Policy): number {
  const rank = tiers.findIndex(({ id }) => id === tier);
  if (rank >= 0) return rank;
  const ids = tiers.map(({ id }) => id);
  throw new UsageError(notAmong("tier", tier, ids));
}

/** What to say of an app that is above a tier, or could be: an allowing decision never rests on an unknown. */
function aboveInWords({ name, classification }: Classified, maxTier: string, policy: Policy): string | undefined {
  const maxRank = rankOf(maxTier, policy);
  if (rankOf(classification.ceiling, policy) <= maxRank) return undefined;
  return rankOf(classification.tier, policy) > maxRank
    ? `${name} is above "${maxTier}". Talk to IT before it goes further: asking early is good judgement.`
    : `${name} could be above "${maxTier}". Answer its open questions first.`;
}

/** Watches what goes through. */
interface Gate {
  /** Hands on what was classified, and complains of each app that is above the tier, once it has been told. */
  readonly watch: (apps: AsyncIterable<Classified>) => AsyncIterable<Classified>;
  readonly sawAnyAbove: () => boolean;
}

function createGate(maxTier: string | undefined, policy: Policy, { complain }: Terminal): Gate {
  let isAnyAbove = false;
  const watch = async function* (apps: AsyncIterable<Classified>) {
    for await (const app of apps) {
      yield app;
      const above = maxTier === undefined ? undefined : aboveInWords(app, maxTier, policy);
      if (above === undefined) continue;
      isAnyAbove = true;
      await complain(above);
    }
  };
  return { watch, sawAnyAbove: () => isAnyAbove };
}

async function* classifiedOf(
  profiles: AsyncIterable<AppProfile>,
  classify: Classifier,
  asOf: string,
): AsyncIterable<Classified> {
  for await (const profile of profiles)
    yield { profile, name: profile.name, classification: classify(profile, { asOf }) };
}

async function* each<From, To>(values: AsyncIterable<From>, change: (value: From) => To): AsyncIterable<To> {
  for await (const value of values) yield change(value);
}

/** Texts with an empty line between them. */
async function* apart(texts: AsyncIterable<string>): AsyncIterable<string> {
  let before = "";
  for await (const text of texts) {
    yield `${before}${text}`;
    before = "\n";
  }
}

interface WriteOptions extends SarifOptions {
  readonly format: "text" | "md" | "html" | "csv" | "json" | "sarif";
  readonly layout: Layout;
  readonly policy: Policy;
  readonly facts: Catalogue;
  readonly asOf: string;
  readonly paint: Paint;
  readonly placesIn: PlacesIn | undefined;
}

/** What was classified, in one of the formats, app by app. */
function write(apps: AsyncIterable<Classified>, options: WriteOptions): AsyncIterable<string> {
  const { format, layout, facts, asOf, paint } = options;
  const shown = shownIn(format);
  const policy = shown(options.policy);
  const inWords = (
    { profile: { name }, classification }: Pick<Classified, "profile" | "classification">,
    everyFinding: boolean,
  ) => withPlaces(classificationInWords(classification, { policy, name, facts, everyFinding }), options.placesIn);
  return match(format)
    .with("text", () =>
      apart(
        each(apps, (app) => {
          const classified = shown(app);
          const loadLine = loadLineText(classified.classification, { policy, paint });
          return report({ ...shown(inWords(classified, false)), loadLine }, paint);
        }),
      ),
    )
    .with("md", () => apart(each(apps, (app) => appMarkdown(shown(inWords(shown(app), false))))))
    .with("html", () => classifiedInHtml(each(apps, shown), policy, (app) => shown(inWords(app, false)), asOf))
    .with("csv", () => classifiedInCsv(apps, policy, (app) => inWords(shown(app), false)))
    .with("sarif", () =>
      sarif(
        each(apps, (app) => inWords(app, true)),
        options,
      ),
    )
    .with("json", () =>
      resultsInJson(
        each(apps, ({ classification }) => classification),
        layout,
      ),
    )
    .exhaustive();
}

/** Classifies the profiles of a file, for people or for programs. */
export const classifyCommand = defineCommand({
  name: "classify",
  summary: "say where each app sits, why, and which questions are still open",
  files: pathsOfApps,
  options: {
    ...policyOptions,
    ...exportOptions,
    "as-of": asOfOption,
    "max-tier": {
      kind: "id",
      help: "end with 1 when an app is above this tier, or could be, or when there was no app to look at",
    },
    "allow-empty": allowEmpty,
  },
  formats: { text: "", md: "", html: "", csv: "", json: "laid out as the input was", sarif: "" },
  fails: "an app is above --max-tier, or could be, or there was no app to look at",
  run: async ({ files, options, format, version }, terminal) => {
    const { "max-tier": maxTier, "allow-empty": isEmptyAllowed, "as-of": asOf, facts } = options;
    const policy = await loadPolicy(options, terminal);
    if (maxTier !== undefined) rankOf(maxTier, policy);
    const reading = { facts: factsOf(policy, { facts }), connectors: options.connectors, map: options.map };
    const { layout, profiles, placesIn, notes, seen } = await readApps(files, reading, terminal);
    const [file = "-"] = files;
    if (layout === "none" && !isEmptyAllowed && maxTier === undefined) {
      throw new InputError([`${files.map(nameOf).join(", ")}: There is nothing in it.`]);
    }
    const gate = createGate(maxTier, policy, terminal);
    const apps = gate.watch(classifiedOf(profiles, createClassifier(policy, { facts }), asOf));
    const paint = painter(terminal.showsColours && format === "text");
    await printAll(write(apps, { format, layout, policy, facts, asOf, paint, version, file, placesIn }), terminal);
    await complainOf(notes(), terminal);

    if (seen().unreadable > 0) return exitCodes.badInput;
    if (gate.sawAnyAbove()) return exitCodes.failed;
    if (seen().apps > 0 || isEmptyAllowed || maxTier === undefined) return exitCodes.done;
    await terminal.complain(noApp(files));
    return exitCodes.failed;
  },
});
