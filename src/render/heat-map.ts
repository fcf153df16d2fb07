import type { Classification } from "../classify/index.js";
import type { Policy } from "../policy/index.js";
import { standardRules } from "../standard/index.js";
import { assertClassification, assertOptions, assertPortfolio } from "./handed-in.js";
import { element, htmlText } from "./markup.js";
import type { PictureOptions } from "./options.js";
import { colours, letters, picture, pictureWidth } from "./picture.js";
import { tierIn } from "./tiers.js";

/** One tier, and how many apps are counted there. */
interface Cell {
  readonly title: string;
  apps: number;
}

/** A row of cells, by the ids of their tiers. */
type Cells = ReadonlyMap<string, Cell>;

/** How many apps there are, and of how many each sign stands, tier by tier. */
interface Counts {
  readonly apps: Cells;
  readonly rows: readonly { readonly title: string; readonly cells: Cells }[];
}

/**
 * A portfolio in numbers, as `audit` sums it up: how many apps certainly reach each tier, and no higher one, and of how many of
 * these each sign stands.
 *
 * @example
 * ```ts
 * import { audit, standardPolicy } from "plimsoll";
 * import { heatMapSvg, type PortfolioCounts } from "plimsoll/render";
 *
 * const rota = { id: "rota", name: "Rota", data: [{ class: "health" }] };
 * const counts: PortfolioCounts = (await audit([rota], { asOf: "2026-03-31" })).summary;
 *
 * heatMapSvg(counts, { policy: standardPolicy }).includes("Sensitive data: Citizen 0, IT review 0, Professional 1."); // → true
 * ```
 */
