import fc from "fast-check";

/** Names that try to be more than a name. */
export const hostileNames: readonly string[] = [
  "R|D *hours*",
  "`rm` _now_ ~~gone~~",
  "<script>alert(1)</script> &amp; <!--",
  "[click](1) ![here](http://example.org)",
  "two\nlines\r\n# and a heading",
  "{0} and {{1}}",
  "\\ $x$ #7",
  "- [x] done",
  "1. first",
  "  === ",
  "📦 Lager 🇨🇭 Größe",
  "\u2028\u0000\ud800",
  "https://example.org/?a=b www.example.org name@example.org @name #12",
  "\u202egnp.ecilA\u202c \u2066\u200f",
  "\u001b]8;;http://example.org\u0007click\u001b]8;;\u0007",
];

/** These, and any other text. */
export const anyName = fc.oneof(fc.constantFrom(...hostileNames), fc.string({ unit: "binary" }));
