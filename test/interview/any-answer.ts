import fc from "fast-check";
import type { Answering, FieldAnswer } from "plimsoll/analysis";

const names = fc.constantFrom(
  "ERP",
  "CRM",
  "Payroll",
  "erp ",
  "GDPR",
  "gdpr",
  "House rule 7",
  "no",
  "n/a",
  "?",
  "Größe",
);

/** Names, all of them different. */
const namesAnswer = (isAll: fc.Arbitrary<boolean>, of: fc.Arbitrary<string>) =>
  fc.record(
    { names: fc.uniqueArray(of, { maxLength: 3, selector: (name) => name.trim().toLowerCase() }), isAll },
    { noNullPrototype: true },
  );

/** Any answer that fits a field. */
export function fittingAnswer(answering: Answering, isAll = fc.boolean()): fc.Arbitrary<FieldAnswer> {
  switch (answering.kind) {
    case "number": {
      const number = fc.constantFrom(...(answering.whole ? [0, 1, 2, 20, 99, 140, 500, 5000] : [0.5, 12, 60, 300]));
      const both = fc.tuple(number, number).map(([one, other]) => ({
        atLeast: Math.min(one, other),
        atMost: Math.max(one, other),
      }));
      const ends = fc.oneof(
        number.map((atLeast) => ({ atLeast })),
        number.map((atMost) => ({ atMost })),
        both,
      );
      return fc.oneof({ weight: 3, arbitrary: number }, ends);
    }
    case "yes-or-no":
      return fc.boolean();
    case "choice":
      return fc.constantFrom(...Object.keys(answering.choices));
    case "person":
    case "text":
      return fc.option(names);
    case "date":
      return fc.constantFrom("2019-02-28", "2024-02-29", "2026-03-31");
    case "several":
      return namesAnswer(isAll, fc.constantFrom(...Object.keys(answering.choices)));
    case "names":
      return namesAnswer(isAll, names);
  }
}

/** Any answer at all. */
export const anyAnswer: fc.Arbitrary<FieldAnswer> = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.string(),
  fc.constantFrom<FieldAnswer>(null, "read", "health", "2026-02-30", "2026-03-31T09:00:00Z", "__proto__", "toString"),
  namesAnswer(fc.boolean(), fc.oneof(names, fc.string())),
);
