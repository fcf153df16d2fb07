import { standardFacts as facts } from "../facts/index.js";
import { dataShape, integrationShape, profileShape } from "../profile/index.js";
import { choice, choicesOf, date, flag, names, type Places, people, person, text } from "./asked.js";

const {
  kind,
  audience,
  entrances,
  calculations,
  automation,
  parts,
  criticality,
  ownership,
  consequences,
  performance,
  operation,
  lifecycle,
} = profileShape.object;
const integration = integrationShape.object;
const data = dataShape.object;

/** Every place of a profile that a person is asked for, with its question: what a profile can say, and nothing else. */
export const places = {
  kind: choice(facts.kind.question, kind),
  size: { ...facts.size.domain, question: facts.size.question },
  audience: {
    users: people(facts.users.question),
    builtFor: {
      kind: "number",
      min: Number.MIN_VALUE,
      whole: false,
      unit: "people",
      question: "For how many people was it built?",
    },
    peakConcurrent: people(facts.peakConcurrentUsers.question),
    departments: names(facts.departments.question),
    outsideUsers: flag(facts.outsideUsers.question),
    reach: choice(facts.reach.question, audience.object.reach),
    canOpen: people(facts.peopleWithAccess.question),
  },
  entrances: {
    ...names(facts.entrances.question),
    named: "name",
    called: ['"{name}"', "the {kind}", "its way in"],
    takenForName: "kind",
    fields: {
      kind: choice("What is {entry}?", entrances.list.object.kind),
      admits: choice(
        "Whom does {entry} let in, at most: named people, a group, the organisation, whoever registers, or anybody?",
        entrances.list.object.admits,
      ),
      tried: flag("Has somebody tested from outside whether {entry} lets anybody else in?"),
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
        "How is access to {entry} granted: by record, by role, to the whole app, or without any control?",
        data.accessControl,
      ),
      auditTrail: choice("Can you see who read and changed {entry}?", data.auditTrail),
      retention: choice(
        "Which rule deletes {entry} on time: one that is enforced, one that is only defined, or none?",
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
      question: facts.triggers.question,
      choices: choicesOf(automation.object.triggers.list),
    },
    runsPerDay: { ...facts.runsPerDay.domain, question: facts.runsPerDay.question },
    oversight: choice(facts.oversight.question, automation.object.oversight),
    ai: choice(facts.ai.question, automation.object.ai),
    model: choice(facts.model.question, automation.object.model),
    strangersWrite: flag(facts.strangersWrite.question),
  },
  parts: {
    ...names("What code is in it, and which parts did somebody else make?"),
    named: "name",
    called: ['"{name}"', "the {kind}", "that part"],
    takenForName: "kind",
    fields: {
      kind: choice("What is {entry}: formulas, scripts, whole components, or a template?", parts.list.object.kind),
      origin: choice(
        "Who made {entry}: its own makers, somebody in a marketplace, or an AI?",
        parts.list.object.origin,
      ),
      reviewed: flag("Has somebody who understands such parts reviewed {entry}?"),
    },
  },
  criticality: {
    dailyDependence: flag(facts.dailyDependence.question),
    outage: choice(facts.outageImpact.question, criticality.object.outage),
    support: flag(facts.support.question),
    monitoring: flag(facts.monitoring.question),
    disasterRecovery: flag(facts.disasterRecovery.question),
    singlePointsOfFailure: names(facts.singlePointsOfFailure.question),
  },
  ownership: {
    builderPresent: flag(facts.builderPresent.question),
    understoodBy: names(facts.othersWhoUnderstand.question),
    documentation: choice(facts.documentation.question, ownership.object.documentation),
    businessOwner: person("Who in the business answers for it?"),
    itOwner: person("Who in IT answers for it?"),
    owners: {
      ...names("Who owns it on the platform?"),
      named: "name",
      called: ["{name}"],
      fields: { active: flag("Is {entry} still here?") },
    },
    successors: names(facts.successors.question),
  },
  compliance: {
    ...names(facts.complianceRegimes.question),
    named: "regime",
    called: ["{regime}"],
    known: facts.complianceRegimes.domain.members,
    fields: {},
  },
  consequences: {
    legalForPeople: flag(facts.legalConsequences.question),
    decidesAboutPeople: flag(facts.decidesAboutPeople.question),
    safety: flag(facts.safety.question),
    binding: flag(facts.binding.question),
    financial: choice(facts.financialImpact.question, consequences.object.financial),
    amount: { ...facts.amountAtStake.domain, question: facts.amountAtStake.question },
    reputation: choice(facts.reputationalImpact.question, consequences.object.reputation),
    reversible: choice(facts.reversibility.question, consequences.object.reversible),
  },
  performance: {
    symptoms: {
      kind: "several",
      question: facts.performanceSymptoms.question,
      choices: choicesOf(performance.object.symptoms.list),
    },
  },
  operation: {
    environment: choice(facts.environment.question, operation.object.environment),
    separateTest: flag(facts.separateTest.question),
    versionsKept: flag(facts.versionsKept.question),
    onError: choice(facts.onError.question, operation.object.onError),
    errorRate: { ...facts.errorRate.domain, question: facts.errorRate.question },
    nearLimits: names(facts.nearLimits.question),
  },
  otherApps: { needs: names(facts.appsNeeded.question), neededBy: names(facts.appsServed.question) },
  lifecycle: {
    stage: choice(facts.stage.question, lifecycle.object.stage),
    productionSince: date("Since when has it been in production?"),
    reviewedOn: date("On which day did IT last review it?"),
    lastChangedOn: date("On which day was it last changed?"),
    lastUsedOn: date("On which day was it last used?"),
  },
} as const satisfies Places;
