import type { Adjusted, Classification, Finding } from "../classify/index.js";
import type { Policy, Severity } from "../policy/index.js";
import { adjustedInWords, heaviestFirst, saidOnce, titleOf, weightOf } from "./said-once.js";

/** Covered; not known yet; others; a tier higher, and a tier lower. */
type Badge = "✓" | "?" | "…" | "+1" | "−1";

/** One crate on deck: something that makes an app deep, or what is said of several. */
export interface Crate {
  readonly title: string;
  /** What is said of it to those who do not see it, and when it is pointed at. */
  readonly told: string;
  /** How heavy it is; or a badge, where nothing is to be weighed. */
  readonly load: Severity | Badge;
}

/** What a deck holds, from the bottom up, and all that it stands for in words. */
export interface Cargo {
  readonly crates: readonly Crate[];
  readonly told: string;
}

/** A higher stack is no longer read. */
const mostCrates = 8;

function inOneCrate(crates: readonly Crate[]): Crate {
  const title = `and ${crates.length} more`;
  return { title, told: `${title}: ${crates.map(({ told }) => told).join("; ")}`, load: "…" };
}

/** What is not known yet, in one crate: who knows what is in it? */
function unopened(titles: readonly string[]): readonly Crate[] {
  if (titles.length === 0) return [];
  const title = `${titles.length} ${titles.length === 1 ? "reason" : "reasons"} still open`;
  return [{ title, told: `${title}: ${titles.join(", ")}`, load: "?" }];
}

const moved = ({ by, title }: Pick<Adjusted, "by" | "title">): Crate => ({
  title,
  told: title,
  load: by < 0 ? "−1" : "+1",
});

/**
 * What makes an app deep as cargo: what is heaviest goes to the bottom; what moves it by a tier, what is covered, and what is not
 * known, to the top.
 */
export function cargoOf(
  { findings, adjustments = [] }: Pick<Classification, "findings" | "adjustments">,
  policy: Pick<Policy, "tiers" | "criteria">,
): Cargo {
  const standing = (status: Finding["status"]) =>
    saidOnce(
      findings.filter((finding) => finding.status === status),
      policy,
    ).map((finding) => ({ ...finding, title: titleOf(finding) }));
  const holding = standing("holds").map(({ title, ...finding }): Crate => {
    const load = weightOf(finding, policy);
    return { title, told: `${title} (${load})`, load };
  });
  const moving = adjustments.map((adjusted) => ({ ...adjusted, title: adjustedInWords(adjusted) }));
  const covered = standing("covered").map(({ title }): Crate => ({ title, told: `${title} (covered)`, load: "✓" }));
  const open = [...standing("possible"), ...moving.filter(({ status }) => status === "possible")];
  const all = [
    ...heaviestFirst.flatMap((weight) => holding.filter(({ load }) => load === weight)),
    ...moving.filter(({ status }) => status === "holds").map(moved),
    ...covered,
    ...unopened(open.map(({ title }) => title)),
  ];
  const crates =
    all.length > mostCrates ? [...all.slice(0, mostCrates - 1), inOneCrate(all.slice(mostCrates - 1))] : all;
  const told = all.length > 0 ? `On deck: ${all.map((crate) => crate.told).join("; ")}.` : "Nothing is on deck.";
  return { crates, told };
}
