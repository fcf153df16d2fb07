import { element } from "./markup.js";
import { colours, dropOf, pictureWidth } from "./picture.js";
import { type Depth, depthOf, type Mark } from "./tiers.js";

/** A mark in its place: the height of its line. */
export type PlacedMark = Mark & { readonly y: number };

/** A hull with its marks: the higher the water stands, the more risk it carries. */
export interface Hull {
  /** From the least risk to the most. */
  readonly marks: readonly PlacedMark[];
  readonly depth: Depth;
  /** Where the water stands: at a mark; between two of them while it is open at which. */
  readonly surface: number;
  /** The marks between which the water could stand; the same when settled. */
  readonly between: readonly [lowest: number, highest: number];
  readonly deck: number;
  readonly loadLine: number;
  readonly keel: number;
  /** The bottom of the picture. */
  readonly seabed: number;
}

/** From the line of a mark up to that of the next, where its title takes one line. */
const pitch = 34;

/** The room for the title of a mark, and beside one that is still possible. */
export function wordingOf(at: Mark["at"], isOpen: boolean) {
  const isPossible = at === "possible" || (at === "here" && isOpen);
  return { size: 12, width: isPossible ? 132 : 180, lines: 3, bold: at === "here" };
}

/** Lays out a hull below a deck. */
export function hullOf(marks: readonly Mark[], deck: number): Hull {
  const depth = depthOf(marks);
  const isOpen = depth.certain < depth.atMost;
  let line = deck;
  const placed = marks
    .map((mark): PlacedMark => ({ ...mark, y: 0 }))
    .reverse()
    .map((mark) => {
      line += pitch + dropOf(mark.title, wordingOf(mark.at, isOpen));
      return { ...mark, y: line };
    })
    .reverse();
  const at = (rank: number) => placed[rank]?.y ?? deck;
  const here = at(depth.certain);
  const keel = at(0) + 40;
  return {
    marks: placed,
    depth,
    surface: isOpen ? (here + at(depth.certain + 1)) / 2 : here,
    between: [here, at(depth.atMost)],
    deck,
    loadLine: at(0),
    keel,
    seabed: keel + 24,
  };
}

/** The line of the deck, so far below the rail: it rises to the bow. */
const sheer = ({ deck }: Hull, below: number) =>
  `${14 + below / 3} ${deck - 6 + below}Q26 ${deck + below} 44 ${deck + below}H254Q286 ${deck + below} ${312 - below / 3} ${deck - 19 + below}`;

/** A hull from the side, stern to bow. */
function outline(hull: Hull): string {
  const { deck, keel } = hull;
  const bow = `C300 ${deck + 26} 280 ${keel} 236 ${keel}`;
  const stern = `H64C30 ${keel} 16 ${deck + 34} 14 ${deck - 6}`;
  return `M${sheer(hull, 0)}${bow}${stern}Z`;
}

/** The hull, painted, and dark below its load line. */
export function drawHull(hull: Hull, id: (name: string) => string): string {
  const { loadLine, seabed } = hull;
  const d = outline(hull);
  return [
    element("defs", {}, element("clipPath", { id: id("hull") }, element("path", { d }))),
    element("path", { d, fill: colours.hull }),
    element(
      "g",
      { "clip-path": `url(#${id("hull")})` },
      element("rect", { x: 0, y: loadLine, width: pictureWidth, height: seabed - loadLine, fill: colours.bottom }),
      element("path", { d: `M${sheer(hull, 6)}`, fill: "none", stroke: colours.onPaint, "stroke-opacity": 0.4 }),
    ),
    element("path", { d, fill: "none", stroke: "currentColor", "stroke-width": 1.75, "stroke-linejoin": "round" }),
  ].join("");
}

/** What is too deep, from the load line up to the water: painted as heavy cargo is, and hatched. */
export function drawOverload({ depth, marks, loadLine, between: [here] }: Hull, id: (name: string) => string): string {
  if (depth.certain === 0) return "";
  const box = { x: 0, y: here, width: pictureWidth, height: loadLine - here };
  const hatch = element(
    "pattern",
    { id: id("deep"), width: 8, height: 8, patternUnits: "userSpaceOnUse", patternTransform: "rotate(-45)" },
    element("path", { d: "M0 0V8", stroke: colours.onPaint, "stroke-width": 2, "stroke-opacity": 0.14 }),
  );
  return element(
    "g",
    { "clip-path": `url(#${id("hull")})` },
    element("defs", {}, hatch),
    element("rect", { ...box, fill: depth.certain === marks.length - 1 ? colours.high : colours.medium }),
    element("rect", { ...box, fill: `url(#${id("deep")})` }),
  );
}
