import { keysOf } from "../problems/index.js";
import { optionsOf, type Shape, shapeBelow } from "../shapes/index.js";
import { type Domain, type SetDomain, valuesOf } from "./domain.js";
import { entryPlaces, type PlacesIn } from "./entry-places.js";
import { type FieldTest, fieldTest } from "./field-truth.js";
import { fieldsAsked } from "./fields-asked.js";
import type { EachForm, TakeForm } from "./form.js";
import { counted, type Known, membersFrom, no, untold, yes } from "./known.js";
import { expectedOf, meaningOf } from "./meaning.js";
import { distinctMembers } from "./members.js";
import { OpenList } from "./open-list.js";
import { fieldPointer, fieldReader, refuseValue, shapeOfThings } from "./place.js";
import { FALSE, TRUE, type Truth, truthOf, UNDECIDED } from "./truth.js";

/** What one entry of a list says of a fact. */
interface Saying {
  /** Whether it counts: 1 or 0; of levels, the rank that it certainly has, or less than any. */
  readonly certain: number;
  /** Whether it may count, or may have a member that it does not say: 1 or 0; of levels, the highest rank that it may have, or less than any. */
  readonly open: number;
  /** The members that it has, or may have; not told, where it may have any. */
  readonly members?: readonly string[] | undefined;
  /** Whether it may have more members than these. */
  readonly isMore?: boolean;
}

/** What entries say of a fact that are alike, and where. */
export interface Said extends Saying {
  readonly places: PlacesIn;
}

/** What one entry says of several facts. */
export interface EntrySaying {
  readonly said: readonly Saying[];
}

/** What puts together what the entries of a list say of one fact. */
export interface Tally {
  /** The fields that it asks for. */
  readonly fields: readonly string[];
  readonly saidBy: (entry: unknown) => Said;
  /** What is known, once all entries have said what they say of several facts: of the one at an index. */
  readonly known: (entries: readonly EntrySaying[], at: number, isPartial: boolean) => Known;
  /** What is known where there is no list. */
  readonly untold: Known;
  /** Whether what is known rests on an entry: it gives the value, or does not say, so that the value may still be another. */
  readonly restsOn: (said: Saying, known: Known) => Truth;
  /** All places of an entry that are asked, for those that leave it open. */
  readonly allPlaces: PlacesIn;
}

const counts: Saying = { certain: 1, open: 0 };
const mayCount: Saying = { certain: 0, open: 1 };
const nothing: Saying = { certain: 0, open: 0 };

const restsOnSaid = ({ certain, open }: Saying): Truth => (certain > 0 ? TRUE : open > 0 ? UNDECIDED : FALSE);

interface Parts extends Pick<Tally, "known" | "restsOn"> {
  readonly saidBy: (entry: unknown) => Saying;
}

/** Counts the entries that are like something; for yes or no, whether there is one. */
function counting(domain: Domain, { evaluate }: FieldTest): Parts {
  const isCount = domain.kind === "number";
  const unsaid = untold(domain);
  return {
    saidBy: (entry) => {
      const truth = evaluate(entry);
      return truth === TRUE ? counts : truth === UNDECIDED ? mayCount : nothing;
    },
    known: (entries, at, isPartial) => {
      let certain = 0;
      let open = 0;
      for (const { said } of entries) {
        const own = said[at] ?? nothing;
        certain += own.certain;
        open += own.open;
      }
      if (isCount) return counted(certain, isPartial ? Number.POSITIVE_INFINITY : certain + open);
      if (certain > 0) return yes;
      return isPartial || open > 0 ? unsaid : no;
    },
    restsOn: restsOnSaid,
  };
}

/** What is taken from an entry, of sets also several of it: `null` where that adds nothing, `undefined` where it does not say. */
function taking(domain: Domain, { take, as }: TakeForm): (entry: unknown) => unknown {
  const read = fieldReader(take);
  const isValue = new Set<unknown>(valuesOf(domain));
  const isOpen = domain.kind === "set" && domain.open;
  const meant = (seen: unknown) => {
    const value = as === undefined ? seen : meaningOf(seen, as);
    if (value === undefined || value === null || isValue.has(value)) return value;
    if (isOpen && typeof value === "string") return value;
    return refuseValue(fieldPointer(take), expectedOf(domain), seen);
  };
  if (domain.kind !== "set") return (entry) => meant(read(entry));
  return (entry) => {
    const seen = read(entry);
    if (seen instanceof OpenList) return new OpenList(seen.members.map(meant));
    return Array.isArray(seen) ? seen.map(meant) : meant(seen);
  };
}

