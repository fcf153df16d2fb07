import { expect, test } from "vitest";
import { factsOfRecords, synthesizeProfile } from "../../../src/facts/index.js";

const namedBy = (unit: string, list: string) => {
  const facts = factsOfRecords({
    own: {
      question: "Which are there?",
      domain: { kind: "number", min: 0, whole: true, unit },
      from: { each: `/extensions/${list}` },
    },
  });
  return synthesizeProfile({ own: 1 }, facts)?.extensions?.[list];
};

test.each([
  ["people", "guests", "Person 1"],
  ["companies", "partners", "Company 1"],
  ["branches of IT", "sites", "Branches of IT 1"],
  ["glass", "things", "Glass 1"],
])("one of some %s is called after what they are", (unit, list, name) => {
  expect(JSON.stringify(namedBy(unit, list))).toContain(name);
});
