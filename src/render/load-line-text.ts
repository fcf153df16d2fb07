import type { Classification } from "../classify/index.js";
import type { Policy } from "../policy/index.js";
import { type StandardTierId, standardRules } from "../standard/index.js";
import { assertOptions, assertPaint, assertStanding } from "./handed-in.js";
import { type Mark, marksOf } from "./tiers.js";

/**
 * Colours a text, or does not. `styleText` of Node is one.
 *
 * @example
 * ```ts
 * import { type Paint, loadLineText } from "plimsoll/render";
 *
 * const bold: Paint = (style, text) => (style.includes("bold") ? `*${text}*` : text);
 *
 * loadLineText({ tier: "citizen", ceiling: "citizen" }, { paint: bold }); // → "*◉ CITIZEN* ──────── IT review ──────── Professional"
 * ```
 */
export type Paint = (
  style: "dim" | "green" | "yellow" | "red" | ["green" | "yellow" | "red", "bold"],
  text: string,
) => string;

const length = 8;
const through = "━".repeat(length);
const perhaps = "╌".repeat(length);
const above = "─".repeat(length);

/** From nothing to worry about to all hands, whatever the number of tiers. */
const colours = ["green", "yellow", "red"] as const;

function colourAt(rank: number, tiers: number): (typeof colours)[number] {
  const share = tiers > 1 ? rank / (tiers - 1) : 0;
  return colours[Math.round(share * (colours.length - 1))] ?? "red";
}

/**
 * The tiers as marks on a hull, in one line of text, from left to right: drawn through up to where the app sits (◉), dotted
 * on to where it could still sit (○).
 *
 * @throws {PlimsollError} with code `invalid-policy`, when another policy than that of the options has classified; with
 * code `invalid-option`, when it is no classification, or an option is none that there is.
 *
 * @example
 * ```ts
 * import { classify } from "plimsoll";
 * import { loadLineText } from "plimsoll/render";
 *
 * const app = { id: "rota", name: "Rota", audience: { users: 140 } };
 *
 * loadLineText(classify(app)); // → "Citizen ━━━━━━━━ ◉ IT REVIEW ╌╌╌╌╌╌╌╌ ○ Professional"
 * ```
 */
export function loadLineText<TierId extends string = StandardTierId>(
  classification: Pick<Classification<NoInfer<TierId>>, "tier" | "ceiling">,
  options: { readonly policy?: Pick<Policy<TierId>, "id" | "tiers">; readonly paint?: Paint } = {},
): string {
  assertOptions(options);
  assertPaint(options.paint);
  assertStanding(classification);
  const { policy = standardRules, paint = (_, text) => text } = options;
  const marks = marksOf(classification, policy);
  const colour = colourAt(
    marks.findIndex(({ at }) => at === "here"),
    marks.length,
  );
  const words: Readonly<Record<Mark["at"], (title: string) => string>> = {
    below: (title) => paint("dim", title),
    here: (title) => paint([colour, "bold"], `◉ ${title.toUpperCase()}`),
    possible: (title) => `○ ${title}`,
    above: (title) => paint("dim", title),
  };
  /** What leads up to a mark. */
  const links: Readonly<Record<Mark["at"], string>> = {
    below: paint(colour, through),
    here: paint(colour, through),
    possible: perhaps,
    above: paint("dim", above),
  };
  return marks.map(({ title, at }, rank) => `${rank > 0 ? `${links[at]} ` : ""}${words[at](title)}`).join(" ");
}
