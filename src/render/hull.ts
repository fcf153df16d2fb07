import { element } from "./markup.js";
import { colours, letters, pictureWidth } from "./picture.js";
import type { Mark } from "./tiers.js";

/** A hull with its marks: the higher the water stands, the more risk it carries. */
export interface Hull {
  readonly marks: readonly (Mark & { readonly y: number })[];
  /** The lines of the water: where the app sits, and where it could still sit; the same when settled. */
  readonly surface: number;
  readonly highest: number;
  readonly deck: number;
  readonly bootTop: number;
  readonly keel: number;
  /** The bottom of the picture. */
  readonly seabed: number;
}

const pitch = 36;

/** Lays out a hull below a deck. */
export function hullOf(marks: readonly Mark[], deck: number): Hull {
  const at = (rank: number) => deck + (marks.length - rank) * pitch + 2;
  const here = marks.findIndex((mark) => mark.at === "here");
  const possible = marks.filter((mark) => mark.at === "possible").length;
  const keel = at(0) + 38;
  return {
    marks: marks.map((mark, rank) => ({ ...mark, y: at(rank) })),
    surface: at(here),
    highest: at(here + possible),
    deck,
    bootTop: at(0) + 9,
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

const ripple = 20;

/** The line of the water, a little in motion. */
const waves = (y: number) => `M0 ${y}q${ripple / 2} -3 ${ripple} 0${`t${ripple} 0`.repeat(pictureWidth / ripple - 1)}`;

/** The water up to where the app sits, and, hatched, up to where it could still sit. */
export function drawWater({ surface, highest, seabed }: Hull, id: (name: string) => string): string {
  const deep = element(
    "linearGradient",
    { id: id("water"), x1: 0, y1: 0, x2: 0, y2: 1 },
    element("stop", { offset: 0, "stop-color": colours.water, "stop-opacity": 0.42 }),
    element("stop", { offset: 1, "stop-color": colours.water, "stop-opacity": 0.12 }),
  );
  const hatch = element(
    "pattern",
    { id: id("hatch"), width: 7, height: 7, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    element("path", { d: "M0 0V7", stroke: colours.water, "stroke-width": 1.5, "stroke-opacity": 0.55 }),
  );
  const still =
    highest === surface
      ? []
      : [
          element("path", { d: `${waves(highest)}V${surface}H0Z`, fill: `url(#${id("hatch")})` }),
          element("path", {
            d: waves(highest),
            fill: "none",
            stroke: colours.water,
            "stroke-width": 1.25,
            "stroke-dasharray": "5 4",
          }),
        ];
  return [
    element("defs", {}, deep, hatch),
    ...still,
    element("path", { d: `${waves(surface)}V${seabed}H0Z`, fill: `url(#${id("water")})` }),
    element("path", { d: waves(surface), fill: "none", stroke: colours.water, "stroke-width": 2 }),
  ].join("");
}

const left = 48;
const right = 258;
const disc = { x: 218, radius: 11 };

function drawMark({ title, at, y }: Hull["marks"][number]): string {
  const isHere = at === "here";
  const line = element("path", {
    d: `M${left} ${y}H${right}`,
    stroke: colours.onPaint,
    "stroke-width": isHere ? 2.5 : 1,
    "stroke-opacity": isHere ? undefined : 0.7,
    "stroke-dasharray": at === "possible" ? "5 4" : undefined,
  });
  const onHull = { y: y - 6, fill: colours.onPaint };
  const label = letters(title, { ...onHull, x: left, size: 12.5, width: 140, bold: isHere });
  const possible = letters("possible", { ...onHull, x: right, size: 11, width: 60, anchor: "end" });
  const ring = element("circle", {
    cx: disc.x,
    cy: y,
    r: disc.radius,
    fill: "none",
    stroke: colours.onPaint,
    "stroke-width": 2.5,
  });
  return [line, label.markup, at === "possible" ? possible.markup : "", isHere ? ring : ""].join("");
}

/** The hull, painted, with the antifouling red of ships below its lowest mark. */
export function drawHull(hull: Hull, id: (name: string) => string): string {
  const { bootTop, seabed } = hull;
  const d = outline(hull);
  return [
    element("defs", {}, element("clipPath", { id: id("hull") }, element("path", { d }))),
    element("path", { d, fill: colours.hull }),
    element(
      "g",
      { "clip-path": `url(#${id("hull")})` },
      element("rect", { x: 0, y: bootTop, width: pictureWidth, height: seabed - bootTop, fill: colours.bottom }),
      element("path", { d: `M0 ${bootTop}H${pictureWidth}`, stroke: colours.onPaint, "stroke-width": 1.5 }),
      element("path", { d: `M${sheer(hull, 6)}`, fill: "none", stroke: colours.onPaint, "stroke-opacity": 0.4 }),
    ),
    element("path", { d, fill: "none", stroke: "currentColor", "stroke-width": 1.75, "stroke-linejoin": "round" }),
  ].join("");
}

/** The marks on the hull; the ring with a line through it, which Samuel Plimsoll fought for, is where the app sits. */
export const drawMarks = ({ marks }: Hull) => marks.map(drawMark).join("");
