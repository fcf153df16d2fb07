import { visible } from "../words/index.js";

/** What XML still cannot hold once a text is visible. */
const impossible = /[\ufffe\uffff]/g;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * A text that HTML and XML show as it is, between tags and in quotes; what would hide or turn others in it is shown by its number.
 * For templates of your own.
 *
 * @example
 * ```ts
 * import { htmlText } from "plimsoll/render";
 *
 * htmlText('R&D <"tests">'); // → "R&amp;D &lt;&quot;tests&quot;&gt;"
 * ```
 */
export function htmlText(words: string): string {
  return visible(words)
    .replaceAll(impossible, "\u{fffd}")
    .replaceAll(/[&<>"']/g, (character) => entities[character] ?? "");
}

/** What stands in a tag; what is not defined is left out. */
type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Lengths in a picture need no more than hundredths. */
const written = (value: string | number) =>
  htmlText(String(typeof value === "number" ? Math.round(value * 100) / 100 : value));

/** An element around markup that is safe already: words come in by {@link htmlText} alone. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const given = Object.entries(attributes).flatMap(([attribute, value]) =>
    value === undefined ? [] : [` ${attribute}="${written(value)}"`],
  );
  const tag = `${name}${given.join("")}`;
  return children.length > 0 ? `<${tag}>${children.join("")}</${name}>` : `<${tag}/>`;
}
