import type { FactRecord } from "plimsoll";
import { openFields } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { factsOfRecords } from "../../src/facts/index.js";

const from = { read: "/extensions/own" } as const;

test.each<readonly [FactRecord["domain"], kind: string]>([
  [{ kind: "number", min: 0, whole: true, unit: "sites" }, "number"],
  [{ kind: "boolean" }, "yes-or-no"],
  [{ kind: "ordinal", levels: ["low", "high"] }, "choice"],
  [{ kind: "enum", values: ["red", "green"] }, "choice"],
  [{ kind: "set", members: ["red", "green"], open: false }, "several"],
  [{ kind: "set", members: ["red"], open: true }, "names"],
])("a fact of one's own with the domain %o is asked as what it is", (domain, kind) => {
  const { own } = factsOfRecords({ own: { question: "What is it?", domain, from } });
  const [field, ...others] = openFields({ id: "a", name: "A" }, own);
  expect([field?.pointer, field?.question, field?.answering.kind, others]).toEqual([
    "/extensions/own",
    "What is it?",
    kind,
    [],
  ]);
});

test("what a fact of one's own is worked out from is not asked as its value", () => {
  const { own } = factsOfRecords({
    own: {
      question: "Is it used at all?",
      domain: { kind: "boolean" },
      from: { read: "/extensions/sites", where: { field: "", atLeast: 1 } },
    },
  });
  expect(openFields({ id: "a", name: "A" }, own)).toEqual([]);
});
