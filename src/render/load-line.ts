import type { Classification } from "../classify/index.js";
import { standardRules } from "../standard/index.js";
import { cargoOf } from "./cargo.js";
import { drawCargo, heightOf } from "./crates.js";
import { assertClassification, assertOptions } from "./handed-in.js";
import { drawHull, drawOverload, hullOf } from "./hull.js";
import { drawMarks } from "./marks.js";
import type { PictureOptions } from "./options.js";
import { idsFrom, letters, picture, pictureWidth } from "./picture.js";
import { drawSignal, signalHeight } from "./signal.js";
import { depthInWords, marksOf, standingInWords } from "./tiers.js";
import { drawWater } from "./water.js";

/**
 * Draws an app as a ship at its load line: the tiers are the marks on its hull, the lowest of them the load line, and the water
 * stands where the app sits, or between two marks while that is open. What makes it deep is the cargo on deck, with bars for its
 * weight: signs, criteria and limits. What a component covers is an open crate with a tick; what is not known yet is a dashed one.
 *
 * @returns An SVG document, to be inlined in a page or saved as a file: no script, no style, no typeface from elsewhere.
 * @throws {PlimsollError} with code `invalid-policy`, when another policy than that of the options has classified; with
 * code `invalid-option`, when it is no classification, or an option is none that there is.
 *
 * @example
 * ```ts
 * import { classify } from "plimsoll";
 * import { loadLineSvg } from "plimsoll/render";
 *
 * const app = { id: "rota", name: "Rota", audience: { users: 140 } };
 * const drawn = loadLineSvg(classify(app), { name: app.name });
 *
 * drawn.includes("Rota: IT review, could still be Professional</title>"); // → true
 * ```
 */
export function loadLineSvg(classification: Classification, options: PictureOptions = {}): string {
  assertOptions(options);
  assertClassification(classification);
  const { policy = standardRules, name = classification.app, idPrefix = "plimsoll-load-line" } = options;
  const marks = marksOf(classification, policy);
  const standing = standingInWords(marks);
  const depth = depthInWords(marks);
  const cargo = cargoOf(classification, policy);
  const centred = { x: pictureWidth / 2, width: pictureWidth - 24, lines: 3, anchor: "middle" } as const;
  const heading = letters(name, { ...centred, y: 24, size: 16, bold: true });
  const subheading = letters(standing, { ...centred, y: heading.below, size: 12.5 });
  const hull = hullOf(marks, subheading.below + Math.max(heightOf(cargo.crates), signalHeight) + 8);
  const id = idsFrom(idPrefix);
  return picture(
    {
      kind: "load-line",
      height: hull.seabed,
      title: `${name}: ${standing}`,
      description: `The marks on the hull, from the least risk to the most: ${marks.map(({ title }) => title).join(", ")}. ${depth} ${cargo.told}`,
      content: [
        heading.markup,
        subheading.markup,
        drawCargo(cargo.crates, hull.deck),
        drawSignal(hull, depth),
        drawHull(hull, id),
        drawWater(hull, id),
        drawOverload(hull, id),
        drawMarks(hull),
      ].join(""),
    },
    { ...options, idPrefix },
  );
}