/** Less than any rank. */
const noRank = -1;

/** The rank that an entry has at least which does not say its level: the lowest of what can stand there; less than any, where that may be nothing. */
function leastRank({ each, take, as }: TakeForm, values: readonly unknown[]): number {
  const entry = shapeOfThings(each);
  const shape = keysOf(fieldPointer(take)).reduce<Shape | undefined>(
    (found, key) => found && shapeBelow(found, key),
    entry,
  );
  const ranks = ((shape && optionsOf(shape)) ?? []).map((option) => values.indexOf(meaningOf(option, as)));
  return ranks.length === 0 ? noRank : Math.min(...ranks);
}

/** The highest level that stands in the entries that are like something. */
function highest(
  domain: Domain,
  form: TakeForm,
  { evaluate }: FieldTest,
  takenFrom: (entry: unknown) => unknown,
): Parts {
  const values: readonly unknown[] = valuesOf(domain);
  const top = values.length - 1;
  const least = leastRank(form, values);
  const noLevel: Saying = { certain: noRank, open: noRank };
  return {
    saidBy: (entry) => {
      const truth = evaluate(entry);
      const value = truth === FALSE ? null : takenFrom(entry);
      if (value === null) return noLevel;
      const rank = value === undefined ? top : values.indexOf(value);
      const low = value === undefined ? least : rank;
      return { certain: truth === TRUE ? low : noRank, open: rank };
    },
    known: (entries, at, isPartial) => {
      let certain = 0;
      let open = isPartial ? top : 0;
      for (const { said } of entries) {
        const own = said[at] ?? noLevel;
        if (own.certain > certain) certain = own.certain;
        if (own.open > open) open = own.open;
      }
      return counted(certain, open);
    },
    restsOn: ({ certain, open }, { low }) => {
      if (open === noRank) return FALSE;
      return certain === open ? truthOf(certain === low) : UNDECIDED;
    },
  };
}

/** The members that stand in the entries that are like something. */
function gathering(domain: SetDomain, { evaluate }: FieldTest, takenFrom: (entry: unknown) => unknown): Parts {
  // What is taken is a member, and distinct members are.
  const distinct = (members: readonly unknown[]) => distinctMembers(domain, members) as readonly string[];
  const areNamed = (value: unknown): readonly string[] =>
    (Array.isArray(value) ? value : [value]).filter((member) => typeof member === "string");
  return {
    saidBy: (entry) => {
      const truth = evaluate(entry);
      const value = truth === FALSE ? null : takenFrom(entry);
      if (value === undefined) return mayCount;
      const isMore = value instanceof OpenList;
      const own = areNamed(isMore ? value.members : value);
      if (own.length === 0 && !isMore) return nothing;
      const isCertain = truth === TRUE && own.length > 0;
      return { certain: Number(isCertain), open: Number(!isCertain || isMore), members: own, isMore };
    },
    known: (entries, at, isPartial) => {
      const members: string[] = [];
      const perhaps: string[] = [];
      let isOpen = isPartial;
      for (const { said } of entries) {
        const own = said[at] ?? nothing;
        if (own.members === undefined || own.isMore) isOpen ||= own.open > 0;
        if (own.certain > 0) members.push(...(own.members ?? []));
        else perhaps.push(...(own.members ?? []));
      }
      const certain = distinct(members);
      if (isOpen) return membersFrom(certain, undefined);
      return membersFrom(certain, perhaps.length === 0 ? certain : distinct([...members, ...perhaps]));
    },
    restsOn: restsOnSaid,
  };
}

const every: FieldTest = { evaluate: () => TRUE };

function partsOf(domain: Domain, form: EachForm | TakeForm): Parts {
  const test = form.where === undefined ? every : fieldTest(form.where);
  if (!("take" in form)) return counting(domain, test);
  const takenFrom = taking(domain, form);
  return domain.kind === "set" ? gathering(domain, test, takenFrom) : highest(domain, form, test, takenFrom);
}

/** Prepares what a form takes from the entries of its list. */
export function tallyOf(domain: Domain, form: EachForm | TakeForm): Tally {
  const { saidBy, known, restsOn } = partsOf(domain, form);
  const { toldBy, all } = entryPlaces(form);
  return {
    fields: fieldsAsked(form),
    untold: untold(domain),
    saidBy: (entry) => ({ ...saidBy(entry), places: toldBy(entry) }),
    known,
    restsOn,
    allPlaces: all,
  };
}
