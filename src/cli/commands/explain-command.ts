import { type Classification, createClassifier, factsOf, type Policy, type Tier } from "plimsoll";
import {
  atItsBest,
  createAnalysis,
  type PathsByComponents,
  type PathsTo,
  pathsByComponents,
  pathsTo,
} from "plimsoll/analysis";
import { match } from "ts-pattern";
import { defineCommand } from "../command.js";
import { notAmong } from "../nearest-name.js";
import { asOfOption, policyOptions } from "../options.js";
import { loadProfile } from "../reading/load.js";
import { loadPolicy } from "../reading/policy.js";
import { exitCodes, UsageError } from "../terminal.js";
import { shownIn } from "../writing/format.js";
import { jsonOf } from "../writing/json.js";
import { painter } from "../writing/paint.js";
import { placeInWords } from "../writing/place.js";

const inWords = (changes: number) => (changes === 1 ? "one thing changes" : `${changes} things change together`);

/** What is open of an app that no way brings to a tier for certain, and the ways there are supposing that it turns out well. */
interface Hope {
  readonly questions: readonly string[];
  readonly supposing?: PathsTo;
}

/** So many questions are asked at once. */
const mostQuestions = 5;

function openLines(questions: readonly string[]): readonly string[] {
  const more = questions.length - mostQuestions;
  const asked = questions.slice(0, mostQuestions).map((question) => `  ? ${question}`);
  return more > 0 ? [...asked, `  and ${more} more; "plimsoll ask" goes through them.`] : asked;
}

/** Ways to a tier, each as what there is to do; and whether these are all. */
interface Ways {
  readonly ways: readonly (readonly string[])[];
  readonly complete: boolean;
}

/** The ways on which components handle something. */
function byComponents(told: PathsByComponents) {
  if (told.verdict !== "found") return { paths: [], complete: true };
  return { ...told, paths: told.paths.filter(({ handled }) => handled.length > 0) };
}

/** The ways by changes, and those by components, each of which is enough; the fewest things first. */
function waysOf(changes: PathsTo, components: PathsByComponents = { verdict: "none" }): Ways {
  const own = changes.verdict === "found" ? changes : { paths: [], complete: true };
  const others = byComponents(components);
  const ways = [
    ...own.paths.map((path) => path.changes.map(({ words }) => words)),
    ...others.paths.map(({ handled, changes: more }) => [...handled, ...more].map(({ words }) => words)),
  ].sort((one, other) => one.length - other.length);
  return { ways, complete: own.complete && others.complete };
}

/** Whether nothing has to be done. */
const isThere = ({ ways: [first] }: Ways) => first?.length === 0;

function waysIn({ ways, complete }: Ways, title: string): readonly string[] {
  const lines = ways.flatMap((words, index) => [
    `${index === 0 ? "To get" : "Or"} to ${title}, ${inWords(words.length)}:`,
    ...words.map((each) => `  → ${each}`),
    "",
  ]);
  return complete ? lines.slice(0, -1) : [...lines, "There are more ways; these are the shortest."];
}

function hopeInWords({ questions, supposing }: Hope, title: string): readonly string[] {
  if (questions.length === 0) {
    return [`No change is certain to bring it to ${title}. Ask IT: early is good.`];
  }
  const open = [
    `No change is certain to bring it to ${title} until these questions are answered:`,
    ...openLines(questions),
  ];
  if (supposing?.verdict !== "found") return [...open, "Answer what you can, or ask IT: early is good."];
  const hoped = waysOf(supposing);
  if (isThere(hoped)) return [...open, `If the answers turn out well, it is at ${title}.`];
  return [...open, "", "If the answers turn out well:", ...waysIn(hoped, title)];
}

function linesOf(paths: PathsTo, components: PathsByComponents, hope: Hope, title: string): readonly string[] {
  if (paths.verdict === "too-large") return [paths.message];
  const told = waysOf(paths, components);
  if (isThere(told)) return [`It is at ${title} already.`];
  return paths.verdict === "none" && told.ways.length === 0 ? hopeInWords(hope, title) : waysIn(told, title);
}

/** The tier to get to. */
function tierOf(asked: string | undefined, { tiers }: Policy): Tier {
  const ids = tiers.map(({ id }) => id);
  if (asked === undefined) throw new UsageError(`Say to which tier, with --to. The tiers are: ${ids.join(", ")}.`);
  const tier = tiers.find(({ id }) => id === asked);
  if (tier === undefined) throw new UsageError(notAmong("tier", asked, ids));
  return tier;
}

/** What is open of an app that could keep it above a tier, also once nothing else lifts it there. */
function openAbove({ id }: Tier, { questions, findings }: Classification, { tiers }: Policy): readonly string[] {
  const above = tiers.slice(tiers.findIndex((tier) => tier.id === id) + 1).map((tier) => tier.id);
  const lifting = findings.filter(({ status, tier }) => status === "possible" && above.includes(tier));
  const facts = lifting.flatMap(({ evidence }) => evidence.flatMap(({ fact, met }) => (met === null ? [fact] : [])));
  return questions
    .filter(({ fact, opens }) => opens === "tier" || facts.includes(fact))
    .map(({ question }) => question);
}

/** Says what to change about an app, so that it gets to a tier. */
export const explainCommand = defineCommand({
  name: "explain",
  summary: "say what to change so that an app gets to a tier",
  files: { written: "FILE|-", atLeast: 1, atMost: 1, hold: 'FILE holds one app profile; "-" is standard input.' },
  options: { to: { kind: "id", help: "the tier to get to" }, ...policyOptions, "as-of": asOfOption },
  formats: { text: "", json: "" },
  fails: "",
  run: async ({ files: [file = ""], options, format }, terminal) => {
    const { facts, "as-of": asOf } = options;
    const policy = await loadPolicy(options, terminal);
    const tier = tierOf(options.to, policy);
    const profile = await loadProfile(file, policy, facts, terminal);
    const analysis = createAnalysis(policy, { facts, asOf });
    const classify = createClassifier(policy, { facts });
    const paths = pathsTo(profile, tier.id, analysis);
    const components = pathsByComponents(profile, tier.id, analysis);
    const classification = classify(profile, { asOf });
    const open = openAbove(tier, classification, policy);
    const best =
      paths.verdict === "none" && open.length > 0 && atItsBest(profile, factsOf(policy, { facts }), { asOf });
    const isAsHigh = best && classify.tierOf(best, { asOf }).tier === classification.tier;
    const hope: Hope = {
      questions: open,
      ...(isAsHigh && { supposing: pathsTo(best, tier.id, analysis) }),
    };
    const shown = shownIn(format);
    const answer = paths.verdict === "none" ? { ...paths, ...hope } : paths;
    const { paths: handling } = byComponents(components);
    const place = placeInWords(classification, policy);
    const heading = painter(terminal.showsColours)("bold", shown(`${profile.name}: ${place}`));
    await terminal.print(
      match(format)
        .with("text", () => {
          const lines = linesOf(shown(paths), shown(components), shown(hope), shown(tier.title));
          return `${[heading, ...lines].join("\n")}\n`;
        })
        .with("json", () => jsonOf(handling.length > 0 ? { ...answer, byComponents: handling } : answer))
        .exhaustive(),
    );
    return paths.verdict === "too-large" ? exitCodes.badInput : exitCodes.done;
  },
});
