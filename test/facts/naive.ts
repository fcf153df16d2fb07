import type { AppProfile, Derived, Domain, FactForm, FieldCondition } from "plimsoll";

/**
 * The forms of facts again, as simply as can be and without a thought for speed: truths are numbers, and a negation is what is
 * missing to one; each entry of a list is everything that it may add.
 */
type Values = Readonly<Record<string, unknown>>;

/** What stands at a pointer; `null` below `null`. */
function standsAt(pointer: string, value: unknown): unknown {
  if (pointer === "" || value === null || value === undefined) return value;
  const [, key = "", rest = ""] = /^\/?([^/]*)(.*)$/su.exec(pointer) ?? [];
  const own = key.replaceAll("~1", "/").replaceAll("~0", "~");
  const isThere = typeof value === "object" && Object.keys(value).includes(own);
  return isThere ? standsAt(rest, (value as Values)[own]) : undefined;
}

type Span = readonly [least: number, most: number];

/** Between what and what a number lies that is told as it is, or as bounds. */
function spanOf(told: unknown): Span | undefined {
  if (told === undefined) return undefined;
  if (typeof told === "number") return [told, told];
  const { atLeast = -Infinity, atMost = Infinity } = Object(told) as { atLeast?: number; atMost?: number };
  return [atLeast, atMost];
}

/** Without accents of width or case, and without spaces: what the names of these tests differ in. */
const plain = (value: unknown) =>
  typeof value === "string" ? value.normalize("NFKC").toLowerCase().replaceAll(" ", "") : value;

const isAmong = (value: unknown, asked: unknown) => [asked].flat().some((each) => plain(each) === plain(value));

/** How true a condition over fields is: 1, 0, or a half. */
export function truthOf(condition: FieldCondition, entry: unknown, partial: readonly string[] = []): number {
  const of = (parts: readonly FieldCondition[]) => parts.map((part) => truthOf(part, entry, partial));
  if ("all" in condition) return Math.min(1, ...of(condition.all));
  if ("any" in condition) return Math.max(0, ...of(condition.any));
  if ("not" in condition) return 1 - truthOf(condition.not, entry, partial);
  if ("count" in condition) {
    const sorted = of(condition.count).sort((one, other) => other - one);
    return condition.atLeast <= 0 ? 1 : (sorted[condition.atLeast - 1] ?? 0);
  }
  const said = standsAt(condition.field, entry);
  const value = said === undefined ? condition.unsaid : said;
  if (value === undefined) return 0.5;
  if ("is" in condition) return Number(isAmong(value, condition.is));
  if (value === null) return 0;
  const members = [value].flat();
  // What is in a list stays in it, also when more may turn up.
  const isOpen = partial.includes(condition.field);
  const [yes, no] = [isOpen ? 0.5 : 1, isOpen ? 0.5 : 0];
  if ("size" in condition) {
    const size = new Set(members.map(plain)).size;
    return truthOf({ field: "", ...condition.size }, isOpen ? { atLeast: size } : size);
  }
  if ("isEmpty" in condition) {
    const isEmpty = members.length > 0 ? 0 : yes;
    return condition.isEmpty ? isEmpty : 1 - isEmpty;
  }
  if ("includesAny" in condition) return condition.includesAny.some((each) => isAmong(each, members)) ? 1 : no;
  if ("includesAll" in condition) return condition.includesAll.every((each) => isAmong(each, members)) ? 1 : no;
  const [least, most] = spanOf(value) ?? [Number.NaN, Number.NaN];
  const half = (isSo: (number: number) => boolean) => (Number(isSo(least)) + Number(isSo(most))) / 2;
  if ("atLeast" in condition) return half((number) => number >= condition.atLeast);
  if ("atMost" in condition) return half((number) => number <= condition.atMost);
  if ("above" in condition) return half((number) => number > condition.above);
  if ("below" in condition) return half((number) => number < condition.below);
  const [from, to] = "between" in condition ? condition.between : [Number.NaN, Number.NaN];
  const isApart = most < from || least > to;
  return isApart ? 0 : least >= from && most <= to ? 1 : 0.5;
}

const meaning = (value: unknown, as: Readonly<Record<string, string | null>> = {}): unknown =>
  Object.keys(as).includes(String(value)) ? as[String(value)] : value;

/** The ranks of a domain in order. */
const ranksOf = (domain: Domain): readonly unknown[] =>
  domain.kind === "ordinal" ? domain.levels : domain.kind === "enum" ? domain.values : [false, true];

const unknown: Derived = { kind: "unknown" };

const told = (kind: Derived["kind"], value: unknown, upTo?: unknown) =>
  ({ kind, value, ...(upTo !== undefined && { upTo }) }) as Derived; // as the domain has it

