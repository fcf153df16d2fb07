/**
 * The standard policy as one would write it by hand: if/else over the profile, with the same findings. What it says of
 * each rule and each fact is taken from the data, so that only the judging is compared.
 */
import { standardFacts, standardPolicy } from "plimsoll";

const NO = 0;
const OPEN = 1;
const YES = 2;

const { tiers, criteria, signs } = standardPolicy;
const ranks = Object.fromEntries(tiers.map(({ id }, rank) => [id, rank]));

/** What a finding says of its rule, whatever the app. */
const rules = Object.fromEntries(
  [...signs.map((rule) => ["sign", rule]), ...criteria.map((rule) => ["criterion", rule])].map(([kind, rule]) => {
    const tier = rule.tier ?? tiers[1].id;
    const advice = rule.advice ?? tiers[ranks[tier]].advice;
    const { id, title, why, source } = rule;
    return [id, { kind, id, tier, severity: rule.severity ?? null, title, why, advice, source }];
  }),
);

const unknown = { kind: "unknown", value: null };

const told = (open, value) => ({ kind: open ? "at-least" : "exact", value });

/** A count that no more entries can add to than those that do not say. */
function countOf(list, open, counts) {
  let count = 0;
  let perhaps = 0;
  for (const entry of list) {
    const answer = counts(entry);
    if (answer === undefined) perhaps++;
    else if (answer) count++;
  }
  if (open || perhaps === 0) return told(open, count);
  return count === 0 ? { kind: "at-most", value: perhaps } : { kind: "between", value: count, upTo: count + perhaps };
}

const lowOf = ({ kind, value }) => (kind === "unknown" || kind === "at-most" ? 0 : value);

function highOf({ kind, value, upTo }) {
  if (kind === "between") return upTo;
  return kind === "exact" || kind === "at-most" ? value : Infinity;
}

function anyOf(list, open, answerOf) {
  let isOpen = open;
  for (const entry of list) {
    const answer = answerOf(entry);
    if (answer === true) return told(false, true);
    if (answer === undefined) isOpen = true;
  }
  return isOpen ? unknown : told(false, false);
}

/** An entry that does not say its level has the lowest that can be said, or a higher one: "none" is no entry at all. */
function highestOf(list, open, levels, levelOf) {
  let highest = 0;
  let isOpen = open;
  for (const entry of list) {
    const level = levelOf(entry);
    if (level === undefined) isOpen = true;
    highest = Math.max(highest, level === undefined ? 1 : levels.indexOf(level));
  }
  return told(isOpen && highest < levels.length - 1, levels[highest]);
}

const sensitivities = ["none", "general", "semi-sensitive", "sensitive"];
const complexities = ["none", "simple", "moderate", "complex"];
const isSensitive = (dataClass) => dataClass !== undefined && dataClass !== "general" && dataClass !== "semi-sensitive";

const isRead = ({ direction }) => (direction === undefined ? undefined : direction !== "write");
const isWritten = ({ direction }) => (direction === undefined ? undefined : direction !== "read");
const isBoth = ({ direction }) => (direction === undefined ? undefined : direction === "bidirectional");
const ignoresConflicts = (entry) => {
  if (entry.direction === "read" || (entry.conflicts !== undefined && entry.conflicts !== "ignored")) return false;
  return entry.direction === undefined || entry.conflicts === undefined ? undefined : true;
};
const sensitivityOf = ({ class: dataClass }) => (isSensitive(dataClass) ? "sensitive" : dataClass);

function factsOfIntegrations(facts, profile) {
  const { integrations, partial } = profile;
  if (integrations === undefined) {
    facts.integrationPoints = facts.systemsRead = facts.systemsWritten = facts.bidirectionalSystems = unknown;
    facts.ignoredConflicts = facts.eventDriven = facts.asynchronous = unknown;
    return;
  }
  const open = partial?.includes("/integrations") === true;
  facts.integrationPoints = told(open, integrations.length);
  facts.systemsRead = countOf(integrations, open, isRead);
  facts.systemsWritten = countOf(integrations, open, isWritten);
  facts.bidirectionalSystems = countOf(integrations, open, isBoth);
  facts.ignoredConflicts = countOf(integrations, open, ignoresConflicts);
  facts.eventDriven = anyOf(integrations, open, (entry) => entry.eventDriven);
  facts.asynchronous = anyOf(integrations, open, (entry) => entry.asynchronous);
}

