import {
  type Derived,
  type Domain,
  exact,
  type Fact,
  type FactValue,
  knownOf,
  memberKeys,
  membersOf,
  type SetDomain,
  whatToDoAbout,
} from "../facts/index.js";
import { capital } from "./capital.js";
import { exactlyInWords, valueInWords } from "./value.js";

/** How a fact of an app becomes another. */
export interface Turn {
  readonly reading: Derived;
  readonly to: FactValue;
  /** Whether it becomes less of it, or more. */
  readonly isLess: boolean;
  /** Whether whatever lies beyond the new value would do as well. */
  readonly isBound: boolean;
}

const small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** "one system", "99 people". */
function counted(value: number, domain: Domain, inWords = valueInWords): string {
  const words = inWords(value, domain);
  return words.replace(/^\d+(?= )/, (digits) => small[Number(digits)] ?? digits);
}

const row = (words: readonly string[]) =>
  [words.slice(0, -1).join(", "), ...words.slice(-1)].filter((part) => part !== "").join(" and ");

/** The members of some that are not among others. */
function missing(members: readonly string[], others: readonly string[], domain: SetDomain): readonly string[] {
  const keyOf = memberKeys(domain);
  const keys = new Set(others.map(keyOf));
  return members.filter((member) => !keys.has(keyOf(member)));
}

/** Whether an app may be like that already, as far as one knows. */
function mayBeSo({ domain }: Fact, reading: Derived, to: FactValue): boolean {
  if (reading.kind === "exact") return false;
  const now = knownOf(domain, reading);
  if (domain.kind === "set") {
    const members = membersOf(to);
    const canHave = now.possible === undefined || missing(members, now.possible, domain).length === 0;
    return canHave && missing(now.certain, members, domain).length === 0;
  }
  const { low } = knownOf(domain, exact(to));
  return now.low <= low && low <= now.high;
}

/** What there is to do, by what the fact is to become. */
type Texts = Readonly<Record<string, string | undefined>>;

/** What a number has been: ", instead of 140"; nothing, where that is not known. */
function insteadOf(fact: Fact, { reading, to }: Turn): string {
  if (mayBeSo(fact, reading, to) || reading.kind === "unknown" || typeof reading.value !== "number") return "";
  const inWords = (value: FactValue) => counted(Number(value), fact.domain).replace(/ .*/, "").replace("no", "none");
  const now: Readonly<Record<typeof reading.kind, string>> = {
    exact: "",
    "at-least": " or more",
    "at-most": " at most",
    between: ` to ${inWords(reading.kind === "between" ? reading.upTo : reading.value)}`,
  };
  return `, instead of ${inWords(reading.value)}${now[reading.kind]}`;
}

function numberWords(fact: Fact, { none, fewer, more }: Texts, turn: Turn): string | undefined {
  const { to, isLess, isBound } = turn;
  if (to === 0 && none !== undefined) return none;
  const text = isLess ? fewer : more;
  const bound = isBound ? ` at ${isLess ? "most" : "least"}` : "";
  return (
    text && `${text.replace("{to}", counted(Number(to), fact.domain, exactlyInWords))}${bound}${insteadOf(fact, turn)}`
  );
}

function setWords({ domain }: Fact, texts: Texts, { reading, to }: Turn): string | undefined {
  if (domain.kind !== "set") return undefined;
  const { certain: told, possible = domain.members } = knownOf(domain, reading);
  // What is not known to be absent may have to go.
  const now = [...told, ...missing(possible, told, domain)];
  const goes = missing(now, membersOf(to), domain);
  const comes = missing(membersOf(to), told, domain);
  const parts = [
    { members: goes, text: texts.without },
    { members: comes, text: texts.with },
  ].filter(({ members }) => members.length > 0);
  const words = parts.flatMap(({ members, text }) =>
    text === undefined ? [] : [text.replace("{members}", row(members.map((member) => texts[member] ?? member)))],
  );
  return words.length === parts.length && words.length > 0 ? words.join("; ") : undefined;
}

function levelWords({ risk }: Fact, { riskier, ...texts }: Texts, { to, isLess }: Turn): string | undefined {
  const isSafer = isLess === (risk !== "falling");
  return isSafer ? texts[String(to)] : riskier?.replace("{to}", String(to));
}

/** What is said to be done, by the kind of the fact. */
const ownWords: Readonly<Record<Domain["kind"], (fact: Fact, texts: Texts, turn: Turn) => string | undefined>> = {
  number: numberWords,
  boolean: (_, { yes, no }, { to }) => (to === true ? yes : no),
  ordinal: levelWords,
  enum: (_, texts, { to }) => texts[String(to)],
  set: setWords,
};

/** What can be said of a fact that does not say what there is to do: that the app has to change, and not the answer. */
function plainWords({ question, domain }: Fact, { reading, to }: Turn): string {
  const instead = reading.kind === "exact" ? `, and no longer "${valueInWords(reading.value, domain)}"` : "";
  return `Change the app until the true answer to "${question}" is "${exactlyInWords(to, domain)}"${instead}`;
}

/** What there is to do about an app so that a fact of it becomes another, as a sentence. */
export function changeInWords(name: string, fact: Fact, turn: Turn): string {
  const texts = whatToDoAbout(name, fact) ?? {};
  const words = ownWords[fact.domain.kind](fact, texts, turn) ?? plainWords(fact, turn);
  return `${capital(words)}${mayBeSo(fact, turn.reading, turn.to) ? ", unless that is so already" : ""}.`;
}
