import {
  type AppProfile,
  createClassifier,
  deriveFacts,
  type FactValue,
  PlimsollError,
  type Policy,
  safeParseProfile,
  standardConstraints,
  standardFacts,
} from "plimsoll";
import { createAnalysis, type NextQuestion, partialProfile } from "plimsoll/analysis";
import { type Answers, answeredFacts, choicesIn, valueFrom } from "./answers.js";
import { formatOf } from "./format.js";
import { jsonOf } from "./json.js";
import { loadOne, loadPolicy } from "./load.js";
import { placeInWords } from "./place.js";
import { exitCodes, type Terminal } from "./terminal.js";

/** What `plimsoll ask` was asked. */
export interface AskArguments {
  readonly file: string | undefined;
  readonly policy: string | undefined;
  readonly json: boolean;
  readonly format: string | undefined;
}

/** Where an interview stands. */
interface Interview {
  readonly answers: Answers;
  /** The facts of which the answer is not known. */
  readonly skipped: readonly string[];
}

/** The next question, as long as one is open that could settle the tier. */
function nextOf(profile: AppProfile, { answers, skipped }: Interview, policy: Policy): NextQuestion | undefined {
  const facts = answeredFacts(answers);
  const told = createAnalysis(policy, { facts, constraints: standardConstraints }).nextQuestions(profile);
  return told.verdict === "open" ? told.questions.find(({ fact }) => !skipped.includes(fact)) : undefined;
}

/** Asks a question until the answer fits; nothing at the end of the input. */
async function answerTo(
  { fact: name, question }: NextQuestion,
  terminal: Terminal,
): Promise<FactValue | "open" | undefined> {
  const { domain } = standardFacts[name as keyof typeof standardFacts]; // the interview asks standard facts
  for (;;) {
    const text = await terminal.ask(`${question}\n  (${choicesIn(domain)}; leave it empty when you do not know) `);
    if (text === undefined) return undefined;
    if (text.trim() === "" || text.trim() === "?") return "open";
    const value = valueFrom(domain, text);
    if (value !== undefined) return value;
    await terminal.complain(`That is no answer here. Say ${choicesIn(domain)}.\n`);
  }
}

/** Asks until the tier is settled, nothing is left to ask, or the input ends. */
async function interview(profile: AppProfile, policy: Policy, terminal: Terminal): Promise<Answers> {
  let held: Interview = { answers: {}, skipped: [] };
  for (let next = nextOf(profile, held, policy); next !== undefined; next = nextOf(profile, held, policy)) {
    const { fact } = next;
    const answer = await answerTo(next, terminal);
    if (answer === undefined) break;
    const { answers, skipped } = held;
    const after =
      answer === "open"
        ? { answers, skipped: [...skipped, fact] }
        : { answers: { ...answers, [fact]: answer }, skipped };
    if (isPossible(profile, after, policy)) held = after;
    else
      await terminal.complain("That cannot be together with what was said before. Think again, or leave it empty.\n");
  }
  return held.answers;
}

function isPossible(profile: AppProfile, held: Interview, policy: Policy): boolean {
  try {
    nextOf(profile, held, policy);
    return true;
  } catch (error) {
    if (error instanceof PlimsollError && error.code === "invalid-profile") return false;
    throw error;
  }
}

/** The profile with what was answered: the parts that were asked about are written anew. */
function withAnswers(profile: AppProfile, answers: Answers): AppProfile {
  const known = Object.entries(deriveFacts(profile)).flatMap(([name, reading]) =>
    reading.kind === "exact" ? [[name, reading.value] as const] : [],
  );
  const told = partialProfile({ ...Object.fromEntries(known), ...answers });
  if (told === undefined) return profile;
  const { id, name } = profile;
  const parts = new Set(
    Object.keys(answers).flatMap((fact) =>
      standardFacts[fact as keyof typeof standardFacts].answerAt.map((pointer) => pointer.split("/")[1] ?? ""),
    ),
  );
  const written = Object.entries(told).filter(([part]) => parts.has(part));
  return { ...profile, ...Object.fromEntries(written), id, name };
}

/** Asks about an app in the order that settles its tier with the fewest answers. */
export async function askCommand(given: AskArguments, terminal: Terminal): Promise<number> {
  const format = formatOf(given, ["text", "json"]);
  const policy = await loadPolicy(given.policy, terminal);
  const profile =
    given.file === undefined
      ? { id: "app", name: "This app" }
      : await loadOne(given.file, "app profile", (input) => safeParseProfile(input), terminal);
  const answers = await interview(profile, policy, terminal);
  const classification = createClassifier(policy, { facts: answeredFacts(answers) })(profile);
  const written = withAnswers(profile, answers);
  if (format === "json") {
    await terminal.print(jsonOf({ profile: written, classification }));
    return exitCodes.done;
  }
  const advice = policy.tiers.find(({ id }) => id === classification.tier)?.advice ?? "";
  const place = placeInWords(classification, policy);
  await terminal.print(`\n${profile.name}: ${place}\n  ${advice}\n\n${jsonOf(written)}`);
  return exitCodes.done;
}
