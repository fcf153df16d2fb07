import type { Severity } from "../policy/index.js";
import type { Crate } from "./cargo.js";
import { element, htmlText } from "./markup.js";
import { colours, dropOf, letters } from "./picture.js";

const left = 36;
const width = 228;
const gap = 3;
const wording = { size: 11.5, width: width - 38, lines: 2 };

/** How high a crate is: its title takes one line, or two. */
const heightOfCrate = ({ title }: Crate) => 25 + dropOf(title, wording);

/** How high a stack is. */
export const heightOf = (crates: readonly Crate[]): number =>
  crates.reduce((sum, crate) => sum + heightOfCrate(crate) + gap, 0);

const weights = { low: 1, medium: 2, high: 3 } as const satisfies Record<Severity, number>;

const isWeighed = (load: Crate["load"]): load is Severity => load in weights;

/** How heavy a crate is, in bars, as on a scale: readable without any colour. */
function weightMark(weight: number, x: number, y: number): string {
  return [1, 2, 3]
    .map((bar) =>
      element("rect", {
        x: x + bar * 6,
        y: y + 17.5 - bar * 4,
        width: 4,
        height: bar * 4,
        fill: colours.onPaint,
        "fill-opacity": bar <= weight ? undefined : 0.3,
      }),
    )
    .join("");
}

function drawn(crate: Crate, y: number): string {
  const { title, told, load } = crate;
  const box = { x: left, y, width, height: heightOfCrate(crate), rx: 2 };
  const label = { ...wording, x: left + 32, y: y + 16.5 };
  const middle = y + box.height / 2;
  const parts = isWeighed(load)
    ? [
        element("rect", { ...box, fill: colours[load] }),
        weightMark(weights[load], left + 2, middle - 11.5),
        letters(title, { ...label, fill: colours.onPaint }).markup,
      ]
    : [
        element("rect", {
          ...box,
          fill: "none",
          stroke: "currentColor",
          "stroke-opacity": 0.7,
          "stroke-dasharray": load === "?" ? "4 3" : undefined,
        }),
        letters(load, { x: left + 17, y: middle + 4.5, size: 13, width: 30, anchor: "middle", bold: true }).markup,
        letters(title, label).markup,
      ];
  return element("g", {}, element("title", {}, htmlText(told)), ...parts);
}

/** A stack of crates on a deck, from the bottom up. */
export function drawCargo(crates: readonly Crate[], deck: number): string {
  return crates.map((crate, index) => drawn(crate, deck - heightOf(crates.slice(0, index + 1)) + 1)).join("");
}
