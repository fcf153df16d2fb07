import { standardFacts } from "../facts/index.js";
import { type AppProfile, dataShape, integrationShape, profileShape } from "../profile/index.js";
import type {
  ChoiceAnswering,
  DateAnswering,
  FlagAnswering,
  NamesAnswering,
  NumberAnswering,
  PersonAnswering,
  SeveralAnswering,
} from "./answering.js";

/** A list of entries that are asked for by name; then each is asked what is open of it. */
interface ListOf<Entry> extends NamesAnswering {
  /** The field that holds the name. */
  readonly named: keyof Entry & string;
  /** What an entry is called in a question: the first of these that says only what is told. */
  readonly called: readonly string[];
  /** The field of which people write a value where a name is asked for. */
  readonly takenForName?: keyof Entry & string;
  /** What is asked of each; `{entry}` stands for what it is called. */
  readonly fields: { readonly [Field in keyof Entry]?: Asked<Exclude<Entry[Field], undefined>> };
}

/** How a value of a profile is answered, by its type. */
type AnsweringOf<Value> = [Value] extends [boolean]
  ? FlagAnswering
  : number extends Value
    ? NumberAnswering
    : [Value] extends [string]
      ? string extends Value
        ? DateAnswering
        : ChoiceAnswering<Value>
      : [Value] extends [string | null]
        ? PersonAnswering
        : Value extends readonly (infer Entry)[]
          ? [Entry] extends [string]
            ? string extends Entry
              ? NamesAnswering
              : SeveralAnswering<Entry>
            : ListOf<Entry>
          : never;

type Asked<Value> = { readonly question: string } & AnsweringOf<Value>;

/** What can be asked for: lists at the top of a profile, and the fields of its groups. */
type Places = {
  readonly [Part in keyof AppProfile]?: NonNullable<AppProfile[Part]> extends readonly unknown[]
    ? Asked<NonNullable<AppProfile[Part]>>
    : {
        readonly [Field in keyof NonNullable<AppProfile[Part]>]?: Asked<
          Exclude<NonNullable<AppProfile[Part]>[Field], undefined>
        >;
      };
};

const flag = (question: string) => ({ kind: "yes-or-no", question }) as const;
const people = (question: string) => ({ kind: "number", min: 0, whole: true, unit: "people", question }) as const;
const names = (question: string) => ({ kind: "names", question }) as const;
const date = (question: string) => ({ kind: "date", question }) as const;
const person = (question: string) => ({ kind: "person", question }) as const;

/** Values that are said as they are written. */
type Spoken<Value extends string> = { readonly [Choice in Value]: Choice };

function choicesOf<const Value extends string>(values: readonly Value[]): Spoken<Value> {
  // Each value stands for itself.
  return Object.fromEntries(values.map((value) => [value, value])) as Spoken<Value>;
}

const choice = <const Value extends string>(question: string, values: readonly Value[]) =>
  ({ kind: "choice", question, choices: choicesOf(values) }) as const;

const { calculations, ownership, performance, lifecycle } = profileShape.object;
const integration = integrationShape.object;
const data = dataShape.object;

const {
  users,
  peakConcurrentUsers,
  departments,
  outsideUsers,
  integrationPoints,
  dailyDependence,
  support,
  monitoring,
  disasterRecovery,
  singlePointsOfFailure,
  performanceSymptoms,
  legalConsequences,
  stage,
  builderPresent,
  othersWhoUnderstand,
  documentation,
  complianceRegimes,
} = standardFacts;

/** Every place of a profile that a person is asked for, with its question: what a profile can say, and nothing else. */
export const places = {
  audience: {
    users: people(users.question),
    builtFor: {
      kind: "number",
      min: Number.MIN_VALUE,
      whole: false,
      unit: "people",
      question: "For how many people was it built?",
    },
    peakConcurrent: people(peakConcurrentUsers.question),
    departments: names(departments.question),
    outsideUsers: flag(outsideUsers.question),
  },
  integrations: {
    ...names(integrationPoints.question),
    named: "system",
    called: ["{system}"],
    fields: {
      direction: {
        kind: "choice",
        question: "What does it do in {entry}: read, write, or both?",
        choices: { read: "read", write: "write", bidirectional: "both" },
      },
      writesValidated: flag("Is what it writes to {entry} checked first?"),
      conflicts: choice(
        "When it and somebody else change the same record in {entry} at once, is that impossible, handled, or ignored?",
        integration.conflicts,
      ),
      eventDriven: flag("Do events in {entry} start work in it, or the other way round?"),
      asynchronous: flag("Does work in {entry} go on after the call that started it?"),
      credentials: choice(
        "How does it sign in to {entry}: by an account that IT manages, a person's own, a shared one, or a secret that is embedded in it?",
        integration.credentials,
      ),
    },
  },
  data: {
    ...names("Which data does it hold or show?"),
    named: "name",
    called: ['"{name}"', "the {class} data", "its data"],
    takenForName: "class",
    fields: {
      class: choice("How sensitive is {entry}?", data.class),
      encryptedAtRest: flag("Is {entry} encrypted where it is stored?"),
      accessControl: choice(
        "How finely is access to {entry} granted: for each record, by role, to the app as a whole, or not at all?",
        data.accessControl,
      ),
      auditTrail: choice("Can one see who read and changed {entry}?", data.auditTrail),
      retention: choice(
        "By which rule is {entry} deleted in time: one that is enforced, one that is defined, or none?",
        data.retention,
      ),
    },
  },
  calculations: {
    ...names("What does it calculate?"),
    named: "purpose",
    called: ['"{purpose}"', "its calculation"],
    fields: {
      complexity: choice(
        "How complex is {entry}: rules and sums, several weighted steps or sources, or mathematics such as forecasts?",
        calculations.list.object.complexity,
      ),
      tested: flag("Was {entry} tested systematically, edge cases included?"),
    },
  },
  criticality: {
    dailyDependence: flag(dailyDependence.question),
    support: flag(support.question),
    monitoring: flag(monitoring.question),
    disasterRecovery: flag(disasterRecovery.question),
    singlePointsOfFailure: names(singlePointsOfFailure.question),
  },
  ownership: {
    builderPresent: flag(builderPresent.question),
    understoodBy: names(othersWhoUnderstand.question),
    documentation: choice(documentation.question, ownership.object.documentation),
    businessOwner: person("Who in the business answers for it?"),
    itOwner: person("Who in IT answers for it?"),
  },
  compliance: {
    ...names(complianceRegimes.question),
    named: "regime",
    called: ["{regime}"],
    known: complianceRegimes.domain.members,
    fields: {},
  },
  consequences: { legalForPeople: flag(legalConsequences.question) },
  performance: {
    symptoms: {
      kind: "several",
      question: performanceSymptoms.question,
      choices: choicesOf(performance.object.symptoms.list),
    },
  },
  lifecycle: {
    stage: choice(stage.question, lifecycle.object.stage),
    productionSince: date("Since when has it been in production?"),
    reviewedOn: date("On which day did IT last review it?"),
    lastChangedOn: date("On which day was it last changed?"),
    lastUsedOn: date("On which day was it last used?"),
  },
} as const satisfies Places;
