import type { AppProfile, Derived, Domain, FactValue } from "plimsoll";
import { nameKey } from "../../src/names/index.js";

const membersOf = (value: FactValue): readonly string[] => (typeof value === "object" ? value : []);

/** Whether a value may be the true one, for all that is told: what at least and at most mean, written down plainly. */
function mayBe(derived: Derived, isWithin: (low: FactValue, value: FactValue) => boolean, value: FactValue): boolean {
  switch (derived.kind) {
    case "unknown":
      return true;
    case "exact":
      return isWithin(derived.value, value) && isWithin(value, derived.value);
    case "at-least":
      return isWithin(derived.value, value);
    case "at-most":
      return isWithin(value, derived.value);
    case "between":
      return isWithin(derived.value, value) && isWithin(value, derived.upTo);
  }
}

const told = (derived: Derived): readonly FactValue[] => {
  if (derived.kind === "unknown") return [];
  return derived.kind === "between" ? [derived.value, derived.upTo] : [derived.value];
};

/** Every value that matters where two readings are compared: those that are told, and some around them. */
function candidates(domain: Domain, readings: readonly Derived[]): readonly FactValue[] {
  const values = readings.flatMap(told);
  switch (domain.kind) {
    case "boolean":
      return [false, true];
    case "ordinal":
      return domain.levels;
    case "enum":
      return domain.values;
    case "number":
      return [domain.min, ...values.flatMap((value) => [Number(value), Number(value) + 1]), 1e9];
    case "set": {
      const members = [...new Set([...domain.members, ...values.flatMap(membersOf)])].slice(0, 10);
      const inSubset = (number: number) => members.filter((_, at) => (number & (1 << at)) !== 0);
      return Array.from({ length: 1 << members.length }, (_, number) => inSubset(number));
    }
  }
}

/** Every pair of values that an app may have had and may have, as far as its two profiles tell. */
function pairs(domain: Domain, before: Derived, now: Derived) {
  const all = candidates(domain, [before, now]);
  const rank = (value: FactValue) => (domain.kind === "ordinal" ? domain.levels.indexOf(String(value)) : Number(value));
  const isWithin = (low: FactValue, high: FactValue) =>
    domain.kind === "set"
      ? membersOf(low).every((member) => membersOf(high).includes(member))
      : rank(low) <= rank(high);
  const possible = (derived: Derived) => all.filter((value) => mayBe(derived, isWithin, value));
  return { former: possible(before), present: possible(now), rank };
}

/** Whether it is so whatever the true values are: something has come, or there is more of it. */
export function certainlyMore(domain: Domain, before: Derived, now: Derived, besides: readonly string[]): boolean {
  const { former, present, rank } = pairs(domain, before, now);
  if (domain.kind !== "set") return former.every((was) => present.every((is) => rank(is) > rank(was)));
  const inAll = (sets: readonly FactValue[], isIn: boolean, member: string) =>
    sets.every((set) => membersOf(set).includes(member) === isIn);
  const members = new Set(present.flatMap(membersOf));
  return [...members].some(
    (member) => !besides.includes(member) && inAll(present, true, member) && inAll(former, false, member),
  );
}

type Integration = NonNullable<AppProfile["integrations"]>[number];

/** Yes, no, or open. */
type Answer = boolean | undefined;

const isSystem = ({ role = "system-of-record" }: Integration): boolean => role === "system-of-record";

const writes = (entry: Integration): Answer => {
  if (!isSystem(entry)) return false;
  return entry.direction === undefined ? undefined : entry.direction !== "read";
};

/** The lists whose entries have names, each read as its fact says in words. */
const named: Readonly<
  Record<string, (profile: AppProfile) => [list: string, entries: [string, Answer][] | undefined]>
> = {
  departments: ({ audience }) => ["/audience/departments", audience?.departments?.map((name) => [name, true])],
  appsServed: ({ otherApps }) => ["/otherApps/neededBy", otherApps?.neededBy?.map((name) => [name, true])],
  integrationPoints: ({ integrations }) => [
    "/integrations",
    integrations?.map((entry) => [entry.system, isSystem(entry)]),
  ],
  systemsWritten: ({ integrations }) => ["/integrations", integrations?.map((entry) => [entry.system, writes(entry)])],
};

/** What has come by name for certain: it counts now, and no entry of a list that was whole could have been it. */
export function namesThatCame(fact: string, before: AppProfile, now: AppProfile): readonly string[] {
  const read = named[fact];
  if (read === undefined) return [];
  const [list, former] = read(before);
  if (former === undefined || before.partial?.includes(list)) return [];
  const could = former.filter(([, isIt]) => isIt !== false).map(([name]) => nameKey(name));
  return (read(now)[1] ?? [])
    .filter(([name, isIt]) => isIt === true && !could.includes(nameKey(name)))
    .map(([name]) => name);
}