function factsOfData(facts, { data, partial }) {
  if (data === undefined) {
    facts.sensitiveData = facts.dataSensitivity = unknown;
    return;
  }
  const open = partial?.includes("/data") === true;
  const classes = new Set();
  let hasUnclassified = open;
  for (const { class: dataClass } of data) {
    if (dataClass === undefined) hasUnclassified = true;
    else if (isSensitive(dataClass)) classes.add(dataClass);
  }
  facts.sensitiveData = told(hasUnclassified, [...classes]);
  facts.dataSensitivity = highestOf(data, open, sensitivities, sensitivityOf);
}

function factsOfCompliance(facts, { compliance, partial }) {
  facts.complianceRegimes =
    compliance === undefined
      ? unknown
      : told(partial?.includes("/compliance") === true, [...new Set(compliance.map(({ regime }) => regime))]);
}

const known = (value) => (value === undefined ? unknown : told(false, value));

/** The facts that the standard policy asks for. */
export function factsOf(profile) {
  const { audience, calculations, criticality, ownership, consequences, partial } = profile;
  const isPartial = (list) => partial?.includes(list) === true;
  const facts = {};
  const users = audience?.users;
  const peak = audience?.peakConcurrent;
  facts.users = users !== undefined ? told(false, users) : peak !== undefined ? told(true, peak) : unknown;
  const builtFor = audience?.builtFor;
  facts.userGrowth =
    users === 0
      ? told(false, 0)
      : builtFor === undefined || facts.users.kind === "unknown"
        ? unknown
        : { kind: facts.users.kind, value: Math.min(facts.users.value / builtFor, Number.MAX_VALUE) };
  const departments = audience?.departments;
  facts.departments =
    departments === undefined ? unknown : told(isPartial("/audience/departments"), departments.length);
  factsOfIntegrations(facts, profile);
  factsOfData(facts, profile);
  facts.calculation =
    calculations === undefined
      ? unknown
      : highestOf(calculations, isPartial("/calculations"), complexities, ({ complexity }) => complexity);
  facts.dailyDependence = known(criticality?.dailyDependence);
  facts.builderPresent = known(ownership?.builderPresent);
  const understoodBy = ownership?.understoodBy;
  facts.othersWhoUnderstand =
    understoodBy === undefined ? unknown : told(isPartial("/ownership/understoodBy"), understoodBy.length);
  factsOfCompliance(facts, profile);
  facts.legalConsequences = known(consequences?.legalForPeople);
  return facts;
}

function atLeast(fact, limit) {
  if (lowOf(fact) >= limit) return YES;
  return highOf(fact) < limit ? NO : OPEN;
}

function above(fact, limit) {
  if (lowOf(fact) > limit) return YES;
  return highOf(fact) <= limit ? NO : OPEN;
}

function below(fact, limit) {
  if (highOf(fact) < limit) return YES;
  return lowOf(fact) >= limit ? NO : OPEN;
}

function levelAtLeast({ kind, value }, levels, level) {
  if (kind !== "unknown" && levels.indexOf(value) >= levels.indexOf(level)) return YES;
  return kind === "exact" ? NO : OPEN;
}

function is({ kind, value }, expected) {
  if (kind !== "exact") return OPEN;
  return value === expected ? YES : NO;
}

function isNotEmpty({ kind, value }) {
  if (kind !== "unknown" && value.length > 0) return YES;
  return kind === "exact" ? NO : OPEN;
}

