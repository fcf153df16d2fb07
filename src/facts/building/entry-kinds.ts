import type { Pointer } from "../../problems/index.js";
import { type Kind, kindsOf, viewOf } from "../bounding/kinds.js";
import type { Catalogue } from "../fact.js";
import { factsOfRecords } from "../records.js";
import { entriesOf } from "./entries.js";

/** A fact of every list, so that one of which nothing else is asked has entries, too. */
const inAll = (list: Pointer) =>
  factsOfRecords({
    entries: {
      question: "How many are there?",
      domain: { kind: "number", min: 0, whole: true, unit: "entries" },
      from: { each: list },
    },
  });

/**
 * One entry of each kind that some facts tell apart, as it could stand in a list; nothing, where there are too many kinds.
 *
 * @param texts Members of open sets that matter besides those that facts name.
 */
export function entryKinds(list: Pointer, facts: Catalogue, texts: readonly string[]): readonly unknown[] | undefined {
  const views = [...Object.entries(facts), ...Object.entries(inAll(list))]
    .flatMap(([name, fact]) => viewOf(name, fact) ?? [])
    .filter((view) => view.list === list);
  const all = kindsOf(views, { texts });
  const told = new Map<string, Kind>(
    all?.kinds.map((kind) => [JSON.stringify(kind.read.map(({ low, certain }) => [low, certain])), kind]),
  );
  return all && [...told.values()].flatMap((kind) => entriesOf(list, views, all, [{ kind, count: 1 }]));
}
