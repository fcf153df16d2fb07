import type { Classification } from "../classify/index.js";
import { standardRules } from "../standard/index.js";
import { type Cell, count, laidOut, type PortfolioCounts, type Row } from "./counts.js";
import { isSeen, noteOn, told } from "./counts-in-words.js";
import { assertOptions, assertPortfolio } from "./handed-in.js";
import { drawHeadings } from "./heat-map-headings.js";
import { element, htmlText } from "./markup.js";
import { grouped, shortened } from "./numbers.js";
import type { PictureOptions } from "./options.js";
import {
  colours,
  columnsOf,
  dropOf,
  isWhole,
  letters,
  pictureMargin as margin,
  picture,
  pictureWidth,
} from "./picture.js";

/** What a row is called by, above its cells. */
const wording = { x: margin + 2, size: 12.5, width: pictureWidth - 2 * margin - 4, lines: 2 };
const cell = { height: 26, below: 20 };

const heightOfRow = ({ title }: Row) => cell.below + dropOf(title, wording) + cell.height + 4;

/** How numbers are written: in full, smaller, or in few characters. */
const writings = [
  { write: grouped, size: 13 },
  { write: grouped, size: 11 },
  { write: shortened, size: 13 },
  { write: shortened, size: 11 },
  { write: shortened, size: 9.5 },
] as const;

type Writing = (typeof writings)[number];

/** How all numbers of some rows fit; not at all, where none does: one that is cut short would be another number. */
function writingFor(rows: readonly Row[]): Writing | undefined {
  const cells = rows.flatMap((row) => columnsOf(row.cells));
  return writings.find(({ write, size }) =>
    cells.every(({ item, width }) => isWhole(write(item.apps), { size, width, bold: true })),
  );
}

/** Where a cell is, and which share it has of the most that any cell counts. */
interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly share: number;
  readonly writing: Writing | undefined;
}

/** How deep a cell is tinted, and how far its bar goes, is its share. */
function drawCell({ title, apps }: Cell, { x, y, width, share, writing }: Placed): string {
  const box = { x: x - width / 2, y, height: cell.height };
  const tint = element("rect", { ...box, width, rx: 3, fill: colours.water, "fill-opacity": 0.08 + 0.47 * share });
  const bar = { ...box, y: y + cell.height - 4, height: 4, width: width * share, rx: 2, fill: colours.water };
  const lettered = (how: Writing) =>
    letters(how.write(apps), { x, y: y + 16.5, size: how.size, width, anchor: "middle", bold: apps > 0 }).markup;
  return element(
    "g",
    {},
    element("title", {}, htmlText(`${title}: ${grouped(apps)}`)),
    tint,
    element("rect", bar),
    writing === undefined ? "" : lettered(writing),
  );
}

function drawRow(row: Row, y: number, most: number, writing: Writing | undefined): string {
  const { title, cells } = row;
  const label = letters(title, { ...wording, y: y + 14 });
  const top = y + heightOfRow(row) - cell.height - 4;
  const drawn = columnsOf(cells).map(({ item, x, width }) =>
    drawCell(item, { x, y: top, width, share: item.apps / most, writing }),
  );
  return element("g", {}, element("title", {}, htmlText(title)), label.markup, ...drawn);
}

/**
 * Draws a portfolio: of how many apps each warning sign stands, tier by tier; by a policy without signs, each criterion and limit.
 * The numbers stand in the cells; tint and bars say the same. Whoever does not see them is told every number. What stands nowhere
 * has no row. "Regular portfolio audits": it shows where the risk is.
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
  const { policy = standardRules } = options;
  const counts = Symbol.iterator in portfolio ? count(portfolio, policy) : laidOut(portfolio, policy);
  const { name = counts.of === "criteria" ? "Criteria by tier" : "Warning signs by tier" } = options;
  const rows = counts.rows.filter(isSeen);
  const most = Math.max(...rows.flatMap(({ cells }) => cells.map(({ apps }) => apps)));
  const centred = { x: pictureWidth / 2, width: pictureWidth - 2 * margin, anchor: "middle" } as const;
  const heading = letters(name, { ...centred, y: 24, size: 16, bold: true, lines: 3 });
  const headings = drawHeadings(counts.apps, heading.below + 8);
  const writing = writingFor(rows);
  const heights = rows.map(heightOfRow);
  const topOf = (index: number) => headings.below + heights.slice(0, index).reduce((sum, height) => sum + height, 0);
  const said = noteOn(counts);
  const note = letters(said, { ...centred, y: topOf(rows.length) + 18, size: 11.5 });
  return picture(
    {
      kind: "heat-map",
      height: said === "" ? topOf(rows.length) + margin : note.below + 2,
      title: name,
      description: told(counts),
      content: [
        heading.markup,
        headings.markup,
        ...rows.map((row, index) => drawRow(row, topOf(index), most, writing)),
        said === "" ? "" : note.markup,
      ].join(""),
    },
    options,
  );
}
