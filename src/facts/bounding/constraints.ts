import type { Catalogue } from "../fact.js";
import { askedBy } from "../field-truth.js";
import type { Known } from "../known.js";
import { areApart, areBeside, type Beside, fieldsOf, lookingAt } from "./beside.js";
import type { Constraint, FactLine } from "./constraint.js";
import { type Event, eventsOf, followsInDomain, isCount, onMembers } from "./events.js";
import { grouped } from "./grouped.js";
import { kindsOf, type View, viewOf } from "./kinds.js";
import { constraintsOfNumbers } from "./number-constraints.js";
import { fewestPairs } from "./reduce.js";
import { rememberingViews } from "./remembered-views.js";
import { sumsOf } from "./sums.js";

/** Whether one event is always with another. */
function followsIn(beside: Beside): (one: Event, other: Event) => boolean {
  return (one, other) => {
    if (!areBeside(one.view, other.view)) return false;
    const both = beside(one.view, other.view);
    return both?.kinds.every(({ read }) => !isIn(one, read[both.one]) || isIn(other, read[both.other])) ?? false;
  };
}

const isIn = ({ holds }: Event, known: Known | undefined): boolean => known !== undefined && holds(known);

const lineOf = ({ view, line }: Event): FactLine => ({ fact: view.name, ...line });

/** Whether something ever is so; and of what is no entry of a list, whether it ever is not. */
function isTelling(event: Event, beside: Beside, sought: boolean): boolean {
  const both = beside(event.view, event.view);
  return both?.kinds.some(({ read }) => isIn(event, read[both.one]) === sought) ?? true;
}

/** What never is so of a fact, whatever its domain has. */
function nevers(events: readonly Event[]): readonly Constraint[] {
  const said = events.filter((event, index) => {
    const { view, otherwise } = event;
    const isFree = view.fact.domain.kind === "number" && view.list === undefined;
    const isSaid = events.slice(0, index).some((before) => followsInDomain(event, before, []));
    return otherwise !== undefined && !isFree && !isSaid;
  });
  return said.map((event) => ({
    when: lineOf(event),
    implies: { fact: event.view.name, ...event.otherwise } as FactLine,
  }));
}

/** Members of a set of which some event always brings one, without being always with any one of them. */
function unionsIn(views: readonly View[], events: readonly Event[], beside: Beside): readonly Event[] {
  const found = new Map<string, Event>();
  for (const view of views) {
    const { domain } = view.fact;
    if (domain.kind !== "set") continue;
    for (const event of events) {
      if (event.view === view) continue;
      const both = beside(event.view, view);
      const having = both?.kinds.filter(({ read }) => isIn(event, read[both.one])) ?? [];
      const taken = having.flatMap(({ read }) => read[both?.other ?? 0] ?? []);
      const members = domain.members.filter((member) => taken.some(({ certain }) => certain.includes(member)));
      const isUnion = members.length > 1 && members.length < domain.members.length + Number(domain.open);
      const union = { view, ...onMembers(domain, members) };
      if (isUnion && taken.every(union.holds)) found.set(`${view.name} ${members}`, union);
    }
  }
  return [...found.values()];
}

/** Of sets, one word for all members from which the same follows. */
function together(pairs: readonly (readonly [Event, Event])[]): readonly Constraint[] {
  const said = new Map<string, FactLine[]>();
  for (const [one, other] of pairs) {
    const isMembers = "includesAny" in one.line;
    const key = JSON.stringify([one.view.name, isMembers ? "members" : one.line, lineOf(other)]);
    said.set(key, [...(said.get(key) ?? []), lineOf(one)]);
  }
  return [...said].flatMap(([key, lines]): Constraint[] => {
    const [, , implies] = JSON.parse(key) as [string, unknown, FactLine]; // as it was written above
    const members = lines.flatMap((line) => ("includesAny" in line ? line.includesAny : []));
    const [first] = lines;
    if (first === undefined) return [];
    const when = members.length > 0 ? { fact: first.fact, includesAny: [...new Set(members)] } : first;
    return [{ when, implies }];
  });
}

/** Whether a line is drawn from above: what lies beyond it is less. */
const isFromAbove = ({ line }: Event) => "atMost" in line || "below" in line || ("is" in line && line.is === false);

/** Two implications are one when each is the other, read from its end. */
function saidOnce(pairs: readonly (readonly [Event, Event])[]): readonly (readonly [Event, Event])[] {
  const seen = new Set<string>();
  const inOrder = [...pairs].sort(([one], [other]) => Number(isFromAbove(one)) - Number(isFromAbove(other)));
  return inOrder.filter(([one, other]) => {
    const opposite = ({ view, otherwise }: Event) => JSON.stringify({ fact: view.name, ...otherwise });
    if (seen.has(`${JSON.stringify(lineOf(one))} ${JSON.stringify(lineOf(other))}`)) return false;
    seen.add(`${opposite(other)} ${opposite(one)}`);
    return true;
  });
}

const limitsOf = (view: View, views: readonly View[]): readonly number[] => {
  if (view.fact.domain.kind !== "number" || view.list !== undefined) return [];
  const lines = views.flatMap(({ fields }) => fieldsOf(view).flatMap((field) => fields.get(field)?.lines ?? []));
  const operands = lines.flatMap((line) => Object.values(askedBy(line)).flat());
  return [...new Set(operands.filter((operand) => typeof operand === "number"))].sort((one, other) => one - other);
};

