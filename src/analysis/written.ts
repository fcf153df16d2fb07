import type { Policy } from "../policy/index.js";
import { type Pointer, toPointer } from "../problems/index.js";
import type { PartChange } from "./part-change.js";

/** Something that is written otherwise, before anybody asks what that does. */
export interface Written {
  readonly part: PartChange["part"];
  readonly id: string;
  /** What is different inside the part: a field, or the id of something in it and a field of that; empty where all of it is. */
  readonly path: readonly string[];
  readonly pointer: Pointer;
  readonly before: unknown;
  readonly after: unknown;
}

type Named = { readonly id: string };
type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Lists that mean the same in any order. */
const sets = ["covers", "approvers", "actions", "unlessUsing", "requiresFacts", "onlyIn", "asks"];

/** Lists of named things that mean something else in another order. */
const ordered = ["tiers", "rows", "adjustments"];

/** A value by which another is known again, whatever order its fields stand in. */
function keyOf(value: unknown, field = ""): string {
  if (Array.isArray(value)) {
    const items = value.map((item) => keyOf(item));
    return `[${(sets.includes(field) ? [...new Set(items)].sort() : items).join()}]`;
  }
  if (!isObject(value)) return JSON.stringify(value) ?? "";
  const fields = Object.entries(value).filter(([, own]) => own !== undefined);
  return `{${fields
    .map(([name, own]) => `${JSON.stringify(name)}:${keyOf(own, name)}`)
    .sort()
    .join()}}`;
}

const areNamed = (value: unknown): value is readonly Named[] =>
  Array.isArray(value) && value.every((item) => isObject(item) && typeof item.id === "string");

/** What is different between two objects, field by field; in lists of named things, one by one. */
function fieldsBetween(
  about: Pick<Written, "part" | "id">,
  [one, other]: readonly [Fields, Fields],
  pointer: Pointer,
  path: readonly string[] = [],
): readonly Written[] {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return names.flatMap((name): readonly Written[] => {
    const [before, after] = [one[name], other[name]];
    if (keyOf(before, name) === keyOf(after, name)) return [];
    const at = `${pointer}${toPointer([name])}`;
    const [listed, listedAfter] = [before ?? [], after ?? []];
    // A list that is empty may say something else than one that is left out.
    const isAnyNamed = [listed, listedAfter].some((list) => areNamed(list) && list.length > 0);
    if (isAnyNamed && areNamed(listed) && areNamed(listedAfter))
      return namedBetween(about, [listed, listedAfter], at, [...path, name]);
    return [{ ...about, path: [...path, name], pointer: at, before: before ?? null, after: after ?? null }];
  });
}

/** What is different between two lists of named things; without `own`, each is a part by itself. */
function namedBetween(
  about: { readonly part: PartChange["part"]; readonly id?: string },
  [before = [], after = []]: readonly [readonly Named[] | undefined, readonly Named[] | undefined],
  pointer: Pointer,
  path: readonly string[] = [],
): readonly Written[] {
  const ids = [...new Set([...after, ...before].map(({ id }) => id))];
  const each = ids.flatMap((id): readonly Written[] => {
    const [at, was] = [after, before].map((list) => list.findIndex((item) => item.id === id));
    const [one, other] = [before[was ?? -1], after[at ?? -1]];
    const place = `${pointer}/${other === undefined ? was : at}`;
    const whole = about.id === undefined ? { ...about, id } : { ...about, id: about.id };
    const inside = about.id === undefined ? path : [...path, id];
    // Whatever is named is an object.
    if (one !== undefined && other !== undefined)
      return fieldsBetween(whole, [one as unknown as Fields, other as unknown as Fields], place, inside);
    return [{ ...whole, path: inside, pointer: place, before: one ?? null, after: other ?? null }];
  });
  const [earlier = "", later = ""] = [
    [before, after],
    [after, before],
  ].map(([list = [], others = []]) =>
    list.flatMap(({ id }) => (others.some((other) => other.id === id) ? [id] : [])).join(),
  );
  if (earlier === later || !ordered.includes(pointer.split("/").at(-1) ?? "")) return each;
  const order = [before, after].map((list) => list.map(({ id }) => id));
  return [...each, { part: about.part, id: about.id ?? "", path, pointer, before: order[0], after: order[1] }];
}

/** Fields of a policy that are looked at part by part, or say nothing of what it decides. */
const apart = ["schemaVersion", "id", "version", "packs", "facts", "reviews", "boundaries", "components", "audit"];
const ofRules = ["tiers", "criteria", "signs", "rubrics", "tables", "adjustments"];

/** Everything that is written otherwise in another policy, each at its place. */
export function writtenBetween(before: Policy, after: Policy): readonly Written[] {
  const lists: readonly (readonly [PartChange["part"], keyof Policy & string])[] = [
    ["tier", "tiers"],
    ["rule", "criteria"],
    ["rule", "signs"],
    ["rubric", "rubrics"],
    ["table", "tables"],
    ["adjustment", "adjustments"],
    ["component", "components"],
    ["review", "reviews"],
    ["boundary", "boundaries"],
  ];
  const others = ({ ...policy }: Policy): Fields =>
    Object.fromEntries(Object.entries(policy).filter(([name]) => !apart.includes(name) && !ofRules.includes(name)));
  const named = lists.flatMap(([part, field]) =>
    // Each of these fields is a list of named things.
    namedBetween({ part }, [before[field], after[field]] as readonly [readonly Named[], readonly Named[]], `/${field}`),
  );
  const audits = [before.audit, after.audit].map((audit) => ({ audit })) as unknown as readonly [Fields, Fields];
  const [one, other] = audits;
  const ofAudit =
    isObject(one.audit) && isObject(other.audit)
      ? fieldsBetween({ part: "audit", id: "audit" }, [one.audit, other.audit], "/audit")
      : fieldsBetween({ part: "audit", id: "audit" }, audits, "");
  const ofPolicy = fieldsBetween({ part: "policy", id: after.id }, [others(before), others(after)], "");
  const ids: readonly Written[] =
    before.id === after.id
      ? []
      : [{ part: "policy", id: after.id, path: ["id"], pointer: "/id", before: before.id, after: after.id }];
  const milestones = [before, after].map(({ reviews = [] }) => [...new Set(reviews.map(({ milestone }) => milestone))]);
  const [earlier = [], later = []] = milestones;
  const order = (those: readonly string[], of: readonly string[]) => those.filter((each) => of.includes(each)).join();
  const moved: readonly Written[] =
    order(earlier, later) === order(later, earlier)
      ? []
      : [{ part: "policy", id: after.id, path: ["reviews"], pointer: "/reviews", before: earlier, after: later }];
  return [...named, ...moved, ...ofAudit, ...ids, ...ofPolicy];
}
