import { styleText } from "node:util";

type Style = Parameters<typeof styleText>[0];

/** Colours a text, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

/** Paints for a terminal that shows colours, and for nothing else. */
export function painter(showsColours: boolean): Paint {
  return showsColours ? (style, text) => styleText(style, text) : (_, text) => text;
}
