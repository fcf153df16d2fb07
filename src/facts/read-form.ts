import { keysOf, type Pointer } from "../problems/index.js";
import { type Domain, isInDomain, type SetDomain, valuesOf } from "./domain.js";
import { fieldLines, fieldPointer, fieldReader, fieldTest, OpenList, placed, refuseValue } from "./field-truth.js";
import type { EachForm, FactForm, TakeForm, TestForm, ValueForm } from "./form.js";
import { isExact, type Known, membersFrom, no, span, untold, yes } from "./known.js";
import { entriesAt, isPartial, listReader } from "./list.js";
import { expectedOf, meaningOf } from "./meaning.js";
import { distinctMembers } from "./members.js";
import { numberReader } from "./read-number.js";
import type { Reader } from "./reader.js";
import { tallyOf } from "./tally.js";
import { TRUE, UNDECIDED } from "./truth.js";

/** Reads the one of several values that stands at a place. */
function choiceReader(domain: Domain, { read: place, as }: ValueForm): Reader {
  const read = fieldReader(place);
  const nothing = untold(domain);
  const known = new Map<unknown, Known>(valuesOf(domain).map((value, rank) => [value, span(rank, rank)]));
  return {
    read: (profile) => {
      const seen = read(profile);
      if (seen === undefined) return nothing;
      return known.get(meaningOf(seen, as)) ?? refuseValue(place, expectedOf(domain), seen);
    },
    locate: () => [place],
  };
}

/** Reads the members that stand at a place. */
function setReader(domain: SetDomain, { read: place, as }: ValueForm): Reader {
  const read = fieldReader(place);
  const nothing = untold(domain);
  return {
    read: (profile) => {
      const seen = read(profile);
      if (seen === undefined) return nothing;
      const meant = Array.isArray(seen) ? seen.map((member) => meaningOf(member, as)) : [seen];
      const members = distinctMembers(
        domain,
        meant.filter((member) => member !== null),
      );
      if (!Array.isArray(seen) || !isInDomain(domain, members)) return refuseValue(place, expectedOf(domain), seen);
      const certain = members as readonly string[]; // as the domain has it
      return membersFrom(certain, isPartial(profile, place) ? undefined : certain);
    },
    locate: () => [place],
  };
}

function valueReader(domain: Domain, form: ValueForm): Reader {
  if (domain.kind === "number") return numberReader(domain, form);
  return domain.kind === "set" ? setReader(domain, form) : choiceReader(domain, form);
}

const placesAskedOf = ({ read, where }: TestForm): readonly Pointer[] => [
  ...new Set(fieldLines(where).map(({ field }): Pointer => `${read}${fieldPointer(field)}`)),
];

/** A value in which a list at a place may have more members than stand there. */
function opened(value: unknown, [key, ...deeper]: readonly string[]): unknown {
  if (key === undefined) return Array.isArray(value) ? new OpenList(value) : value;
  if (typeof value !== "object" || value === null) return value;
  const change = ([own, inner]: readonly [string, unknown]) => [own, own === key ? opened(inner, deeper) : inner];
  return Object.fromEntries(Object.entries(value).map(change));
}

/** Reads whether what stands at a place is like something. */
function testReader(domain: Domain, form: TestForm): Reader {
  const { read: place, where } = form;
  const read = fieldReader(place);
  const { evaluate } = fieldTest(where);
  const open = untold(domain);
  const places = placesAskedOf(form).map((asked) => ({ asked, read: fieldReader(asked) }));
  return {
    read: (profile) => {
      const partial = profile.partial?.filter((list) => places.some(({ asked }) => asked === list)) ?? [];
      const below = (list: Pointer) => keysOf(list.slice(place.length));
      try {
        const truth = evaluate(partial.reduce((value, list) => opened(value, below(list)), read(profile)));
        return truth === UNDECIDED ? open : truth === TRUE ? yes : no;
      } catch (error) {
        throw placed(error, place);
      }
    },
    locate: (profile) => places.filter((each) => each.read(profile) !== undefined).map(({ asked }) => asked),
  };
}

/** The parts of an entry that it is told by: what is taken from it, or the fields that are asked for; where it is open, also those that it does not say. */
function partsOf(form: EachForm | TakeForm): (entry: unknown, isOpen: boolean) => readonly Pointer[] {
  const fields =
    "take" in form ? [form.take] : form.where === undefined ? [] : fieldLines(form.where).map(({ field }) => field);
  const whole = [""];
  const parts = [...new Set(fields)].map((field) => ({ pointer: fieldPointer(field), read: fieldReader(field) }));
  const all = parts.length > 0 ? parts.map(({ pointer }) => pointer) : whole;
  return (entry, isOpen) => {
    if (isOpen || parts.every(({ read }) => read(entry) !== undefined)) return all;
    const told = parts.filter(({ read }) => read(entry) !== undefined).map(({ pointer }) => pointer);
    return told.length > 0 ? told : whole;
  };
}

function eachReader(domain: Domain, form: EachForm | TakeForm): Reader {
  const { each: list } = form;
  const tally = tallyOf(domain, form);
  const entriesIn = entriesAt(list);
  const partsIn = partsOf(form);
  const readList = listReader(list, [tally]);
  return {
    entries: { list, tally },
    read: (profile) => readList(profile)[0] ?? tally.untold,
    locate: (profile, known) => {
      const pointers: Pointer[] = [];
      const entries = entriesIn(profile) ?? [];
      const isOpen = !isExact(known);
      for (let index = 0; index < entries.length; index++) {
        const truth = tally.restsOn(entries[index], known);
        if (truth !== TRUE && !(isOpen && truth === UNDECIDED)) continue;
        for (const part of partsIn(entries[index], truth === UNDECIDED)) pointers.push(`${list}/${index}${part}`);
      }
      return pointers.length > 0 ? pointers : [list];
    },
  };
}

/** Prepares what reads a fact of a form. */
export function formReader(domain: Domain, form: FactForm): Reader {
  if ("each" in form) return eachReader(domain, form);
  return "where" in form ? testReader(domain, form) : valueReader(domain, form);
}

/** Where the answers to a fact stand that is read by a form. */
export function answersAt(form: FactForm): readonly Pointer[] {
  if ("each" in form) return [form.each];
  if ("where" in form) return placesAskedOf(form);
  return form.per === undefined ? [form.read] : [form.per, form.read];
}
