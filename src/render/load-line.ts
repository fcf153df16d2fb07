import type { Classification } from "../classify/index.js";
import { standardRules } from "../standard/index.js";
import { cargoOf, drawCargo, heightOf } from "./cargo.js";
import { assertClassification, assertOptions } from "./handed-in.js";
import { drawHull, drawMarks, drawWater, hullOf } from "./hull.js";
import type { PictureOptions } from "./options.js";
import { idsFrom, letters, picture, pictureWidth } from "./picture.js";
import { marksOf, standingInWords } from "./tiers.js";

/**
 * Draws an app as a ship at its load line: the tiers are the marks on its hull, the water stands where the app sits (hatched
 * on to where it still could), and its warning signs are the cargo on deck, with bars for their weight. A sign that a
 * component covers is an open crate with a tick; what is not known yet is a dashed one.
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
  const cargo = cargoOf(classification);
  const centred = { x: pictureWidth / 2, width: pictureWidth - 24, lines: 2, anchor: "middle" } as const;
  const heading = letters(name, { ...centred, y: 24, size: 16, bold: true });
  const subheading = letters(standing, { ...centred, y: heading.below, size: 12.5 });
  const hull = hullOf(marks, subheading.below + heightOf(cargo) + 12);
  const id = idsFrom(idPrefix);
  return picture(
    {
      kind: "load-line",
      height: hull.seabed,
      title: `${name}: ${standing}`,
      description: `The marks on the hull, from the least risk to the most: ${marks.map(({ title }) => title).join(", ")}. ${cargo.told}`,
      content: [
        heading.markup,
        subheading.markup,
        drawCargo(cargo, hull.deck),
        drawHull(hull, id),
        drawWater(hull, id),
        drawMarks(hull),
      ].join(""),
    },
    { ...options, idPrefix },
  );
}
