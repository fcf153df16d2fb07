import { classify, standardPolicy } from "plimsoll";
import { describe, expect, test } from "vitest";
import { appWith, standingOf } from "../classify/finding.js";
import { criteria } from "./criteria.js";
import { signs } from "./signs.js";

const tables = [
  ...Object.entries(criteria).map(([id, table]) => ({ kind: "criterion", id, ...table })),
  ...Object.entries(signs).map(([id, table]) => ({ kind: "sign", id, ...table })),
];

describe.each(tables)("the $kind $id", ({ kind, id, tier, rows }) => {
  test.each(rows)("%s", (_, fields, standing) => {
    expect(standingOf(id, fields)).toBe(standing);
  });

  test(`lifts an app to ${tier}`, () => {
    const [, fields = {}] = rows.find(([, , standing]) => standing === "holds") ?? [];
    const { findings } = classify(appWith(fields));
    expect(findings.find((finding) => finding.id === id)).toMatchObject({ kind, tier });
  });
});

test("there are no other criteria, and no other signs", () => {
  expect(standardPolicy.criteria?.map(({ id }) => id)).toEqual(Object.keys(criteria));
  expect(standardPolicy.signs?.map(({ id }) => id)).toEqual(Object.keys(signs));
});
