import { type Observation, placesInWords } from "plimsoll/render";
import { expect, test } from "vitest";

const inOrders = (...lines: readonly number[]) => lines.map((line) => ({ file: "orders.json", line }));

const told: readonly (readonly [string, NonNullable<Observation["places"]>])[] = [
  ["orders.json", [{ file: "orders.json" }]],
  ["orders.json, line 9", inOrders(9, 9)],
  ["orders.json, lines 9, 265, 335", inOrders(335, 9, 265)],
  ["orders.json, lines 9, 81, 265, and 2 more", inOrders(335, 9, 265, 400, 81)],
  ["orders.json, line 9, /nodes/2", [{ file: "orders.json", pointer: "/nodes/2" }, ...inOrders(9)]],
  ["apps.csv, B2, B3", [2, 3].map((row) => ({ file: "apps.csv", row, column: "B" }))],
];

test("where a profile says so is nothing for people", () => {
  expect(placesInWords({ sentence: "So it is.", pointers: ["/integrations"] })).toEqual([]);
});

test.each(told)("%s", (words, places) => {
  expect(placesInWords({ sentence: "So it is.", pointers: ["/integrations"], places })).toEqual([words]);
});
