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

/** A text that HTML and XML show as it is, between tags and in quotes. */
export function text(words: string): string {
  return visible(words)
    .replaceAll(impossible, "\u{fffd}")
    .replaceAll(/[&<>"']/g, (character) => entities[character] ?? "");
}

/** What stands in a tag; what is not defined is left out. */
type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Lengths in a picture need no more than hundredths. */
const written = (value: string | number) =>
  text(String(typeof value === "number" ? Math.round(value * 100) / 100 : value));

/** An element around markup that is safe already: words come in by {@link text} alone. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const given = Object.entries(attributes).flatMap(([attribute, value]) =>
    value === undefined ? [] : [` ${attribute}="${written(value)}"`],
  );
  const tag = `${name}${given.join("")}`;
  return children.length > 0 ? `<${tag}>${children.join("")}</${name}>` : `<${tag}/>`;
}
