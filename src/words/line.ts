import { type ByOperator, byOperator, type Domain, type Line, type Operator, type OperatorOn } from "../facts/index.js";
import { exactlyInWords } from "./value.js";

/** A value that is no list of others. */
type Single = number | boolean | string;

/** What is said when what a line asks is so, and when it is not. */
type Phrase = readonly [so: string, notSo: string];

/** Of what is counted, fewer than one is none, and more than none is one or more. */
const none: Phrase = ["none", "one or more"];
const some: Phrase = ["one or more", "none"];

/** Of what can only be or not be, the opposite has a name. */
const yesOrNo = (value: boolean): Phrase => (value ? ["yes", "no"] : ["no", "yes"]);

/** "moderate or complex", "low, moderate nor complex". */
const row = (words: readonly string[], last: string) =>
  `${words.slice(0, -1).join(", ")} ${last} ${words.slice(-1).join("")}`;

/** How each operator through what has an order reads; things that are counted are fewer, others are less. */
function phrasesInOrder(
  isCounted: boolean,
  told: (value: Single) => string,
): ByOperator<OperatorOn<"number">, Single, Phrase> {
  const less = isCounted ? "fewer" : "less";
  const isCount = (limit: Single, count: number) => isCounted && limit === count;
  return {
    atLeast: (limit) => (isCount(limit, 1) ? some : [`${told(limit)} or more`, `${less} than ${told(limit)}`]),
    atMost: (limit) => (isCount(limit, 0) ? none : [`${told(limit)} at most`, `more than ${told(limit)}`]),
    above: (limit) => (isCount(limit, 0) ? some : [`more than ${told(limit)}`, `${told(limit)} at most`]),
    below: (limit) => (isCount(limit, 1) ? none : [`${less} than ${told(limit)}`, `${told(limit)} or more`]),
    between: ([from, to]) => [`${told(from)} to ${told(to)}`, `${less} than ${told(from)}, or more than ${told(to)}`],
  };
}

/** How each operator reads. */
function phrasesOf(domain: Domain | undefined): ByOperator<Operator, Single, Phrase> {
  const told = (value: Single) => exactlyInWords(value, domain);
  return {
    ...phrasesInOrder(domain?.kind === "number" && domain.whole, told),
    is: (values) => {
      const [first, ...others] = [values].flat();
      if (first === undefined) return ["", ""];
      if (others.length > 0) {
        const all = [first, ...others].map(told);
        return [row(all, "or"), `neither ${row(all, "nor")}`];
      }
      return typeof first === "boolean" ? yesOrNo(first) : [told(first), `not ${told(first)}`];
    },
    includesAny: (members) => [`any of ${members.join(", ")}`, `none of ${members.join(", ")}`],
    includesAll: (members) => [`all of ${members.join(", ")}`, `not all of ${members.join(", ")}`],
    isEmpty: (isAsked) => (isAsked ? ["none", "any"] : ["any", "none"]),
    // The question names what is counted.
    size: (line) => byOperator<Phrase>(line, phrasesInOrder(true, String), () => ["", ""]),
  };
}

/** What a line asks of a fact, for a person: "100 people or more", "any of health, payment". */
export function lineInWords(line: Line, domain: Domain | undefined, isSo = true): string {
  // Of a line that was never checked, there may be nothing to say.
  const [so, notSo] = byOperator<Phrase>(line, phrasesOf(domain), () => ["", ""]);
  return isSo ? so : notSo;
}
