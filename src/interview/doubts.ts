import type { Condition } from "../conditions/index.js";
import { membersNamed } from "../facts/index.js";
import { nameKey } from "../names/index.js";
import { linesIn, linesOfPolicy, type Policy } from "../policy/index.js";
import { nearestName, type Pointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import { type Place, placeAt, placePointers, valuesTakenForNames } from "./field.js";
import { looksLikeNone, looksLikeNotKnown, looksLikeYes } from "./names.js";
import { valueAt } from "./pointed.js";

/**
 * Something in a profile that may not be meant as it is written. With `none`, a yes to the question means that there is
 * nothing (or nobody); with `misspelt`, that the `suggestion` is meant; with `class`, that this is no name, but the class of some
 * data; with `strange`, that it is meant as it is written.
 *
 * @example
 * ```ts
 * import { type Doubt, doubtsIn } from "plimsoll/analysis";
 *
 * const doubts: readonly Doubt[] = doubtsIn({ id: "stock", name: "Stock list", compliance: [{ regime: "no" }] });
 *
 * doubts[0]?.question; // → "Do you mean none?"
 * ```
 */
export type Doubt = {
  /** Where the name stands. */
  readonly pointer: Pointer;
  readonly name: string;
  readonly question: string;
} & (
  | { readonly kind: "none" }
  | { readonly kind: "misspelt"; readonly suggestion: string }
  | { readonly kind: "class"; readonly class: string }
  | { readonly kind: "strange" }
);

/** A name that was written freely, and where. */
interface Written {
  readonly pointer: Pointer;
  readonly name: string;
  readonly isAlone: boolean;
  /** The value that this is, which belongs elsewhere in the entry and is not told there. */
  readonly takenFor?: string | undefined;
}

const lettersOf = (text: string) => nameKey(text).replaceAll(/[^\p{L}\p{N}]/gu, "");

/** The value of a field, where it stands for a name in an entry that does not tell the field. */
function takenFor(name: string, entry: unknown, place: Place): string | undefined {
  const { key, values } = valuesTakenForNames(place) ?? {};
  if (key === undefined || valueAt(entry, `/${key}`) !== undefined) return undefined;
  return values?.find((value) => lettersOf(value) === lettersOf(name));
}

function writtenAt(profile: AppProfile, pointer: Pointer, place: Place): readonly Written[] {
  const { answering, entries } = place;
  const told = valueAt(profile, pointer);
  if (answering.kind === "person") return typeof told === "string" ? [{ pointer, name: told, isAlone: true }] : [];
  if (answering.kind !== "names" || !Array.isArray(told)) return [];
  const field = entries === undefined ? "" : `/${entries.named}`;
  return told.flatMap((entry, index) => {
    const name = valueAt(entry, field);
    return typeof name === "string"
      ? [
          {
            pointer: `${pointer}/${index}${field}`,
            name,
            isAlone: told.length === 1,
            takenFor: takenFor(name, entry, place),
          },
        ]
      : [];
  });
}

function doubtsOf(written: Written, { answering }: Place, known: ReadonlyMap<string, string>): readonly Doubt[] {
  const { pointer, name, isAlone, takenFor: value } = written;
  if (value !== undefined) {
    return [{ pointer, name, kind: "class", class: value, question: `Do you mean data of the class "${value}"?` }];
  }
  const doubt = (question: string): Doubt => ({ pointer, name, kind: "strange", question });
  const isPerson = answering.kind === "person";
  const none: readonly Doubt[] =
    looksLikeNone(name) && isAlone
      ? [{ pointer, name, kind: "none", question: `Do you mean ${isPerson ? "nobody" : "none"}?` }]
      : [];
  const isOdd = (looksLikeNone(name) && !isAlone) || looksLikeNotKnown(name) || looksLikeYes(name);
  if (answering.kind !== "names" || answering.known === undefined) {
    return isOdd
      ? [...none, doubt(`Is "${name}" really what ${isPerson ? "they are" : "one of them is"} called?`)]
      : none;
  }
  if (known.has(nameKey(name))) return none;
  const suggestion = nearestName(name, [...known.values()]);
  const strange = doubt(`No rule here knows "${name}". Is that really what it is called?`);
  if (suggestion === undefined || none.length > 0) return [...none, strange];
  return [
    {
      pointer,
      name,
      kind: "misspelt",
      suggestion,
      question: `"${name}" is not known here. Do you mean "${suggestion}"?`,
    },
  ];
}

/** Every condition of a policy that names members of sets. */
function conditionsOf({ reviews = [], boundaries = [] }: Policy): readonly Condition[] {
  return [...reviews, ...boundaries].flatMap(({ when }) => (when === undefined ? [] : [when]));
}

/** The names that a policy knows for what stands in a list, as it spells them. */
function knownAt(pointer: Pointer, { answering }: Place, policy: Policy | undefined): ReadonlyMap<string, string> {
  if (answering.kind !== "names" || answering.known === undefined) return new Map();
  const lines =
    policy === undefined
      ? []
      : [...linesOfPolicy(policy), ...conditionsOf(policy).flatMap((when) => linesIn(when, policy))];
  const named = lines.flatMap(({ fact, ...line }) => (namedFacts[pointer] === fact ? membersNamed(line) : []));
  return new Map([...answering.known, ...named].map((name) => [nameKey(name), name]));
}

/** Which fact has the names that stand in a list. */
const namedFacts: Readonly<Record<Pointer, string>> = { "/compliance": "complianceRegimes" };

/**
 * Where a person should look again at what they wrote: a no that would become a name, a name that nobody here knows. Ask
 * before such a profile is kept.
 *
 * @param policy Whose rules may know more names than the facts do.
 *
 * @example
 * ```ts
 * import { doubtsIn } from "plimsoll/analysis";
 *
 * const [doubt] = doubtsIn({ id: "stock", name: "Stock list", compliance: [{ regime: "GPDR" }] });
 *
 * doubt?.question; // → '"GPDR" is not known here. Do you mean "GDPR"?'
 * ```
 */
export function doubtsIn(profile: AppProfile, policy?: Policy): readonly Doubt[] {
  return placePointers.flatMap((pointer) => {
    const place = placeAt(pointer, undefined);
    if (place === undefined) return [];
    const written = writtenAt(profile, pointer, place);
    if (written.length === 0) return [];
    const known = knownAt(pointer, place, policy);
    return written.flatMap((each) => doubtsOf(each, place, known));
  });
}