/** Where the profile tells of a fact, by fact: the list, the fields of its entries, and what each entry answers. */
const places = {
  integrationPoints: ["/integrations", [], () => true],
  systemsRead: ["/integrations", ["direction"], isRead],
  systemsWritten: ["/integrations", ["direction"], isWritten],
  bidirectionalSystems: ["/integrations", ["direction"], isBoth],
  ignoredConflicts: ["/integrations", ["direction", "conflicts"], ignoresConflicts],
  eventDriven: ["/integrations", ["eventDriven"], (entry) => entry.eventDriven],
  asynchronous: ["/integrations", ["asynchronous"], (entry) => entry.asynchronous],
  sensitiveData: [
    "/data",
    ["class"],
    ({ class: dataClass }) => (dataClass === undefined ? undefined : isSensitive(dataClass)),
  ],
  dataSensitivity: ["/data", ["class"], sensitivityOf],
  calculation: ["/calculations", ["complexity"], ({ complexity }) => complexity],
  complianceRegimes: ["/compliance", ["regime"], () => true],
  departments: ["/audience/departments", [], () => true],
  othersWhoUnderstand: ["/ownership/understoodBy", [], () => true],
};

function listAt(profile, pointer) {
  switch (pointer) {
    case "/integrations":
      return profile.integrations;
    case "/data":
      return profile.data;
    case "/calculations":
      return profile.calculations;
    case "/compliance":
      return profile.compliance;
    case "/audience/departments":
      return profile.audience.departments;
    default:
      return profile.ownership.understoodBy;
  }
}

function pointersOf(name, fact, { profile, indices }) {
  if (fact.kind === "unknown") return [...standardFacts[name].answerAt];
  if (name === "users") {
    return [profile.audience.users === undefined ? "/audience/peakConcurrent" : "/audience/users"];
  }
  if (name === "userGrowth" && profile.audience.builtFor === undefined) return ["/audience/users"];
  const place = places[name];
  if (place === undefined) return [...standardFacts[name].answerAt];
  const [list, fields, answerOf] = place;
  const isLevel = name === "dataSensitivity" || name === "calculation";
  const original = indices?.[list];
  const pointers = [];
  listAt(profile, list).forEach((entry, index) => {
    const answer = answerOf(entry);
    const counts = answer === undefined ? fact.kind !== "exact" : isLevel ? answer === fact.value : answer !== false;
    if (!counts) return;
    const at = `${list}/${original ? original[index] : index}`;
    if (fields.length === 0) pointers.push(at);
    for (const field of fields) pointers.push(`${at}/${field}`);
  });
  return pointers.length > 0 ? pointers : [list];
}

function evidence(app, name, line, truth) {
  const fact = app.facts[name];
  const { question } = standardFacts[name];
  const { kind: reading, value: observed, upTo } = fact;
  const met = truth === OPEN ? null : truth === YES;
  const pointers = pointersOf(name, fact, app);
  return upTo === undefined
    ? { fact: name, question, reading, observed, line, met, pointers }
    : { fact: name, question, reading, observed, upTo, line, met, pointers };
}

function finding(id, status, given, coveredBy = []) {
  const { kind, tier, severity, title, why, advice, source } = rules[id];
  return { kind, id, status, tier, severity, title, why, advice, source, evidence: given, coveredBy };
}

/** A rule of one line. */
const oneLine = (name, line, truthOf) => (app) => {
  const truth = truthOf(app.facts[name]);
  return { truth, evidence: () => [evidence(app, name, line, truth)] };
};

const sensitiveData = oneLine("sensitiveData", { isEmpty: false }, isNotEmpty);
const writeBack = oneLine("systemsWritten", { atLeast: 2 }, (fact) => atLeast(fact, 2));
const businessCritical = oneLine("dailyDependence", { is: true }, (fact) => is(fact, true));
const complexCalculation = oneLine("calculation", { atLeast: "complex" }, (fact) =>
  levelAtLeast(fact, complexities, "complex"),
);
const compliance = oneLine("complianceRegimes", { isEmpty: false }, isNotEmpty);
const manyUsers = oneLine("users", { atLeast: 100 }, (fact) => atLeast(fact, 100));
const crossDepartment = oneLine("departments", { atLeast: 2 }, (fact) => atLeast(fact, 2));
const writesToSystem = oneLine("systemsWritten", { atLeast: 1 }, (fact) => atLeast(fact, 1));
const moderateCalculation = oneLine("calculation", { atLeast: "moderate" }, (fact) =>
  levelAtLeast(fact, complexities, "moderate"),
);
const semiSensitiveData = oneLine("dataSensitivity", { atLeast: "semi-sensitive" }, (fact) =>
  levelAtLeast(fact, sensitivities, "semi-sensitive"),
);
const manyReads = oneLine("systemsRead", { atLeast: 3 }, (fact) => atLeast(fact, 3));
const highUserVolume = oneLine("users", { atLeast: 500 }, (fact) => atLeast(fact, 500));

