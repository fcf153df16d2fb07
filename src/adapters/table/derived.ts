import type { MappedColumn, Mapping } from "../../mapping/index.js";
import { toPointer } from "../../problems/index.js";
import type { Json } from "../../shapes/index.js";
import { type Asked, columns, dataLabels, type Form, owners, sharing } from "../inventory/columns.js";

type Told = Omit<MappedColumn, "column" | "or">;

const isHeading = (from: string | readonly string[]): from is string => typeof from === "string";

/** How a mapping says what the columns of an inventory say of their cells; of what they have no word for, that is nothing. */
function toldBy(form: Form): Omit<Told, "to"> {
  if (form === "at-least") return { atLeast: true };
  if (form === "environment-id") return { values: { "Default-*": "default", "*/Default-*": "default", "*": null } };
  if (typeof form !== "object") return {};
  const values: Readonly<Record<string, Json>> = { ...form.among, "*": null };
  return { values };
}

const optional = (headings: readonly string[], told: Told): readonly MappedColumn[] => {
  const [column, ...or] = headings;
  return column === undefined ? [] : [{ column, ...(or.length > 0 && { or }), ...told, optional: true }];
};

const asking = ({ ask, question, from }: Asked): readonly MappedColumn[] =>
  optional(from.filter(isHeading), { ask, question });

/** Columns that tell the same place are one, which says what the texts of both mean. */
function together(): readonly MappedColumn[] {
  const byPlace = new Map<string, { readonly headings: string[]; told: Told }>();
  for (const { to, from, form } of columns) {
    const headings = from.filter(isHeading);
    const place = toPointer(to);
    const known = byPlace.get(place);
    const told = toldBy(form);
    if (known === undefined) byPlace.set(place, { headings, told: { to: place, ...told } });
    else {
      known.headings.push(...headings);
      const { "*": others, ...values } = { ...known.told.values, ...told.values };
      // What fits any text comes last.
      known.told = { ...known.told, ...told, values: { ...values, "*": others ?? null } };
    }
  }
  return [...byPlace.values()].flatMap(({ headings, told }) => optional(headings, told));
}

/** The columns of an inventory of the Power Platform, as a mapping has them. */
export const inventoryColumns = (): readonly MappedColumn[] => [
  ...together(),
  ...optional(dataLabels, { to: "/data/-/label" }),
  ...[owners, ...sharing].flatMap(asking),
];

/** A mapping of the rows of one kind. */
export const inventoryMapping = (title: string, platform: string, kind: "app" | "flow" | "agent"): Mapping => ({
  title,
  columns: inventoryColumns(),
  always: { "/platform": platform, "/kind": kind },
  ignore: ["admin_*", "cr5d5_*", "(Do Not Modify)*"],
});
