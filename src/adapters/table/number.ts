import type { Json } from "../../shapes/index.js";

/** How the numbers of a table are written. */
export interface Writing {
  /** The decimal separator, if that was said. */
  readonly decimal: "." | "," | undefined;
  /** Whether only whole numbers can stand there. */
  readonly isWhole: boolean;
}

const blanks = "'’ \\u00a0\\u202f";

/** Digits in groups of three, all parted by the same mark, or in a row; and perhaps a fraction. */
const patternOf = (groups: string, decimal: string | undefined): RegExp =>
  new RegExp(
    `^(\\d{1,3}(?:([${groups}${blanks}])\\d{3}(?:\\2\\d{3})*)?|\\d{1,15})${decimal === undefined ? "" : `(?:\\${decimal}(\\d{1,9}))?`}$`,
  );

// Marked, so that a bundler can leave them out where no tables are read.
const patterns = {
  ".": /* @__PURE__ */ patternOf(",", "."),
  ",": /* @__PURE__ */ patternOf(".", ","),
  whole: /* @__PURE__ */ patternOf(".,", undefined),
} as const;

/** One mark and three digits after it, which can be thousands or a fraction. */
const isAmbiguous = (text: string): boolean => /^\d{1,3}[.,]\d{3}$/.test(text);

function single(text: string, { decimal, isWhole }: Writing): number | undefined {
  if (decimal === undefined && !isWhole && isAmbiguous(text)) return undefined;
  // What can only be whole has no fraction that a mark could begin.
  const pattern = decimal === undefined && isWhole ? patterns.whole : patterns[decimal ?? "."];
  const [, digits, , fraction] = pattern.exec(text) ?? [];
  return digits === undefined ? undefined : Number(`${digits.replace(/\D/g, "")}.${fraction ?? 0}`);
}

/** Words around one number that make a bound of it; a strict one leaves the number itself out. */
const bounds: readonly (readonly [pattern: RegExp, side: "atLeast" | "atMost", isStrict: boolean])[] = [
  [/^(.*\d) ?\+$/, "atLeast", false],
  [/^(?:>=|=>|≥|at least|mindestens|mind\.|min\.|from|ab) ?(.+)$/, "atLeast", false],
  [/^(?:>|more than|over|above|mehr als|über) ?(.+)$/, "atLeast", true],
  [
    /^(?:<=|=<|≤|at most|up to|no more than|höchstens|maximal|max\.?|bis zu|bis|jusqu'à|hasta|fino a|tot) ?(.+)$/,
    "atMost",
    false,
  ],
  [/^(?:<|less than|fewer than|under|below|weniger als|unter) ?(.+)$/, "atMost", true],
];

const ranges: readonly RegExp[] = [
  /^(.*\d) ?(?:-|–|—|to|bis|à|tot) ?(\d.*)$/,
  /^(?:between|zwischen) (.*\d) (?:and|und) (\d.*)$/,
];

function range(text: string, writing: Writing): Json | undefined {
  for (const pattern of ranges) {
    const [, from = "", to = ""] = pattern.exec(text) ?? [];
    const [atLeast, atMost] = [single(from, writing), single(to, writing)];
    if (atLeast !== undefined && atMost !== undefined && atLeast <= atMost) return { atLeast, atMost };
  }
  return undefined;
}

function bound(text: string, writing: Writing): Json | undefined {
  for (const [pattern, side, isStrict] of bounds) {
    const [, inner] = pattern.exec(text) ?? [];
    const number = inner === undefined ? undefined : single(inner, writing);
    if (number === undefined) continue;
    const least = isStrict && writing.isWhole ? number + (side === "atLeast" ? 1 : -1) : number;
    return least < 0 ? undefined : { [side]: least };
  }
  return undefined;
}

/** Reads a number as people write it: 1,200, 50-100, 100+ or "fewer than 20"; nothing, where it is none, or could be two. */
export function readNumber(text: string, writing: Writing): Json | undefined {
  const plain = text.toLowerCase().replace(/\s+/g, " ").trim();
  if (plain.length > 60) return undefined;
  return single(plain, writing) ?? range(plain, writing) ?? bound(plain, writing);
}

/** What would do in the place of a number that cannot be read. */
export function insteadOf(text: string, { decimal }: Writing): string {
  const isMarked = /\d[.,]\d/.test(text);
  return isMarked && decimal === undefined
    ? `Say in the mapping what parts the whole from the fraction, with "decimal".`
    : "Write a number such as 12, or 50-100, 100+ or <20.";
}
