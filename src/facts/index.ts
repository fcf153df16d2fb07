export { askedOfRanges, askedOfSets, membersNamed } from "./asked.js";
export type { Constraint } from "./bounding/constraint.js";
export { constraintsAround, constraintsOf } from "./bounding/constraints.js";
export { grouped } from "./bounding/grouped.js";
export { entryKinds } from "./building/entry-kinds.js";
export { partialProfile } from "./building/partial.js";
export { synthesizeProfile } from "./building/synthesize.js";
export { mostKinds, type Thing, type Things, type Told, thingsOf } from "./building/things.js";
export type { FactValues } from "./building/values.js";
export { type All, type Any, byForm, type Count, childrenOf, mapChildren, type Not } from "./combined.js";
export { deriveFact, deriveFacts, readerOf, readFact } from "./derive.js";
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
export { fieldLines, isSetLine } from "./field-truth.js";
export type {
  ExcessForm,
  FactForm,
  FactRecord,
  FactRecords,
  FieldCondition,
  FieldLine,
  FieldValue,
  Meanings,
} from "./form.js";
export { always, everyGroup, type Groups, groupOf } from "./groups.js";
export {
  counted,
  isExact,
  type Known,
  knownOf,
  membersFrom,
  type Span,
  span,
  spanOf,
  teller,
  untold,
} from "./known.js";
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
export { memberKeys, membersOf } from "./members.js";
export { misreadings } from "./misreadings.js";
export { numbersFrom } from "./numbers.js";
export { outcomes } from "./outcome.js";
export { fieldPointer } from "./place.js";
export {
  type PointsPerAnswer,
  type PointsPerBand,
  type PointsPerMember,
  pointsIn,
  pointsScale,
  thousandths,
} from "./points.js";
export { excessOf } from "./read-excess.js";
export { atMost, between, type Derived, exact, type Reading, reading, unknown } from "./reading.js";
export {
  type FactsWith,
  factsOfRecords,
  isMadeOfDates,
  isSameFact,
  isToldAsItIs,
  leastRisk,
  type NoRecords,
} from "./records.js";
export { type Handler, remainderName, remainderOf } from "./remainder.js";
export { type FoundFacts, factSlots, nothingFound, type Slot } from "./slots.js";
export { type StandardFacts, standardFacts } from "./standard/catalogue.js";
export { whatToDoAbout } from "./standard/what-to-do/index.js";
export {
  adding,
  and,
  certainly,
  endsOfAll,
  FALSE,
  not,
  reaching,
  type Spread,
  TRUE,
  type Truth,
  UNDECIDED,
  type Weighted,
} from "./truth.js";