function growingUserBase(app) {
  const growth = atLeast(app.facts.userGrowth, 5);
  const many = above(app.facts.users, 50);
  return {
    truth: Math.min(growth, many),
    evidence: () => [evidence(app, "userGrowth", { atLeast: 5 }, growth), evidence(app, "users", { above: 50 }, many)],
  };
}

function builderGone(app) {
  const gone = is(app.facts.builderPresent, false);
  const nobody = below(app.facts.othersWhoUnderstand, 1);
  return {
    truth: Math.min(gone, nobody),
    evidence: () => [
      evidence(app, "builderPresent", { is: false }, gone),
      evidence(app, "othersWhoUnderstand", { below: 1 }, nobody),
    ],
  };
}

/** One thing, and either of two others; what is shown of these is what makes it so, or what still could. */
function oneAndEither(app, first, either) {
  const any = Math.max(either[0][2], either[1][2]);
  return {
    truth: Math.min(first[2], any),
    evidence: () =>
      [first, ...either.filter(([, , truth]) => (any === YES ? truth === YES : truth !== NO))].map(
        ([name, line, truth]) => evidence(app, name, line, truth),
      ),
  };
}

function integrationArchitecture(app) {
  const { integrationPoints, eventDriven, asynchronous } = app.facts;
  return oneAndEither(
    app,
    ["integrationPoints", { atLeast: 3 }, atLeast(integrationPoints, 3)],
    [
      ["eventDriven", { is: true }, is(eventDriven, true)],
      ["asynchronous", { is: true }, is(asynchronous, true)],
    ],
  );
}

function bidirectionalIntegration(app) {
  const { bidirectionalSystems, integrationPoints, ignoredConflicts } = app.facts;
  return oneAndEither(
    app,
    ["bidirectionalSystems", { atLeast: 1 }, atLeast(bidirectionalSystems, 1)],
    [
      ["integrationPoints", { atLeast: 2 }, atLeast(integrationPoints, 2)],
      ["ignoredConflicts", { atLeast: 1 }, atLeast(ignoredConflicts, 1)],
    ],
  );
}

function strictCompliance(app, complianceSign) {
  const legal = is(app.facts.legalConsequences, true);
  const truth = Math.max(complianceSign.truth, legal);
  const isShown = (part) => (truth === YES ? part === YES : part !== NO);
  return {
    truth,
    evidence: () => [
      ...(isShown(complianceSign.truth) ? complianceSign.evidence() : []),
      ...(isShown(legal) ? [evidence(app, "legalConsequences", { is: true }, legal)] : []),
    ],
  };
}

/** The app without the parts that a component handles. */
function without(component, { profile, facts }) {
  const rest = { ...profile };
  const indices = {};
  for (const list of ["integrations", "data", "compliance"]) {
    if (profile[list] === undefined) continue;
    indices[`/${list}`] = [];
    rest[list] = profile[list].filter((entry, index) => {
      if (entry.component?.id === component) return false;
      indices[`/${list}`].push(index);
      return true;
    });
  }
  const left = { profile: rest, facts: { ...facts }, indices };
  factsOfIntegrations(left.facts, rest);
  factsOfData(left.facts, rest);
  factsOfCompliance(left.facts, rest);
  return left;
}

const namesComponent = ({ component }) => component !== undefined;

/** Judges a rule that a component covers: once for the whole app, and once for what the component leaves. */
function unlessCovered(component, judge, app) {
  const whole = judge(app);
  if (whole.truth === NO || !app.usesComponents) return whole;
  const left = judge(without(component, app));
  const truth = Math.min(whole.truth, left.truth);
  if (truth !== NO) return { truth, evidence: left.evidence };
  return { truth, evidence: whole.evidence, coveredBy: whole.truth === YES ? [component] : undefined };
}