/** What holds between facts that are read from the same things. */
function constraintsOfViews(views: readonly View[]): readonly Constraint[] {
  const beside = lookingAt(views);
  const follows = followsIn(beside);
  const limits = new Map(views.map((view) => [view, limitsOf(view, views)]));
  const all = views.flatMap((view) => eventsOf(view, limits.get(view) ?? []));
  const occurring = all.filter((event) => isTelling(event, beside, true));
  const telling = occurring.filter((event) => event.view.list !== undefined || isTelling(event, beside, false));
  const events = [...telling, ...unionsIn(views, telling, beside)];
  const at = (index: number): Event | undefined => events[index];
  const asked = events.map((one) => events.map((other) => follows(one, other)));
  const isSo = (one: number, other: number) => asked[one]?.[other] ?? false;
  const counts = events.filter(isCount);
  const countAt = counts.map((event) => events.indexOf(event));
  const isNeverMore = (one: number, other: number) => isSo(countAt[one] ?? -1, countAt[other] ?? -1);
  const countPairs = fewestPairs(counts.length, isNeverMore, () => false);
  const isGiven = (one: number, other: number) => {
    const [event, beside] = [at(one), at(other)];
    if (event === undefined || beside === undefined) return false;
    return (isCount(event) && isCount(beside)) || followsInDomain(event, beside, limits.get(event.view) ?? []);
  };
  const pairs = fewestPairs(events.length, isSo, isGiven).flatMap(([one, other]) => {
    const [event, beside] = [at(one), at(other)];
    return event === undefined || beside === undefined ? [] : [[event, beside] as const];
  });
  const differing = counts.filter((event, index) =>
    counts.slice(0, index).every((before) => !(follows(event, before) && follows(before, event))),
  );
  const counting = differing.map(({ view }) => view);
  const kinds = counting.length > 2 && areApart(counting) ? kindsOf(counting) : undefined;
  return [
    ...countPairs.flatMap(([one, other]) => {
      const [lesser, greater] = [counts[one], counts[other]];
      return lesser && greater ? [{ fact: lesser.view.name, atMostFact: greater.view.name }] : [];
    }),
    ...(kinds === undefined ? [] : sumsOf(counting, kinds)),
    ...together(saidOnce(pairs)),
    ...nevers(all.filter((event) => !occurring.includes(event))),
  ];
}

const rememberedGroup = /* @__PURE__ */ rememberingViews<readonly Constraint[]>();

/** A value that is read as it stands, and from where nothing else is read, can be anything that its domain lets it be. */
const isUnbound = ([first, ...others]: readonly View[]) =>
  others.length === 0 && Object.keys(first?.fact.from ?? {}).join() === "read";

const constraintsOfGroup = (views: readonly View[]): readonly Constraint[] =>
  isUnbound(views) ? [] : rememberedGroup(views, [], () => constraintsOfViews(views));

/** Whether facts are looked at together: entries of one list, or what stands at the same places. */
const areTogether = (one: View, other: View) => one.list === other.list && areBeside(one, other);

function made(facts: Catalogue): readonly Constraint[] {
  const views = Object.entries(facts).flatMap(([name, fact]) => viewOf(name, fact) ?? []);
  return [...constraintsOfNumbers(facts), ...grouped(views, areTogether).flatMap(constraintsOfGroup)];
}

/** Some facts, and the counts of entries that are told apart by the same fields: sums bind these to one another. */
function besideAny(asked: ReadonlySet<string>, facts: Catalogue): ReadonlySet<string> {
  const views = Object.entries(facts).flatMap(([name, fact]) => viewOf(name, fact) ?? []);
  const shareFields = (one: View, other: View) =>
    one.list === other.list && fieldsOf(one).some((field) => other.fields.has(field));
  const near = grouped(views, shareFields).filter((group) => group.some(({ name }) => asked.has(name)));
  const counts = near.flat().filter(({ list, fact: { domain } }) => list !== undefined && domain.kind === "number");
  return new Set([...asked, ...counts.map(({ name }) => name)]);
}

const rememberedAround = /* @__PURE__ */ new WeakMap<Catalogue, Map<string, readonly Constraint[]>>();

/**
 * What holds between some facts of a catalogue, as far as it binds them: facts that are read from other fields of the same
 * lists can always be so that they do not.
 */
export function constraintsAround(names: readonly string[], facts: Catalogue): readonly Constraint[] {
  const key = [...new Set(names)].sort().join(" ");
  const known = rememberedAround.get(facts) ?? new Map<string, readonly Constraint[]>();
  rememberedAround.set(facts, known);
  const found = known.get(key) ?? madeAround(new Set(names), facts);
  known.set(key, found);
  return found;
}

/** Facts with those that their forms name. */
const withNamed = (names: ReadonlySet<string>, facts: Catalogue): ReadonlySet<string> =>
  new Set(
    [...names].flatMap((name) => {
      const from = facts[name]?.from;
      return from !== undefined && "more" in from ? [name, from.more, from.than] : [name];
    }),
  );

function madeAround(names: ReadonlySet<string>, facts: Catalogue): readonly Constraint[] {
  const near = besideAny(withNamed(names, facts), facts);
  return made(Object.fromEntries(Object.entries(facts).filter(([name]) => near.has(name))));
}

const remembered = /* @__PURE__ */ new WeakMap<Catalogue, readonly Constraint[]>();

/**
 * What holds between the facts of a catalogue in every profile, worked out from how they are read: what one of them counts
 * another counts as well, what one of them has another must have. What follows from the rest is left out. Of facts that
 * functions find, nothing is known.
 *
 * @example
 * ```ts
 * import { standardFacts } from "plimsoll";
 * import { constraintsOf } from "plimsoll/analysis";
 *
 * constraintsOf(standardFacts)[0]; // → { when: { fact: "users", atMost: 1 }, implies: { fact: "departments", atMost: 1 } }
 * ```
 */
export function constraintsOf(facts: Catalogue): readonly Constraint[] {
  const constraints = remembered.get(facts) ?? made(facts);
  remembered.set(facts, constraints);
  return constraints;
}
