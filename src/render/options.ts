import type { Catalogue } from "../facts/index.js";
import type { Policy } from "../policy/index.js";

/**
 * What an app is told with.
 *
 * @example
 * ```ts
 * import { classify } from "plimsoll";
 * import { classificationMarkdown, type RenderOptions } from "plimsoll/render";
 *
 * const options: RenderOptions = { name: "Stock list" };
 * const page = classificationMarkdown(classify({ id: "stock", name: "Stock list" }), options);
 *
 * page.split("\n")[0]; // → "# Stock list"
 * ```
 */
export interface RenderOptions {
  /** The policy that classified; `standardPolicy` when left out. */
  readonly policy?: Policy;
  /** Where the facts are listed; `standardFacts` when left out. */
  readonly facts?: Catalogue;
  /** What the app is called; its id when left out. */
  readonly name?: string;
}

/** Where a picture can stand. */
export const themes = ["page", "light", "dark"] as const;

/**
 * What a picture is drawn with.
 *
 * @example
 * ```ts
 * import { classify } from "plimsoll";
 * import { loadLineSvg, type PictureOptions } from "plimsoll/render";
 *
 * const second: PictureOptions = { name: "Stock list", idPrefix: "second" };
 *
 * loadLineSvg(classify({ id: "stock", name: "Stock list" }), second).includes('id="second-title"'); // → true
 * ```
 */
export interface PictureOptions {
  /** The policy that classified; `standardPolicy` when left out. */
  readonly policy?: Policy;
  /** What the picture is called: the name of the app, or a heading. */
  readonly name?: string;
  /** What the ids in the picture begin with: each picture of a page needs its own. */
  readonly idPrefix?: string;
  /**
   * Where the picture stands: `page`, inlined in a page, whose colour of text it takes over (so when left out); `light` or
   * `dark`, by itself, in an image or a file, with a background of its own.
   */
  readonly theme?: (typeof themes)[number];
}
