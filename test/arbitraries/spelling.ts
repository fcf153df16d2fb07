import fc from "fast-check";
import type { AppProfile } from "plimsoll";

const wide = (name: string) =>
  name.replaceAll(/[!-~]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0));

/** Ways to write a name otherwise, so that people read it alike. */
const ways: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toLowerCase(),
  (name) => name.toUpperCase(),
  (name) => ` ${name} `,
  (name) => [...name].join("\u200b"),
  (name) => name.replaceAll(" ", ""),
  wide,
];

/** A way to write each name, by how many were written before it. */
export type Spelling = (name: string, index: number) => string;

export const spellingArbitrary: fc.Arbitrary<Spelling> = fc
  .array(fc.constantFrom(...ways), { minLength: 1, maxLength: 4 })
  .map((chosen) => (name, index) => (chosen[index % chosen.length] ?? String)(name));

/** An app of which the regimes are written otherwise. */
export function respelt({ compliance, ...rest }: AppProfile, spelling: Spelling): AppProfile {
  if (compliance === undefined) return rest;
  return {
    ...rest,
    compliance: compliance.map((entry, index) => ({ ...entry, regime: spelling(entry.regime, index) })),
  };
}
