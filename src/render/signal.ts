import type { Hull } from "./hull.js";
import { element, htmlText } from "./markup.js";
import { colours, letters } from "./picture.js";

/** The room that the signal takes above a deck. */
export const signalHeight = 40;

/** What the signal says: whether the load line is kept, or how many marks deeper the app sits; and what is open. */
function wordOf({ certain, atMost }: Hull["depth"]): string {
  const sure = certain === 0 ? "" : `+${certain}`;
  if (certain < atMost) return `${sure}?`;
  return sure === "" ? "✓" : sure;
}

function paintOf({ depth: { certain, atMost }, marks }: Hull): string | undefined {
  if (certain === 0) return certain < atMost ? undefined : colours.low;
  return certain === marks.length - 1 ? colours.high : colours.medium;
}

/** The signal at the bow, a pennant: seen from afar, how deep the ship is. */
export function drawSignal(hull: Hull, told: string): string {
  const paint = paintOf(hull);
  const [mast, top] = [276, hull.deck - signalHeight];
  const line = { stroke: "currentColor", "stroke-width": 1.75 };
  return element(
    "g",
    {},
    element("title", {}, htmlText(told)),
    element("path", { d: `M${mast} ${top}V${hull.deck - 3}`, ...line }),
    element("path", {
      d: `M${mast} ${top}h38l-5 10l5 10h-38Z`,
      fill: paint ?? "none",
      "stroke-dasharray": hull.depth.certain < hull.depth.atMost ? "4 3" : undefined,
      ...line,
      "stroke-width": 1.25,
    }),
    letters(wordOf(hull.depth), {
      x: mast + 17,
      y: top + 14.5,
      size: 12,
      width: 34,
      anchor: "middle",
      bold: true,
      ...(paint !== undefined && { fill: colours.onPaint }),
    }).markup,
  );
}
