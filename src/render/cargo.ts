import type { Classification, Finding } from "../classify/index.js";
import type { Severity } from "../policy/index.js";
import { element, htmlText } from "./markup.js";
import { colours, letters } from "./picture.js";

/** Covered; not known yet; and others. */
type Mark = "✓" | "?" | "+";

/** One crate on deck: a sign, or what is said of several. */
interface Crate {
  readonly title: string;
  /** What is said of it to those who do not see it, and when it is pointed at. */
  readonly told: string;
  /** How heavy it is; or a mark, where nothing is to be weighed. */
  readonly load: Severity | Mark;
}

/** What a deck holds, from the bottom up, and all that it stands for in words. */
export interface Cargo {
  readonly crates: readonly Crate[];
  readonly told: string;
}

/** From what weighs most to what weighs least. */
export const heaviestFirst = ["high", "medium", "low"] as const satisfies readonly Severity[];

/** A higher stack is no longer read. */
const mostCrates = 8;

function inOneCrate(crates: readonly Crate[]): Crate {
  const title = `and ${crates.length} more`;
  return { title, told: `${title}: ${crates.map(({ told }) => told).join("; ")}`, load: "+" };
}

/** What is not known yet, in one crate: who knows what is in it? */
function unopened(possible: readonly Finding[]): readonly Crate[] {
  if (possible.length === 0) return [];
  const title = possible.length === 1 ? "1 sign still open" : `${possible.length} signs still open`;
  return [{ title, told: `${title}: ${possible.map((sign) => sign.title).join(", ")}`, load: "?" }];
}

/** The signs of an app as cargo: what is heaviest goes to the bottom; what is covered, and what is not known, to the top. */
export function cargoOf({ findings }: Pick<Classification, "findings">): Cargo {
  const signs = findings.filter(({ kind }) => kind === "sign");
  const standing = (status: Finding["status"]) => signs.filter((sign) => sign.status === status);
  const weighed = heaviestFirst.flatMap((severity) =>
    standing("holds")
      .filter((sign) => sign.severity === severity)
      .map(({ title }): Crate => ({ title, told: `${title} (${severity})`, load: severity })),
  );
  const covered = standing("covered").map(({ title }): Crate => ({ title, told: `${title} (covered)`, load: "✓" }));
  const all = [...weighed, ...covered, ...unopened(standing("possible"))];
  const crates =
    all.length > mostCrates ? [...all.slice(0, mostCrates - 1), inOneCrate(all.slice(mostCrates - 1))] : all;
  const told =
    all.length > 0 ? `On deck: ${all.map((crate) => crate.told).join("; ")}.` : "No warning sign is on deck.";
  return { crates, told };
}

const crateLeft = 36;
const crateWidth = 228;
const crateHeight = 25;
const gap = 3;

/** How high a stack is. */
export const heightOf = ({ crates }: Cargo) => crates.length * (crateHeight + gap);

const weights = { low: 1, medium: 2, high: 3 } as const satisfies Record<Severity, number>;

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

const isMark = (load: Crate["load"]): load is Mark => load.length === 1;

function drawn({ title, told, load }: Crate, y: number): string {
  const box = { x: crateLeft, y, width: crateWidth, height: crateHeight, rx: 2 };
  const label = { x: crateLeft + 32, y: y + 16.5, size: 11.5, width: crateWidth - 38 };
  const parts = isMark(load)
    ? [
        element("rect", {
          ...box,
          fill: "none",
          stroke: "currentColor",
          "stroke-opacity": 0.7,
          "stroke-dasharray": load === "?" ? "4 3" : undefined,
        }),
        letters(load, { x: crateLeft + 17, y: label.y, size: 13, width: 26, anchor: "middle", bold: true }).markup,
        letters(title, label).markup,
      ]
    : [
        element("rect", { ...box, fill: colours[load] }),
        weightMark(weights[load], crateLeft + 2, y + 1),
        letters(title, { ...label, fill: colours.onPaint }).markup,
      ];
  return element("g", {}, element("title", {}, htmlText(told)), ...parts);
}

/** A stack of crates on a deck. */
export function drawCargo({ crates }: Cargo, deck: number): string {
  return crates.map((crate, index) => drawn(crate, deck - (index + 1) * (crateHeight + gap) + 1)).join("");
}