/** Adds the questions that some findings wait for, the most telling first; more findings may wait for one that is asked already. */
function addQuestions(findings, opens, questions) {
  const added = new Map();
  for (const { id, tier, evidence: given } of findings) {
    for (const { fact, met } of given) {
      if (met !== null) continue;
      const asked = questions.get(fact) ?? added.get(fact);
      if (asked === undefined) {
        const { question, answerAt, cost } = standardFacts[fact];
        added.set(fact, { fact, opens, question, answerAt: [...answerAt], cost, couldReach: tier, findings: [id] });
      } else if (!asked.findings.includes(id)) asked.findings.push(id);
    }
  }
  const inOrder = [...added.values()].sort(
    (one, other) =>
      ranks[other.couldReach] - ranks[one.couldReach] ||
      other.findings.length - one.findings.length ||
      one.cost - other.cost,
  );
  for (const question of inOrder) questions.set(question.fact, question);
}

/** The unknown facts that could still lift the app; then those that tell only whether a finding holds. */
function questionsOf(possible, tierRank) {
  const questions = new Map();
  const isLifting = ({ tier }) => ranks[tier] > tierRank;
  addQuestions(possible.filter(isLifting), "tier", questions);
  addQuestions(
    possible.filter((each) => !isLifting(each)),
    "finding",
    questions,
  );
  return [...questions.values()];
}

/** What `classify` answers by the standard policy. */
export function classifyByHand(profile) {
  const { integrations, data, compliance: regimes } = profile;
  const usesComponents =
    (integrations?.some(namesComponent) ?? false) ||
    (data?.some(namesComponent) ?? false) ||
    (regimes?.some(namesComponent) ?? false);
  const app = { profile, facts: factsOf(profile), usesComponents };

  const holding = [];
  const possible = [];
  const covered = [];
  let rank = 0;
  let ceiling = 0;
  const add = (id, { truth, evidence: given, coveredBy }) => {
    if (truth === YES) {
      holding.push(finding(id, "holds", given()));
      rank = Math.max(rank, ranks[rules[id].tier]);
    } else if (truth === OPEN) {
      possible.push(finding(id, "possible", given()));
      ceiling = Math.max(ceiling, ranks[rules[id].tier]);
    } else if (coveredBy !== undefined) {
      covered.push(finding(id, "covered", given(), coveredBy));
    }
  };

  const sensitive = unlessCovered("payment-processing", sensitiveData, app);
  const critical = businessCritical(app);
  const complex = complexCalculation(app);
  const regulated = unlessCovered("payment-processing", compliance, app);

  add("growing-user-base", growingUserBase(app));
  add("integration-architecture", unlessCovered("integration-connector", integrationArchitecture, app));
  add("mission-critical", { truth: critical.truth, evidence: critical.evidence });
  add("regulated-data", { truth: sensitive.truth, evidence: sensitive.evidence });
  add("bidirectional-integration", unlessCovered("data-synchronisation", bidirectionalIntegration, app));
  add("high-user-volume", highUserVolume(app));
  add("complex-algorithm", complex);
  add("strict-compliance", strictCompliance(app, regulated));
  add("sensitive-data", sensitive);
  add("write-back", unlessCovered("data-synchronisation", writeBack, app));
  add("business-critical", critical);
  add("complex-calculation", complex);
  add("compliance", regulated);
  add("builder-gone", builderGone(app));
  add("many-users", manyUsers(app));
  add("cross-department", crossDepartment(app));
  add("writes-to-system", writesToSystem(app));
  add("moderate-calculation", moderateCalculation(app));
  add("semi-sensitive-data", semiSensitiveData(app));
  add("many-reads", manyReads(app));

  ceiling = Math.max(rank, ceiling);
  return {
    app: profile.id,
    policy: { id: standardPolicy.id, version: standardPolicy.version },
    tier: tiers[rank].id,
    ceiling: tiers[ceiling].id,
    settled: rank === ceiling,
    findings: [...holding, ...possible, ...covered],
    questions: questionsOf(possible, rank),
  };
}
