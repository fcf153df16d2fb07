import { inShort, type Pointer, type Problem, toPointer } from "../problems/index.js";
import { isSameJson } from "../shapes/index.js";
import { applyChanges } from "./apply-changes.js";
import type { AddedByPack, Pack } from "./pack.js";
import { type BroughtPart, broughtParts, listsOf } from "./pack-parts.js";
import { neededBy } from "./pack-problems.js";
import type { Policy } from "./policy.js";
import type { Report } from "./report.js";

const byText = (one: string, other: string) => (one < other ? -1 : Number(one > other));

/** Whether the policy says the same already; where it says something else under the same name, that is reported. */
function isThere(own: unknown, there: unknown, name: string, pointer: Pointer, report: Report): boolean {
  if (there === undefined) return false;
  if (!isSameJson(own, there)) {
    const message = `The policy has another "${inShort(name)}" already, which says something else. Add packs first, and change what they bring afterwards.`;
    report({ pointer, code: "duplicate", message });
  }
  return true;
}

/** What of a pack the policy does not have yet. */
function whatIsNew(base: Policy, pack: Pack, parts: readonly BroughtPart[], report: Report): Pack["add"] {
  const isNew = new Map(
    parts.map(({ part, pointer, there }) => [pointer, !isThere(part, there, part.id, `${pointer}/id`, report)]),
  );
  for (const [name, fact] of Object.entries(pack.add.facts ?? {})) {
    isThere(fact, base.facts?.[name], name, toPointer(["add", "facts", name]), report);
  }
  const left = Object.entries(pack.add).map(([name, value]): [string, unknown] => [
    name,
    Array.isArray(value) ? value.filter((_, index) => isNew.get(`/add/${name}/${index}`) !== false) : value,
  ]);
  // The same fields, with fewer entries in their lists.
  return Object.fromEntries(left) as Pack["add"];
}

/** What a pack brings, by the list that it comes to. */
function addsOf(parts: readonly BroughtPart[]): AddedByPack["adds"] {
  const names = [...new Set(parts.map(({ list }) => list))].sort(byText);
  const idsIn = (list: Pointer) => parts.filter((each) => each.list === list).map(({ part }) => part.id);
  return Object.fromEntries(names.map((list) => [list, idsIn(list).sort(byText)]));
}

/** Puts what packs have brought behind what the policy had, by id, so that it does not matter which pack came first. */
function inOrder(policy: Policy, packs: readonly AddedByPack[]): Policy {
  const sorted = new Map(
    listsOf(policy).map(({ list, parts }) => {
      const brought = new Set(packs.flatMap(({ adds }) => adds[list] ?? []));
      const own = parts.filter(({ id }) => !brought.has(id));
      const others = parts.filter(({ id }) => brought.has(id));
      return [list, [...own, ...others.sort((one, other) => byText(one.id, other.id))]];
    }),
  );
  const put = <Item>(items: readonly Item[], list: Pointer) => (sorted.get(list) ?? items) as readonly Item[]; // the same items
  const { facts, criteria, signs, components, boundaries, reviews, audit, ...rest } = policy;
  return {
    ...rest,
    ...(facts && { facts: Object.fromEntries(Object.entries(facts).sort(([one], [other]) => byText(one, other))) }),
    ...(criteria && { criteria: put(criteria, "/criteria") }),
    ...(signs && { signs: put(signs, "/signs") }),
    ...(components && { components: put(components, "/components") }),
    ...(boundaries && { boundaries: put(boundaries, "/boundaries") }),
    ...(reviews && {
      reviews: reviews.map((review) => ({
        ...review,
        checklist: put(review.checklist, toPointer(["reviews", review.id, "checklist"])),
      })),
    }),
    ...(audit && {
      audit: {
        ...audit,
        checks: put(audit.checks, "/audit/checks"),
        ...(audit.weights && { weights: put(audit.weights, "/audit/weights") }),
      },
    }),
  };
}

/** The version of a policy with packs, as SemVer writes what was added to a version. */
function versionWith({ version }: Policy, packs: readonly AddedByPack[]): string {
  return `${version.split("+")[0]}+${packs.map(({ pack }) => pack).join(".")}`;
}

/** Adds a pack to a policy; what stands in its way is reported, with pointers into the pack. */
export function addPack(base: Policy, pack: Pack, report: Report): Policy {
  const before = base.packs ?? [];
  if (before.some((each) => each.pack === pack.pack)) {
    const message = `The policy has the pack "${inShort(pack.pack)}" already.`;
    report({ pointer: "/pack", code: "duplicate", message });
  }
  const parts = broughtParts(pack, base);
  const note = { pack: pack.pack, version: pack.version, adds: addsOf(parts) };
  const packs = [...before, note].sort((one, other) => byText(one.pack, other.pack));
  const add = whatIsNew(base, pack, parts, report);
  const changes = { id: base.id, version: versionWith(base, packs), add };
  const reportNeeded: Report = Object.assign((problem: Problem) => report(neededBy(pack, problem)), report);
  const extended = applyChanges(base, changes, reportNeeded);
  return inOrder({ ...extended, packs }, packs);
}
