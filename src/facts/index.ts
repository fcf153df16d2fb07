export { askedOfRanges, askedOfSets, membersNamed } from "./asked.js";
export { type StandardFacts, standardFacts } from "./catalogue.js";
export { type All, type Any, byForm, type Count, childrenOf, mapChildren, type Not } from "./combined.js";
export type { Constraint } from "./constraint.js";
export { constraintsOf } from "./constraints.js";
export { deriveFact, deriveFacts, misreadings, readerOf, readFact } from "./derive.js";
export {
  type Domain,
  type EnumDomain,
  type FactValue,
  isInDomain,
  type NumberDomain,
  type SetDomain,
  type ValueOf,
  valuesOf,
} from "./domain.js";
export { type Catalogue, defineFact, type Fact } from "./fact.js";
export { fieldLines, fieldPointer, isSetLine, unlessRefused } from "./field-truth.js";
export type { FactForm, FactRecord, FactRecords, FieldCondition, FieldLine, Meanings, ValueForm } from "./form.js";
export { grouped } from "./grouped.js";
export { type Kind, type Kinds, kindsOf, type View, viewOf, withValueIn } from "./kinds.js";
export { type Known, knownOf, no, teller, untold } from "./known.js";
export {
  type ByOperator,
  byOperator,
  type Line,
  type LineOf,
  type OperandKind,
  type Operator,
  type OperatorOn,
  operators,
  operatorsOn,
  withValues,
} from "./line.js";
export { memberKeys } from "./members.js";
export { numbersFrom } from "./numbers.js";
export { outcomes } from "./outcome.js";
export { atLeast, atMost, between, type Derived, exact, type Reading, unknown } from "./reading.js";
export { type FactsWith, factsOfRecords, isSameFact, isToldAsItIs, leastRisk, type NoRecords } from "./records.js";
export { factSlots, type KnownFacts, type Slot } from "./slots.js";
export { FALSE, not, reaching, TRUE, type Truth, UNDECIDED } from "./truth.js";
export { whatToDoAbout } from "./what-to-do.js";
