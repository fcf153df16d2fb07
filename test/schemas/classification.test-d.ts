import type { Adjusted, Classification, Evidence, Finding, Question } from "plimsoll";
import { expectTypeOf, test } from "vitest";
import type * as z from "zod/mini";
import type { classificationSchema } from "../../src/formats/classification.js";

type Frozen<Value> = Value extends (infer Item)[]
  ? readonly Frozen<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Frozen<Value[Key]> }
    : Value;

type Read = Frozen<z.output<typeof classificationSchema>>;
type ReadFinding = Read["findings"][number];
type ReadAdjusted = NonNullable<Read["adjustments"]>[number];
type ReadEvidence = ReadFinding["evidence"][number];

test("the schema of a classification has what the type has", () => {
  type Nested = "findings" | "adjustments";
  expectTypeOf<Omit<Read, Nested>>().toEqualTypeOf<Omit<Classification, Nested>>();
  expectTypeOf<Omit<ReadAdjusted, "evidence">>().toEqualTypeOf<Omit<Adjusted, "evidence">>();
  expectTypeOf<Omit<ReadFinding, "evidence">>().toEqualTypeOf<Omit<Finding, "evidence">>();
  expectTypeOf<Read["questions"][number]>().toEqualTypeOf<Question>();
});

test("the schema of a classification has what the type of evidence has, but for lines, which are the policy's", () => {
  expectTypeOf<Omit<ReadEvidence, "line">>().toEqualTypeOf<Omit<Evidence, "line">>();
  expectTypeOf<ReadEvidence>().toHaveProperty("line");
});
