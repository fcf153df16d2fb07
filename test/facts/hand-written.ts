import type { AppProfile, Derived, FactValue, StandardFacts } from "plimsoll";

/**
 * The standard facts as version 0.1.0 derived them, each by its own code: an oracle that shares no idea with forms. It knows a value,
 * the least that it can be, or nothing.
 */
type Integration = NonNullable<AppProfile["integrations"]>[number];
type DataEntry = NonNullable<AppProfile["data"]>[number];

const unknown: Derived = { kind: "unknown" };
const exact = (value: FactValue): Derived => ({ kind: "exact", value });
const atLeast = (value: FactValue): Derived => ({ kind: "at-least", value });

const told = (value: FactValue | undefined): Derived => (value === undefined ? unknown : exact(value));

/** What a list says, by what each of its entries answers; `undefined` is no answer, `null` and `false` add nothing. */
function fold<Entry>(
  { partial = [] }: AppProfile,
  list: string,
  entries: readonly Entry[] | undefined,
  answerOf: (entry: Entry) => unknown,
  sum: (answers: readonly unknown[], isOpen: boolean) => Derived,
): Derived {
  if (entries === undefined) return unknown;
  const answers = entries.map(answerOf);
  return sum(
    answers.filter((answer) => answer),
    partial.includes(list) || answers.includes(undefined),
  );
}

const count = (answers: readonly unknown[], isOpen: boolean) => (isOpen ? atLeast : exact)(answers.length);
const any = (answers: readonly unknown[], isOpen: boolean) =>
  answers.length > 0 ? exact(true) : isOpen ? unknown : exact(false);
const members = (answers: readonly unknown[], isOpen: boolean) =>
  (isOpen ? atLeast : exact)([...new Set(answers.map(String))]);
const highest = (levels: readonly string[]) => (answers: readonly unknown[], isOpen: boolean) => {
  const rank = Math.max(0, ...answers.map((answer) => levels.indexOf(String(answer))));
  return (isOpen && rank < levels.length - 1 ? atLeast : exact)(levels[rank] ?? "");
};

const reads = ({ direction }: Integration) => direction && direction !== "write";
const writes = ({ direction }: Integration) => direction && direction !== "read";
const both = (one: boolean | undefined, other: boolean | undefined) =>
  one === false || other === false ? false : one && other;
const not = (flag: boolean | undefined) => (flag === undefined ? undefined : !flag);
const isSensitive = ({ class: own }: DataEntry) => own !== undefined && own !== "general" && own !== "semi-sensitive";
const needed = <Answer>({ class: own }: DataEntry, answer: Answer) =>
  own === "general" ? null : own === undefined ? undefined : answer;

const users = ({ audience }: AppProfile): Derived => {
  if (audience?.users !== undefined) return exact(Number(audience.users));
  return audience?.peakConcurrent === undefined ? unknown : atLeast(Number(audience.peakConcurrent));
};

const integrations =
  (answerOf: (entry: Integration) => unknown, sum: typeof count) =>
  (profile: AppProfile): Derived =>
    fold(profile, "/integrations", profile.integrations, answerOf, sum);
const data =
  (answerOf: (entry: DataEntry) => unknown, sum: typeof count) =>
  (profile: AppProfile): Derived =>
    fold(profile, "/data", profile.data, answerOf, sum);

/** The standard facts of 0.1.0, by name. */
export const byHand: { readonly [Name in keyof StandardFacts]?: (profile: AppProfile) => Derived } = {
  users,
  userGrowth: (profile) => {
    const [now, builtFor] = [users(profile), profile.audience?.builtFor];
    if (builtFor === undefined || now.kind === "unknown") return unknown;
    const value = Math.min(Number(now.value) / Number(builtFor), Number.MAX_VALUE);
    return now.kind === "exact" ? exact(value) : atLeast(value);
  },
  peakConcurrentUsers: ({ audience }) => told(audience?.peakConcurrent as number | undefined), // no bounds in 0.1.0
  departments: (profile) => fold(profile, "/audience/departments", profile.audience?.departments, () => true, count),
  outsideUsers: ({ audience }) => told(audience?.outsideUsers),
  integrationPoints: integrations(() => true, count),
  systemsRead: integrations(reads, count),
  systemsWritten: integrations(writes, count),
  bidirectionalSystems: integrations(({ direction }) => direction && direction === "bidirectional", count),
  unvalidatedWrites: integrations((entry) => both(writes(entry), not(entry.writesValidated)), count),
  ignoredConflicts: integrations(
    (entry) => both(writes(entry), entry.conflicts && entry.conflicts === "ignored"),
    count,
  ),
  eventDriven: integrations((entry) => entry.eventDriven, any),
  asynchronous: integrations((entry) => entry.asynchronous, any),
  credentials: integrations((entry) => entry.credentials, highest(["managed", "personal", "shared", "embedded"])),
  sensitiveData: data((entry) => (isSensitive(entry) ? entry.class : entry.class && null), members),
  dataSensitivity: data(
    (entry) => (isSensitive(entry) ? "sensitive" : entry.class),
    highest(["none", "general", "semi-sensitive", "sensitive"]),
  ),
  unencryptedData: data((entry) => needed(entry, not(entry.encryptedAtRest)), any),
  accessControl: data((entry) => needed(entry, entry.accessControl), highest(["record", "role", "app", "none"])),
  auditTrail: data((entry) => needed(entry, entry.auditTrail), highest(["complete", "partial", "none"])),
  retention: data((entry) => needed(entry, entry.retention), highest(["enforced", "defined", "undefined"])),
  calculation: (profile) =>
    fold(
      profile,
      "/calculations",
      profile.calculations,
      ({ complexity }) => complexity,
      highest(["none", "simple", "moderate", "complex"]),
    ),
  untestedCalculations: (profile) =>
    fold(profile, "/calculations", profile.calculations, ({ tested }) => not(tested), count),
  dailyDependence: ({ criticality }) => told(criticality?.dailyDependence),
  support: ({ criticality }) => told(criticality?.support),
  monitoring: ({ criticality }) => told(criticality?.monitoring),
  disasterRecovery: ({ criticality }) => told(criticality?.disasterRecovery),
  singlePointsOfFailure: (profile) =>
    fold(profile, "/criticality/singlePointsOfFailure", profile.criticality?.singlePointsOfFailure, () => true, count),
  performanceSymptoms: (profile) =>
    fold(profile, "/performance/symptoms", profile.performance?.symptoms, (symptom) => symptom, members),
  legalConsequences: ({ consequences }) => told(consequences?.legalForPeople),
  stage: ({ lifecycle }) => told(lifecycle?.stage),
  builderPresent: ({ ownership }) => told(ownership?.builderPresent),
  othersWhoUnderstand: (profile) =>
    fold(profile, "/ownership/understoodBy", profile.ownership?.understoodBy, () => true, count),
  documentation: ({ ownership }) => told(ownership?.documentation),
  businessOwner: ({ ownership: { businessOwner } = {} }) =>
    businessOwner === undefined ? unknown : exact(businessOwner !== null),
  itOwner: ({ ownership: { itOwner } = {} }) => (itOwner === undefined ? unknown : exact(itOwner !== null)),
  complianceRegimes: (profile) => fold(profile, "/compliance", profile.compliance, ({ regime }) => regime, members),
};
