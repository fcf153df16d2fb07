import { type Classifier, createClassifier, factsOf } from "plimsoll";
import { createAnalysis, diffPolicies, type MovedApp, type PolicyDiff } from "plimsoll/analysis";
import { markdownText } from "plimsoll/render";
import { match } from "ts-pattern";
import { defineCommand } from "../command.js";
import { asOfOption, exportOptions, factsOption } from "../options.js";
import { type Apps, allowEmpty, noApp, readApps } from "../reading/apps.js";
import { loadPolicy } from "../reading/policy.js";
import { exitCodes } from "../terminal.js";
import { printAll, shownIn } from "../writing/format.js";
import { objectInJson } from "../writing/json.js";
import { painter } from "../writing/paint.js";
import { partsOf, type Writing } from "./diff-parts.js";

/** What moves, and what else is decided otherwise. */
function changesOf(diff: PolicyDiff, { shown, heading }: Writing): readonly string[] {
  if (diff.verdict === "too-large") return [shown(diff.message)];
  const parts = partsOf(diff.parts, { shown, heading });
  if (diff.verdict === "equivalent")
    return ["Both policies decide the same for every possible app.", ...(parts.length > 0 ? ["", ...parts] : [])];
  const changes = diff.changes.flatMap(({ from, to, regions, complete }) => [
    heading(`From ${shown(from)} to ${shown(to)}, of the apps that were ${shown(from)}`),
    "",
    ...regions.map(({ words }) => `- ${shown(words)}`),
    ...(complete ? [] : ["- and others"]),
    "",
  ]);
  const moves = changes.length > 0 ? changes : ["Both policies put every possible app into the same tier.", ""];
  return [...moves, ...parts];
}

/** The apps that are moved; of policies that are the same, those can be whose components are covered otherwise. */
async function* movedApps(
  { profiles }: Apps,
  before: Classifier,
  after: Classifier,
  asOf: string,
): AsyncIterable<MovedApp> {
  for await (const profile of profiles) {
    const { id: app, name } = profile;
    const [from, to] = [before(profile, { asOf }).tier, after(profile, { asOf }).tier];
    if (from !== to) yield { app, name, from, to };
  }
}

/** A diff for people, with the apps that move as they are found. */
async function* inWords(
  diff: PolicyDiff,
  apps: AsyncIterable<MovedApp>,
  writing: Writing,
  visible: <Data>(data: Data) => Data,
): AsyncIterable<string> {
  yield `${changesOf(visible(diff), writing).join("\n")}\n`;
  let before = `\n${writing.heading("Of the portfolio")}\n\n`;
  for await (const moved of apps) {
    const { name, from, to } = visible(moved);
    yield `${before}- ${writing.shown(name)}: ${writing.shown(from)} → ${writing.shown(to)}\n`;
    before = "";
  }
}

async function* inJson(diff: PolicyDiff, apps: AsyncIterable<MovedApp>): AsyncIterable<string> {
  yield* objectInJson(diff.verdict === "too-large" ? { ...diff } : { ...diff, apps });
  yield "\n";
}

const noApps: Apps = {
  layout: "none",
  placesIn: undefined,
  notes: () => [],
  profiles: (async function* () {})(),
  seen: () => ({ apps: 0, unreadable: 0 }),
};

/** Says what a change of policy does: to which apps, to whom, and what else it decides otherwise. */
export const diffCommand = defineCommand({
  name: "diff",
  summary: "say which apps a change of policy moves, and which other decisions it changes",
  files: {
    written: "A B",
    atLeast: 2,
    atMost: 2,
    hold: 'A and B are standard, recommended, or files that hold a policy each; "-" is standard input.',
  },
  options: {
    portfolio: {
      kind: "file",
      help: "apps, as one, an array of them, or one per line (NDJSON): say which of them would move",
    },
    facts: factsOption,
    "as-of": asOfOption,
    ...exportOptions,
    "allow-empty": allowEmpty,
    "exit-code": { kind: "flag", help: "end with 1 when the two policies decide differently about any app" },
  },
  formats: { text: "", md: "", json: "" },
  fails: "there was no app in the portfolio, or, with --exit-code, the two policies decide differently",
  run: async ({ files: [first = "", second = ""], options, format }, terminal) => {
    const { portfolio, facts, connectors, map, "as-of": asOf } = options;
    const before = await loadPolicy({ policy: first, facts }, terminal);
    const after = await loadPolicy({ policy: second, facts }, terminal);
    const diff = diffPolicies(createAnalysis(before, { facts, asOf }), after);
    const isTooLarge = diff.verdict === "too-large";
    const apps =
      portfolio === undefined || isTooLarge
        ? noApps
        : await readApps(
            [portfolio],
            { facts: factsOf(after, { facts: factsOf(before, { facts }) }), connectors, map },
            terminal,
          );

    const moved = movedApps(apps, createClassifier(before, { facts }), createClassifier(after, { facts }), asOf);
    const paint = painter(terminal.showsColours);
    const asText: Writing = { shown: (text) => text, heading: (text) => paint("bold", text) };
    const asMarkdown: Writing = { shown: markdownText, heading: (text) => `## ${text}` };
    const title = `${before.title} (${before.version}) → ${after.title} (${after.version})`;
    if (format === "md") await terminal.print(`# ${markdownText(shownIn(format)(title))}\n\n`);
    const written = match(format)
      .with("text", () => inWords(diff, moved, asText, shownIn(format)))
      .with("md", () => inWords(diff, moved, asMarkdown, shownIn(format)))
      .with("json", () => inJson(diff, moved))
      .exhaustive();
    await printAll(written, terminal);

    if (isTooLarge || apps.seen().unreadable > 0) return exitCodes.badInput;
    if (options["exit-code"] && diff.verdict === "different") return exitCodes.failed;
    if (portfolio === undefined || apps.seen().apps > 0 || options["allow-empty"]) return exitCodes.done;
    await terminal.complain(noApp([portfolio]));
    return exitCodes.failed;
  },
});
