import { keysOf, type Pointer } from "../problems/index.js";
import { anything, misfit } from "../shapes/index.js";
import { type Domain, isInDomain, type SetDomain, valuesOf } from "./domain.js";
import { fieldLines, fieldTest } from "./field-truth.js";
import type { EachForm, ExcessForm, FactForm, TakeForm, TestForm, ValueForm } from "./form.js";
import { counted, type Known, membersFrom, no, untold, yes } from "./known.js";
import { isPartial, listReader, locateIn } from "./list.js";
import { expectedOf, meaningOf } from "./meaning.js";
import { distinctMembers } from "./members.js";
import { opened } from "./open-list.js";
import { fieldPointer, fieldReader, placed, placeReader, refuseProblem, refuseValue, shapeOf } from "./place.js";
import { singleCount } from "./read-count.js";
import { sinceReader } from "./read-date.js";
import { numberReader } from "./read-number.js";
import type { Reader } from "./reader.js";
import { tallyOf } from "./tally.js";
import { TRUE, UNDECIDED } from "./truth.js";

/** Reads the one of several values that stands at a place. */
function choiceReader(domain: Domain, { read: place, as }: ValueForm): Reader {
  const read = placeReader(place);
  const nothing = untold(domain);
  const known = new Map<unknown, Known>(valuesOf(domain).map((value, rank) => [value, counted(rank, rank)]));
  const here = Object.freeze([place]);
  return {
    read: (profile) => {
      const seen = read(profile);
      if (seen === undefined) return nothing;
      return known.get(meaningOf(seen, as)) ?? refuseValue(place, expectedOf(domain), seen);
    },
    locate: () => here,
  };
}

/** Reads the members that stand at a place. */
function setReader(domain: SetDomain, { read: place, as }: ValueForm): Reader {
  const read = placeReader(place);
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

/** Reads whether what stands at a place is like something. */
function testReader(domain: Domain, form: TestForm): Reader {
  const { read: place, where } = form;
  const read = placeReader(place);
  const shape = shapeOf(place) ?? anything;
  const { evaluate } = fieldTest(where);
  const open = untold(domain);
  const places = placesAskedOf(form).map((asked) => ({ asked, read: fieldReader(asked) }));
  return {
    read: (profile) => {
      const partial = profile.partial?.filter((list) => places.some(({ asked }) => asked === list)) ?? [];
      const below = (list: Pointer) => keysOf(list.slice(place.length));
      try {
        const seen = read(profile);
        const problem = seen === undefined ? undefined : misfit(shape, seen);
        if (problem !== undefined) return refuseProblem(problem);
        const truth = evaluate(partial.reduce((value, list) => opened(value, below(list)), seen));
        return truth === UNDECIDED ? open : truth === TRUE ? yes : no;
      } catch (error) {
        throw placed(error, place);
      }
    },
    locate: (profile) => places.filter((each) => each.read(profile) !== undefined).map(({ asked }) => asked),
  };
}

function eachReader(domain: Domain, form: EachForm | TakeForm): Reader {
  const entries = { list: form.each, tally: tallyOf(domain, form) };
  const { look, known } = listReader(form.each, [entries.tally]);
  const reader: Reader = {
    read: (profile) => known(look(profile), profile)[0] ?? entries.tally.untold,
    locate: (profile, own) => locateIn(entries, 0, look(profile) ?? [], own),
  };
  if ("single" in form && form.single !== undefined) return singleCount(reader, form.each, form.single);
  return { ...reader, entries };
}

/** Prepares what reads a fact of a form that names no other fact. */
export function formReader(domain: Domain, form: Exclude<FactForm, ExcessForm>): Reader {
  if ("each" in form) return eachReader(domain, form);
  if ("daysSince" in form) return sinceReader(domain, form);
  return "where" in form ? testReader(domain, form) : valueReader(domain, form);
}

/** Where the answers to a fact stand that is read by a form which names no other fact. */
export function answersAt(form: Exclude<FactForm, ExcessForm>): readonly Pointer[] {
  if ("each" in form) return [form.each];
  if ("daysSince" in form) return [form.daysSince];
  if ("where" in form) return placesAskedOf(form);
  return form.per === undefined ? [form.read] : [form.per, form.read];
}