/** What is read; where numbers contradict each other, that. */
type Naive = Derived | "contradiction";

/** A number or a level between two ends, named as readings are. */
function between(least: number, most: number, lowest: number, highest: number, valueAt: (rank: number) => unknown) {
  if (least === most) return told("exact", valueAt(least));
  if (most === highest) return told("at-least", valueAt(least));
  return least === lowest ? told("at-most", valueAt(most)) : told("between", valueAt(least), valueAt(most));
}

const distinct = (members: readonly string[]) =>
  members.filter((member, index) => members.findIndex((other) => plain(other) === plain(member)) === index);

/** A set with some members, which may have some of others; any others, when these are not known. */
function setBetween(certain: readonly string[], perhaps: readonly string[] | undefined): Derived {
  const members = distinct(certain);
  if (perhaps === undefined) return told("at-least", members);
  const all = distinct([...certain, ...perhaps]);
  if (all.length === members.length) return told("exact", members);
  return members.length === 0 ? told("at-most", all) : told("between", members, all);
}

type Form<Key extends string> = Extract<FactForm, { readonly [Own in Key]: unknown }>;

function ofNumbers(domain: Extract<Domain, { kind: "number" }>, form: Form<"read">, profile: AppProfile): Naive {
  const { atLeast = [], atMost = [], per } = "where" in form ? {} : form;
  const own = spanOf(standsAt(form.read, profile));
  const spans = (pointers: readonly string[]) => pointers.flatMap((each) => [spanOf(standsAt(each, profile)) ?? []]);
  const leasts = [own, ...spans(atLeast)].flatMap((span) => span?.[0] ?? []).filter(Number.isFinite);
  const mosts = [own, ...spans(atMost)].flatMap((span) => span?.[1] ?? []).filter(Number.isFinite);
  const { min, max = Infinity } = domain;
  const isTold = leasts.length + mosts.length > 0;
  const [least, most] = [Math.max(min, ...leasts), Math.min(max, ...mosts)];
  if (least > most) return "contradiction";
  if (per === undefined) return isTold ? between(least, most, min, max, (rank) => rank) : unknown;
  const by = spanOf(standsAt(per, profile));
  const [low, high] = by ?? [0, Infinity];
  const bounded = (value: number) => Math.min(value, Number.MAX_VALUE);
  const from = least === 0 ? 0 : bounded(least / high);
  const to = most === 0 ? 0 : low <= 0 || most === Infinity ? Infinity : bounded(most / low);
  const saysNothing = from === 0 && to === Infinity && (by === undefined || !isTold);
  return saysNothing ? unknown : between(from, to, 0, Infinity, (rank) => rank);
}

function ofPlace(domain: Domain, form: Form<"read">, profile: AppProfile): Naive {
  if (domain.kind === "number") return ofNumbers(domain, form, profile);
  const value = standsAt(form.read, profile);
  if ("where" in form) {
    const below = (list: string) => (list.startsWith(form.read) ? [list.slice(form.read.length).replace("/", "")] : []);
    const truth = truthOf(form.where, value, (profile.partial ?? []).flatMap(below));
    return truth === 0.5 ? unknown : told("exact", truth === 1);
  }
  if (value === undefined) return unknown;
  if (domain.kind !== "set") return told("exact", meaning(value, form.as));
  const members = [value].flat().map((each) => meaning(each, form.as));
  const named = members.filter((each) => each !== null) as string[]; // the tests put texts there
  return setBetween(named, profile.partial?.includes(form.read) ? undefined : []);
}

/** The most that a count can be. */
function endOf(count: Exclude<Derived, { kind: "unknown" }>): number {
  if (count.kind === "exact") return Number(count.value);
  if (count.kind === "between") return Number(count.upTo);
  return count.kind === "at-most" ? Number(count.value) : Infinity;
}

/** A count, where one number elsewhere leaves room for one alone. */
function ofSingleList(domain: Domain, form: Form<"each">, single: readonly string[], profile: AppProfile): Naive {
  const list = ofList(domain, form, profile);
  const [low, high] =
    list.kind === "unknown" ? [0, Infinity] : [list.kind === "at-most" ? 0 : Number(list.value), endOf(list)];
  const spans = single.flatMap((place) => [spanOf(standsAt(place, profile)) ?? []]);
  const most = spans.some((span) => (span[1] ?? Infinity) <= 1) ? Math.min(high, 1) : high;
  if (low > most) return "contradiction";
  const isTold = Array.isArray(standsAt(form.each, profile)) || most < Infinity;
  return isTold ? between(low, most, 0, Infinity, (rank) => rank) : unknown;
}

