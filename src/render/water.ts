import type { Hull } from "./hull.js";
import { element } from "./markup.js";
import { colours, pictureWidth } from "./picture.js";

const ripple = 20;

/** The line of the water, a little in motion. */
const waves = (y: number) => `M0 ${y}q${ripple / 2} -3 ${ripple} 0${`t${ripple} 0`.repeat(pictureWidth / ripple - 1)}`;

/** The water; while it is open where it stands, hatched from the lowest mark to the highest at which it could. */
export function drawWater({ surface, between: [lowest, highest], seabed }: Hull, id: (name: string) => string): string {
  const deep = element(
    "linearGradient",
    { id: id("water"), x1: 0, y1: 0, x2: 0, y2: 1 },
    element("stop", { offset: 0, "stop-color": colours.water, "stop-opacity": 0.42 }),
    element("stop", { offset: 1, "stop-color": colours.water, "stop-opacity": 0.12 }),
  );
  const hatch = element(
    "pattern",
    { id: id("hatch"), width: 7, height: 7, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    element("path", { d: "M0 0V7", stroke: colours.water, "stroke-width": 1.5, "stroke-opacity": 0.6 }),
  );
  const isOpen = lowest !== highest;
  const range = { x: 0, y: highest, width: pictureWidth, height: lowest - highest };
  return [
    element("defs", {}, deep, hatch),
    element("path", { d: `${waves(surface)}V${seabed}H0Z`, fill: `url(#${id("water")})` }),
    isOpen ? element("rect", { ...range, fill: `url(#${id("hatch")})` }) : "",
    element("path", {
      d: waves(surface),
      fill: "none",
      stroke: colours.water,
      "stroke-width": 2.5,
      "stroke-dasharray": isOpen ? "7 4" : undefined,
    }),
  ].join("");
}