export interface PortfolioCounts {
  readonly tiers: Readonly<Record<string, number>>;
  readonly signsByTier: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

type Marked = Pick<Policy, "id" | "tiers" | "signs">;

/** What was counted before, in the order of the policy. */
function laidOut({ tiers, signsByTier }: PortfolioCounts, policy: Marked): Counts {
  const cellsOf = (counts: Readonly<Record<string, number>> = {}): Cells =>
    new Map(policy.tiers.map(({ id, title }) => [id, { title, apps: counts[id] ?? 0 }]));
  // An app that another policy has classified is in a tier that this one may not have.
  for (const tier of Object.keys(tiers)) tierIn(policy, tier);
  const rows = (policy.signs ?? []).map(({ id, title }) => ({ title, cells: cellsOf(signsByTier[id]) }));
  return { apps: cellsOf(tiers), rows };
}

/** Counts in one pass, so that a portfolio of any length will do. */
function count(classifications: Iterable<Classification>, policy: Marked): Counts {
  const none = (): Cells => new Map(policy.tiers.map(({ id, title }) => [id, { title, apps: 0 }]));
  const rows = new Map((policy.signs ?? []).map(({ id, title }) => [id, { title, cells: none() }]));
  const apps = none();
  const add = (cells: Cells | undefined, tier: string) => {
    const cell = cells?.get(tier);
    if (cell !== undefined) cell.apps++;
  };
  for (const classification of classifications) {
    assertClassification(classification);
    const { tier, findings } = classification;
    add(apps, tierIn(policy, tier).id);
    for (const { kind, id, status } of findings) {
      if (kind === "sign" && status === "holds") add(rows.get(id)?.cells, tier);
    }
  }
  return { apps, rows: [...rows.values()] };
}

const inApps = (number: number) => `${number} ${number === 1 ? "app" : "apps"}`;

const margin = 12;
const cellHeight = 26;
const rowHeight = 50;

/** Draws cells side by side, over the width of the picture. */
function drawCells(cells: Cells, drawCell: (cell: Cell, middle: number, width: number) => string): string {
  const step = (pictureWidth - 2 * margin) / cells.size;
  return [...cells.values()].map((cell, index) => drawCell(cell, margin + (index + 0.5) * step, step * 0.96)).join("");
}

function drawHeadings(apps: Cells, y: number): string {
  return drawCells(apps, (cell, x, width) => {
    const setting = { x, width, anchor: "middle" } as const;
    const title = letters(cell.title, { ...setting, y, size: 12, bold: true });
    return title.markup + letters(inApps(cell.apps), { ...setting, y: title.below, size: 11.5 }).markup;
  });
}

/** One sign: how deep a cell is tinted, and how far its bar goes, is its share of the most that any cell counts. */
function drawRow({ title, cells }: Counts["rows"][number], most: number, y: number): string {
  const label = letters(title, { x: margin + 2, y: y + 14, size: 12.5, width: pictureWidth - 2 * margin - 4 });
  const drawn = drawCells(cells, ({ apps }, x, width) => {
    const share = apps / most;
    const box = { x: x - width / 2, y: y + 20, height: cellHeight };
    return [
      element("rect", { ...box, width, rx: 3, fill: colours.water, "fill-opacity": 0.08 + 0.47 * share }),
      element("rect", {
        ...box,
        y: box.y + cellHeight - 4,
        height: 4,
        width: width * share,
        rx: 2,
        fill: colours.water,
      }),
      letters(String(apps), { x, y: box.y + 16.5, size: 13, width, anchor: "middle", bold: apps > 0 }).markup,
    ].join("");
  });
  return element("g", {}, element("title", {}, htmlText(title)), label.markup, drawn);
}

/** The numbers, for those who do not see them. */
function told({ apps, rows }: Counts): string {
  const inWords = (cells: Cells) => [...cells.values()].map((cell) => `${cell.title} ${cell.apps}`).join(", ");
  return [`Apps: ${inWords(apps)}.`, ...rows.map(({ title, cells }) => `${title}: ${inWords(cells)}.`)].join(" ");
}

/**
 * Draws a portfolio: of how many apps each warning sign stands, tier by tier. The numbers stand in the cells; tint and bars
 * say the same. Whoever does not see them is told every number. "Regular portfolio audits": it shows where the risk is.
 *
 * @param portfolio The apps that count, each where it certainly sits, taken in one pass, so any iterable will do; or what was
 * counted of them before, as in the `summary` of an audit.
 * @returns An SVG document, to be inlined in a page or saved as a file.
 * @throws {PlimsollError} with code `invalid-policy`, when another policy than that of the options has classified; with
 * code `invalid-option`, when it is no classification, or an option is none that there is.
 *
 * @example
 * ```ts
 * import { classify } from "plimsoll";
 * import { stories } from "plimsoll/stories";
 * import { heatMapSvg } from "plimsoll/render";
 *
 * const classifications = stories.map(({ moments }) => classify(moments[1].profile));
 *
 * heatMapSvg(classifications).includes("Compliance rules apply: Citizen 0, IT review 0, Professional 1."); // → true
 * ```
 */
export function heatMapSvg(
  portfolio: Iterable<Classification> | PortfolioCounts,
  options: PictureOptions = {},
): string {
  assertOptions(options);
  assertPortfolio(portfolio);
  const { policy = standardRules, name = "Warning signs by tier" } = options;
  const counts = Symbol.iterator in portfolio ? count(portfolio, policy) : laidOut(portfolio, policy);
  const numbers = counts.rows.flatMap(({ cells }) => [...cells.values()].map(({ apps }) => apps));
  // Where nothing is counted, every share is none.
  const most = Math.max(1, ...numbers);
  const centred = { x: pictureWidth / 2, width: pictureWidth - 2 * margin, lines: 2, anchor: "middle" } as const;
  const heading = letters(name, { ...centred, y: 24, size: 16, bold: true });
  const top = heading.below + 8;
  const first = top + 28;
  return picture(
    {
      kind: "heat-map",
      height: first + counts.rows.length * rowHeight + margin,
      title: name,
      description: told(counts),
      content: [
        heading.markup,
        drawHeadings(counts.apps, top),
        ...counts.rows.map((each, index) => drawRow(each, most, first + index * rowHeight)),
      ].join(""),
    },
    options,
  );
}
