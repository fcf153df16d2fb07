import fc from "fast-check";
import { classify } from "plimsoll";
import { classificationHtml, loadLineSvg } from "plimsoll/render";
import { expect, test } from "vitest";
import { elementsIn, readMarkup, wordsIn } from "../render/markup.js";
import { hostileText, visibly } from "./markdown.js";

const rota = classify({ id: "rota", name: "Rota" });

test("what hides or turns text is named in a page, and the rest stays as it is", () => {
  fc.assert(
    fc.property(hostileText, (name) => {
      const [heading] = elementsIn(readMarkup(classificationHtml(rota, { name }))).filter((each) => each.name === "h2");
      expect(heading && wordsIn(heading)).toBe(visibly(name).replaceAll(/[\ufffe\uffff]/g, "\ufffd"));
    }),
  );
});

test("no picture holds such a character", () => {
  fc.assert(
    fc.property(hostileText, (name) => {
      const picture = loadLineSvg(rota, { name, idPrefix: name });
      expect(visibly(picture)).toBe(picture);
    }),
  );
});
