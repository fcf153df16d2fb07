import { type Hull, type PlacedMark, wordingOf } from "./hull.js";
import { element } from "./markup.js";
import { colours, dropOf, letters } from "./picture.js";

const left = 82;
const right = 262;
const disc = { x: 61, radius: 11 };

/** What is said beside a mark while it is open where the app sits. */
function aside(rank: number, { certain, atMost }: Hull["depth"]): string | undefined {
  if (certain === atMost || rank < certain || rank > atMost) return undefined;
  if (rank === certain) return "at least";
  return rank === atMost ? "at most" : "possible";
}

function drawMark({ title, at, y }: PlacedMark, rank: number, depth: Hull["depth"]): string {
  const isOpen = depth.certain < depth.atMost;
  const isHere = at === "here" && !isOpen;
  const wording = wordingOf(at, isOpen);
  const line = element("path", {
    d: `M${left} ${y}H${right}`,
    stroke: colours.onPaint,
    "stroke-width": isHere ? 2.5 : 1,
    "stroke-opacity": isHere ? undefined : 0.7,
    "stroke-dasharray": at === "possible" ? "5 4" : undefined,
  });
  const onHull = { y: y - 6, fill: colours.onPaint };
  const label = letters(title, { ...onHull, ...wording, x: left, y: onHull.y - dropOf(title, wording) });
  const words = aside(rank, depth);
  const beside =
    words === undefined ? "" : letters(words, { ...onHull, x: right, size: 11, width: 48, anchor: "end" }).markup;
  return line + label.markup + beside;
}

/** The ring with a line through it, which Samuel Plimsoll fought for: the load line, painted on every hull. */
function drawDisc({ loadLine }: Hull): string {
  const { x, radius } = disc;
  const paint = { fill: "none", stroke: colours.onPaint, "stroke-width": 2.5 };
  return (
    element("circle", { cx: x, cy: loadLine, r: radius, ...paint }) +
    element("path", { d: `M${x - radius - 5} ${loadLine}H${left}`, ...paint })
  );
}

/** The marks on the hull, and the load line among them. */
export const drawMarks = (hull: Hull): string =>
  drawDisc(hull) + hull.marks.map((mark, rank) => drawMark(mark, rank, hull.depth)).join("");
