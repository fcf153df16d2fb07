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
  TextAnswering,
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
        ? PersonAnswering | TextAnswering
        : Value extends readonly (infer Entry)[]
          ? [Entry] extends [string]
            ? string extends Entry
              ? NamesAnswering
              : SeveralAnswering<Entry>
            : ListOf<Entry>
          : never;

type Asked<Value> = { readonly question: string } & AnsweringOf<Value>;

/** What can be asked for: single values and lists at the top of a profile, and the fields of its groups. */
type Places = {
  readonly [Part in keyof AppProfile]?: number extends NonNullable<AppProfile[Part]>
    ? Asked<NonNullable<AppProfile[Part]>>
    : NonNullable<AppProfile[Part]> extends string | readonly unknown[]
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
const text = (question: string) => ({ kind: "text", question }) as const;
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

const { kind, audience, entrances, calculations, automation, parts, ownership, consequences, operation, lifecycle } =
  profileShape.object;
const { criticality, performance } = profileShape.object;
const integration = integrationShape.object;
const data = dataShape.object;

const {
  users,
  peakConcurrentUsers,
  departments,
  outsideUsers,
  reach,
  peopleWithAccess,
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
const { triggers, runsPerDay, oversight, ai, model, strangersWrite } = standardFacts;
const { decidesAboutPeople, safety, binding, financialImpact, amountAtStake, reputationalImpact, reversibility } =
  standardFacts;
const { environment, separateTest, versionsKept, onError, errorRate, nearLimits, outageImpact } = standardFacts;
const { appsNeeded, appsServed, successors, size } = standardFacts;

/** Every place of a profile that a person is asked for, with its question: what a profile can say, and nothing else. */
export const places = {
  kind: choice(standardFacts.kind.question, kind),
  size: { ...size.domain, question: size.question },
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
    reach: choice(reach.question, audience.object.reach),
    canOpen: people(peopleWithAccess.question),
  },
  entrances: {
    ...names(standardFacts.entrances.question),
    named: "name",
    called: ['"{name}"', "the {kind}", "its way in"],
    takenForName: "kind",
    fields: {
      kind: choice("What is {entry}?", entrances.list.object.kind),
      admits: choice(
        "Whom does {entry} let in, at most: named people, a group, the organisation, whoever registers, or anybody?",
        entrances.list.object.admits,
      ),
      tried: flag("Did somebody try from outside whether {entry} lets anybody else in?"),
    },
  },
  integrations: {
    ...names("What is it connected to?"),
    named: "system",
    called: ["{system}"],
    fields: {
      role: {
        kind: "choice",
        question:
          "What is {entry}: another system, the app's own store, a channel to people, or a service that only computes?",
        choices: {
          "system-of-record": "another system",
          "own-store": "own store",
          channel: "channel",
          processing: "service",
        },
      },
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
      operations: {
        kind: "several",
        question: "What does it do in {entry}, besides reading?",
        choices: choicesOf(integration.operations.list),
      },
      connector: choice("Which kind of connector does it use for {entry}?", integration.connector),
      leavesOrganisation: flag("Does data leave the organisation in {entry}?"),
      identity: choice(
        "Whose account does it use for {entry}: that of each user, the app's own, a service account, a shared one, or its maker's?",
        integration.identity,
      ),
      secret: choice(
        "Where is the secret for {entry} kept: is there none, or is it in a vault, in the platform, or embedded in the app?",
        integration.secret,
      ),
      rights: choice(
        "What may its account do in {entry}, at most: see to its own data, to that of others, or administer?",
        integration.rights,
      ),
      accountOwnerPresent: flag("Is the person whose account it uses for {entry} still here?"),
    },
  },
  data: {
    ...names("Which data does it hold or show?"),
    named: "name",
    called: ['"{name}"', "the {class} data", "its data"],
    takenForName: "class",
    fields: {
      class: choice("How sensitive is {entry}?", data.class),
      label: text("Which label has your organisation given {entry}, if any?"),
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
      copiesLeave: flag("Do copies of {entry} leave the app, such as exports or attachments?"),
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
  automation: {
    triggers: {
      kind: "several",
      question: triggers.question,
      choices: choicesOf(automation.object.triggers.list),
    },
    runsPerDay: { ...runsPerDay.domain, question: runsPerDay.question },
    oversight: choice(oversight.question, automation.object.oversight),
    ai: choice(ai.question, automation.object.ai),
    model: choice(model.question, automation.object.model),
    strangersWrite: flag(strangersWrite.question),
  },
  parts: {
    ...names("Which code is in it, and which parts that somebody else made?"),
    named: "name",
    called: ['"{name}"', "the {kind}", "that part"],
    takenForName: "kind",
    fields: {
      kind: choice("What is {entry}: formulas, scripts, whole components, or a template?", parts.list.object.kind),
      origin: choice(
        "Who made {entry}: its own makers, somebody in a marketplace, or an AI?",
        parts.list.object.origin,
      ),
      reviewed: flag("Did somebody who understands such parts review {entry}?"),
    },
  },
  criticality: {
    dailyDependence: flag(dailyDependence.question),
    outage: choice(outageImpact.question, criticality.object.outage),
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
    owners: {
      ...names("Who owns it on the platform?"),
      named: "name",
      called: ["{name}"],
      fields: { active: flag("Is {entry} still here?") },
    },
    successors: names(successors.question),
  },
  compliance: {
    ...names(complianceRegimes.question),
    named: "regime",
    called: ["{regime}"],
    known: complianceRegimes.domain.members,
    fields: {},
  },
  consequences: {
    legalForPeople: flag(legalConsequences.question),
    decidesAboutPeople: flag(decidesAboutPeople.question),
    safety: flag(safety.question),
    binding: flag(binding.question),
    financial: choice(financialImpact.question, consequences.object.financial),
    amount: { ...amountAtStake.domain, question: amountAtStake.question },
    reputation: choice(reputationalImpact.question, consequences.object.reputation),
    reversible: choice(reversibility.question, consequences.object.reversible),
  },
  performance: {
    symptoms: {
      kind: "several",
      question: performanceSymptoms.question,
      choices: choicesOf(performance.object.symptoms.list),
    },
  },
  operation: {
    environment: choice(environment.question, operation.object.environment),
    separateTest: flag(separateTest.question),
    versionsKept: flag(versionsKept.question),
    onError: choice(onError.question, operation.object.onError),
    errorRate: { ...errorRate.domain, question: errorRate.question },
    nearLimits: names(nearLimits.question),
  },
  otherApps: { needs: names(appsNeeded.question), neededBy: names(appsServed.question) },
  lifecycle: {
    stage: choice(stage.question, lifecycle.object.stage),
    productionSince: date("Since when has it been in production?"),
    reviewedOn: date("On which day did IT last review it?"),
    lastChangedOn: date("On which day was it last changed?"),
    lastUsedOn: date("On which day was it last used?"),
  },
} as const satisfies Places;