/** What stands in a field of every entry that says it, where that is no less than something. */
const standing: Readonly<Record<string, readonly string[]>> = {
  "/data class": ["general", "semi-sensitive", "personal", "financial", "health", "payment", "secrets"],
  "/calculations complexity": ["simple", "moderate", "complex"],
  "/integrations connector": ["standard", "premium", "custom", "http", "community"],
  "/entrances admits": ["named", "group", "organisation", "registered", "anybody"],
  "/integrations rights": ["own", "others", "administration"],
};

/** The lowest rank that an entry may have which does not say its level. */
function lowestIn(form: Form<"each">, levels: readonly unknown[]): number {
  const { take = "", as = undefined } = "take" in form ? form : {};
  const ranks = (standing[`${form.each} ${take}`] ?? []).map((each) => levels.indexOf(meaning(each, as)));
  return ranks.length === 0 ? 0 : Math.max(0, Math.min(...ranks));
}

function ofList(domain: Domain, form: Form<"each">, profile: AppProfile): Derived {
  const entries = standsAt(form.each, profile);
  if (!Array.isArray(entries)) return unknown;
  /** The fields of an entry of which a profile says that they are not all. */
  const openIn = (index: number) =>
    (profile.partial ?? []).flatMap((list) => {
      const entry = `${form.each}/${index}/`;
      return list.startsWith(entry) ? [list.slice(entry.length)] : [];
    });
  const isPartial = profile.partial?.includes(form.each) ?? false;
  const truths = entries.map((entry, index) =>
    form.where === undefined ? 1 : truthOf(form.where, entry, openIn(index)),
  );
  const sure = truths.filter((truth) => truth === 1).length;
  const likely = truths.filter((truth) => truth > 0).length;
  if (domain.kind === "number") return between(sure, isPartial ? Infinity : likely, 0, Infinity, (rank) => rank);
  if (domain.kind === "boolean")
    return sure > 0 ? told("exact", true) : isPartial || likely > 0 ? unknown : told("exact", false);
  const { take, as } = "take" in form ? form : { take: "", as: undefined };
  const taken = entries.map((entry) => meaning(standsAt(take, entry), as));
  if (domain.kind === "set") {
    const named = (isIt: (truth: number) => boolean) =>
      taken.flatMap((value, index) =>
        isIt(truths[index] ?? 0) ? [value].flat().filter((each) => typeof each === "string") : [],
      ) as string[]; // texts
    const isOpen =
      isPartial ||
      taken.some((value, index) => (value === undefined || openIn(index).includes(take)) && (truths[index] ?? 0) > 0);
    return setBetween(
      named((truth) => truth === 1),
      isOpen ? undefined : named((truth) => truth === 0.5),
    );
  }
  const levels = ranksOf(domain);
  const top = levels.length - 1;
  /** The least and the most that each entry may add. */
  const spans = taken.map((value, index): Span => {
    const truth = truths[index] ?? 0;
    if (truth === 0 || value === null) return [0, 0];
    const rank = levels.indexOf(value);
    const least = value === undefined ? lowestIn(form, levels) : rank;
    return [truth === 1 ? least : 0, value === undefined ? top : rank];
  });
  const least = Math.max(0, ...spans.map(([low]) => low));
  const most = isPartial ? top : Math.max(0, ...spans.map(([, high]) => high));
  return between(least, most, 0, top, (rank) => levels[rank]);
}

/** How many days there were since a first of March, by the rules of the calendar: it begins the year, so that a leap day ends it. */
function dayNumber(date: string): number {
  const [year = 0, month = 0, day = 0] = date.slice(0, 10).split("-").map(Number);
  const [ofYear, ofMonth] = month < 3 ? [year - 1, month + 9] : [year, month - 3];
  const leapDays = Math.floor(ofYear / 4) - Math.floor(ofYear / 100) + Math.floor(ofYear / 400);
  return ofYear * 365 + leapDays + Math.floor((ofMonth * 153 + 2) / 5) + day;
}

function ofDate(place: string, profile: AppProfile, asOf: string | undefined): Derived {
  const date = standsAt(place, profile);
  const days = typeof date === "string" && asOf !== undefined ? dayNumber(asOf) - dayNumber(date) : -1;
  return days < 0 ? unknown : told("exact", days);
}

/** What a profile tells of a fact of a form that names no other fact, as of a day where one is given. */
export function naively(
  domain: Domain,
  form: Exclude<FactForm, { readonly more: string }>,
  profile: AppProfile,
  asOf?: string,
): Naive {
  if ("daysSince" in form) return ofDate(form.daysSince, profile, asOf);
  if (!("each" in form)) return ofPlace(domain, form, profile);
  const { single } = "take" in form ? { single: undefined } : form;
  return single === undefined ? ofList(domain, form, profile) : ofSingleList(domain, form, single, profile);
}
