import { visible } from "../words/index.js";
import { isFromTheRight, isUnbroken, type Room, setInLines } from "./lettering.js";
import { element, htmlText } from "./markup.js";
import type { PictureOptions } from "./options.js";

/** The width of every picture, in its own units: at 320 pixels, letters have the size that they say. */
export const pictureWidth = 320;

/** What is left free at both sides. */
export const pictureMargin = 12;

/** Things side by side, over the width of the picture. */
export function columnsOf<Item>(items: readonly Item[]) {
  const step = (pictureWidth - 2 * pictureMargin) / items.length;
  return items.map((item, index) => ({ item, x: pictureMargin + (index + 0.5) * step, width: step * 0.96 }));
}

/**
 * A `<style>` element in a picture that is inlined is inline style, which `style-src 'self'` refuses; so is `style="…"`.
 * Attributes such as `fill` are neither, and they cannot ask whether the page is light or dark. So lines and letters on the
 * page take the page's own colour (`currentColor`); and paint is of middle tones, which stand out from white as from
 * near-black, with white letters on it.
 */
export const colours = {
  water: "#2d83bd",
  hull: "#24506e",
  bottom: "#3b4450",
  high: "#b04a33",
  medium: "#8c6414",
  low: "#2f7558",
  onPaint: "#ffffff",
} as const;

/** Ink and paper of pictures that stand by themselves. */
const inks = {
  page: undefined,
  light: { ink: "#14232f", paper: "#ffffff" },
  dark: { ink: "#e8eef2", paper: "#101820" },
} as const;

/** How words are set into the room that there is for them. */
interface Setting extends Room {
  readonly x: number;
  /** The baseline of the first line. */
  readonly y: number;
  readonly leading?: number;
  readonly anchor?: "middle" | "end";
  readonly bold?: boolean;
  /** The colour; that of the page when left out. */
  readonly fill?: string;
}

/** Words that have found their place. */
interface Lettering {
  readonly markup: string;
  /** The baseline after the last line. */
  readonly below: number;
}

/** A room and how heavy the letters in it are. */
type Wording = Room & Pick<Setting, "bold">;

/** Bold letters are wider. */
const sized = ({ bold = false, ...room }: Wording): Room => ({ ...room, size: bold ? room.size * 1.15 : room.size });

/** Words as they are shown, line by line: what is hidden in them takes its room, too. */
const lined = (words: string, wording: Wording): readonly string[] => setInLines(visible(words), sized(wording));

const leadingOf = (size: number) => size * 1.25;

/** How far below their first line the last line of some words is. */
export const dropOf = (words: string, wording: Wording): number =>
  (lined(words, wording).length - 1) * leadingOf(wording.size);

/** Whether words fit into a room as they are, and no word is broken. */
export const isWhole = (words: string, wording: Wording): boolean => isUnbroken(visible(words), sized(wording));

/** Sets words into the room that there is. What is shortened here, the title or the description of the picture says in full. */
export function letters(words: string, setting: Setting): Lettering {
  const { x, y, size, leading = leadingOf(size), anchor, bold = false, fill } = setting;
  const set = lined(words, setting);
  const isRightToLeft = isFromTheRight(words);
  const attributes = {
    "font-size": size,
    "font-weight": bold ? 700 : undefined,
    fill,
    direction: isRightToLeft ? "rtl" : undefined,
    // Where words are read from the right, their start is their right end: on the left they stand by their end.
    "text-anchor": anchor ?? (isRightToLeft ? "end" : undefined),
  };
  const markup = set.map((line, index) =>
    element("text", { x, y: y + index * leading, ...attributes }, htmlText(line)),
  );
  return { markup: markup.join(""), below: y + set.length * leading };
}

/** What a picture shows, and what it says to those who do not see it. */
interface Drawing {
  readonly kind: "load-line" | "heat-map";
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly content: string;
}

/** The names of things in a picture, which others of the page do not have. */
export function idsFrom(prefix: string): (name: string) => string {
  const safe = prefix.replaceAll(/[^\w-]/g, "_");
  return (name) => `${safe}-${name}`;
}

/** A picture as an SVG document that can also stand in a page. */
export function picture({ kind, height, title, description, content }: Drawing, options: PictureOptions): string {
  const { idPrefix = `plimsoll-${kind}`, theme = "page" } = options;
  const id = idsFrom(idPrefix);
  const themed = inks[theme];
  const paper = themed && element("rect", { width: pictureWidth, height, fill: themed.paper });
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${pictureWidth} ${Math.ceil(height)}`,
      // In a page it is as wide as its place; an image has no place, and needs a size of its own.
      width: themed && pictureWidth,
      height: themed && Math.ceil(height),
      class: `plimsoll-${kind}`,
      role: "img",
      "aria-labelledby": id("title"),
      "aria-describedby": id("description"),
      "font-family": "system-ui, sans-serif",
      color: themed?.ink,
      fill: "currentColor",
    },
    element("title", { id: id("title") }, htmlText(title)),
    element("desc", { id: id("description") }, htmlText(description)),
    paper ?? "",
    content,
  );
}
