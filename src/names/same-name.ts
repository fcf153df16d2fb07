/**
 * Letters of other alphabets, each under the small Latin letter that it, or its capital, looks like; after the confusables of
 * Unicode Technical Standard 39.
 */
const lookAlikes: Readonly<Record<string, string>> = {
  a: "аα",
  b: "вβ",
  c: "сσ",
  d: "ԁ",
  e: "еε",
  g: "ԍ",
  h: "нһη",
  i: "іι",
  j: "јϳ",
  k: "кκ",
  l: "ӏ",
  m: "мμ",
  n: "ν",
  o: "оο",
  p: "рρ",
  q: "ԛ",
  s: "ѕ",
  t: "тτ",
  v: "ѵ",
  w: "ԝ",
  x: "хχ",
  y: "уүγυ",
  z: "ζ",
};

const latinOf = new Map(
  Object.entries(lookAlikes).flatMap(([latin, others]) => [...others].map((other) => [other, latin] as const)),
);

const folded = (name: string) => name.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFKC");

/**
 * What a name comes to when only its meaning counts (Unicode NFKC): without case, spaces and what cannot be seen, and with
 * Latin letters for those that look like them. For comparing, never for showing.
 */
export function nameKey(name: string): string {
  const visible = folded(name).replace(/[\s\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]/gu, "");
  return [...visible].map((letter) => latinOf.get(letter) ?? letter).join("");
}

/** Whether two names mean the same: "ERP", "erp " and "ERP" with something invisible in it. */
export function sameName(one: string, other: string): boolean {
  return one === other || nameKey(one) === nameKey(other);
}
