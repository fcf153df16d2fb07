export { askedOfRanges, askedOfSets, membersNamed } from "./asked.js";
export { type StandardFacts, standardFacts } from "./catalogue.js";
export { type All, type Any, byForm, type Count, childrenOf, mapChildren, type Not } from "./combined.js";
export { type Constraint, standardConstraints } from "./constraints.js";
export { deriveFact, deriveFacts, locateFact, misreadings } from "./derive.js";
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
export {
  atLeast,
  type Catalogue,
  type Derived,
  defineFact,
  exact,
  type Fact,
  type Reading,
  unknown,
} from "./fact.js";
export type { FactForm, FactRecord, FactRecords, FieldCondition, FieldLine, Meanings } from "./form.js";
export {
  type FactsWith,
  factFromRecord,
  factsFromRecords,
  isSameFact,
  isToldAsItIs,
  leastRisk,
  type NoRecords,
} from "./from-form.js";
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
export { FALSE, not, reaching, TRUE, type Truth, UNDECIDED } from "./truth.js";
export { whatToDoAbout } from "./what-to-do.js";
