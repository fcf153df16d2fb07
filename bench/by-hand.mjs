/**
 * The standard policy as a good engineer would write it, for this one policy: each list is looked at once, nothing is made for
 * rules that do not hold, and what a finding rests on is gathered when there is one. It returns the tier, the ceiling, and the ids,
 * statuses, observed values and pointers of findings: what a person acts on, without the sentences and the questions.
 */
const NO = 0;
const OPEN = 1;
const YES = 2;
const tiers = ["citizen", "it-review", "professional"];
const sensitivities = ["none", "general", "semi-sensitive", "sensitive"];
const complexities = ["none", "simple", "moderate", "complex"];
const levelOfClass = { general: 1, "semi-sensitive": 2, personal: 3, financial: 3, health: 3, payment: 3 };
const levelOfComplexity = { simple: 1, moderate: 2, complex: 3 };

const untold = { told: false, low: 0, high: Number.POSITIVE_INFINITY, observed: null };
const untoldFlag = { ...untold, high: 1 };
const yes = { told: true, low: 1, high: 1, observed: true };
const no = { told: true, low: 0, high: 0, observed: false };

/** What is known of a number. */
function between(low, high) {
  return { told: true, low, high, observed: low === 0 && high < Number.POSITIVE_INFINITY ? high : low };
}

const count = (sure, perhaps, partial) => between(sure, partial ? Number.POSITIVE_INFINITY : sure + perhaps);

const flagOf = (holds, open) => (holds ? yes : open ? untoldFlag : no);

const noIntegrations = {
  points: untold,
  read: untold,
  written: untold,
  both: untold,
  ignored: untold,
  events: untoldFlag,
  asynchronous: untoldFlag,
};

function ignores({ direction, conflicts }) {
  if (direction === "read" || (conflicts !== undefined && conflicts !== "ignored")) return false;
  return direction === undefined || conflicts === undefined ? undefined : true;
}

function integrationsIn(entries, partial) {
  if (entries === undefined) return noIntegrations;
  let [read, written, both, open, ignored, ignoredOpen] = [0, 0, 0, 0, 0, 0];
  let [events, eventsOpen, later, laterOpen] = [false, partial, false, partial];
  for (const entry of entries) {
    const { direction, eventDriven, asynchronous } = entry;
    if (direction === undefined) open++;
    else {
      if (direction !== "write") read++;
      if (direction !== "read") written++;
      if (direction === "bidirectional") both++;
    }
    const answer = ignores(entry);
    if (answer === undefined) ignoredOpen++;
    else if (answer) ignored++;
    if (eventDriven) events = true;
    else if (eventDriven === undefined) eventsOpen = true;
    if (asynchronous) later = true;
    else if (asynchronous === undefined) laterOpen = true;
  }
  return {
    points: count(entries.length, 0, partial),
    read: count(read, open, partial),
    written: count(written, open, partial),
    both: count(both, open, partial),
    ignored: count(ignored, ignoredOpen, partial),
    events: flagOf(events, eventsOpen),
    asynchronous: flagOf(later, laterOpen),
  };
}

function highestOf(entries, partial, field, levels, levelOf) {
  if (entries === undefined) return { ...untold, high: levels.length - 1 };
  let [low, high] = [0, partial ? levels.length - 1 : 0];
  for (const { [field]: value } of entries) {
    // An entry that does not say its level has the lowest that can be said, or a higher one.
    const least = value === undefined ? 1 : levelOf[value];
    const most = value === undefined ? levels.length - 1 : least;
    if (most > high) high = most;
    if (least > low) low = least;
  }
  return { told: true, low, high, observed: levels[low] };
}

/** Members of a set: how many there are for certain, and whether there may be more. */
function membersOf(entries, partial, memberOf) {
  if (entries === undefined) return untold;
  const members = [];
  let isOpen = partial;
  for (const entry of entries) {
    const member = memberOf(entry);
    if (member === undefined) isOpen = true;
    else if (member !== null && !members.includes(member)) members.push(member);
  }
  return {
    told: true,
    low: members.length,
    high: isOpen ? Number.POSITIVE_INFINITY : members.length,
    observed: members,
  };
}

const sensitiveIn = ({ class: value }) => (value === "general" || value === "semi-sensitive" ? null : value);
const regimeOf = ({ regime }) => regime;

const flagAt = (value) => (value === undefined ? untoldFlag : value ? yes : no);

const lengthOf = (entries, partial) => (entries === undefined ? untold : count(entries.length, 0, partial));

/** What is known of an app. */
function factsOf(profile) {
  const { audience, criticality, ownership, consequences, partial } = profile;
  const isPartial = (list) => partial?.includes(list) === true;
  const told = audience?.users;
  const peak = audience?.peakConcurrent;
  const builtFor = audience?.builtFor;
  const users = (told ?? peak) === undefined ? untold : between(told ?? peak, told ?? Number.POSITIVE_INFINITY);
  const by = (value) => (value === 0 || value === Number.POSITIVE_INFINITY ? value : value / builtFor);
  const isGrowthTold = users.told && (builtFor !== undefined || told === 0);
  return {
    users,
    growth: isGrowthTold ? between(by(users.low), by(users.high)) : untold,
    departments: lengthOf(audience?.departments, isPartial("/audience/departments")),
    integrations: integrationsIn(profile.integrations, isPartial("/integrations")),
    sensitive: membersOf(profile.data, isPartial("/data"), sensitiveIn),
    sensitivity: highestOf(profile.data, isPartial("/data"), "class", sensitivities, levelOfClass),
    regimes: membersOf(profile.compliance, isPartial("/compliance"), regimeOf),
    calculation: highestOf(
      profile.calculations,
      isPartial("/calculations"),
      "complexity",
      complexities,
      levelOfComplexity,
    ),
    daily: flagAt(criticality?.dailyDependence),
    builder: flagAt(ownership?.builderPresent),
    others: lengthOf(ownership?.understoodBy, isPartial("/ownership/understoodBy")),
    legal: flagAt(consequences?.legalForPeople),
  };
}

/** Where the entries of a list stand that count, and, while that is open, those that may. */
function entriesAt(list, entries, parts, { low, high }, answerOf) {
  const pointers = [];
  for (let index = 0; index < entries.length; index++) {
    const answer = answerOf(entries[index], low);
    if (answer !== true && (low === high || answer !== undefined)) continue;
    for (const part of parts) pointers.push(`${list}/${index}${part}`);
  }
  return pointers.length > 0 ? pointers : [list];
}

const said = (value, holds) => (value === undefined ? undefined : holds);
const every = () => true;
const isMember = (member) => said(member, member !== null);

/** Where an app says what is known of a fact, by fact. */
const places = {
  users: ({ audience }) => [audience.users === undefined ? "/audience/peakConcurrent" : "/audience/users"],
  growth: (app) => [...(app.audience.builtFor === undefined ? [] : ["/audience/builtFor"]), ...places.users(app)],
  departments: (app, known) => entriesAt("/audience/departments", app.audience.departments, [""], known, every),
  others: (app, known) => entriesAt("/ownership/understoodBy", app.ownership.understoodBy, [""], known, every),
  points: (app, known) => entriesAt("/integrations", app.integrations, [""], known, every),
  read: (app, known) =>
    entriesAt("/integrations", app.integrations, ["/direction"], known, ({ direction }) =>
      said(direction, direction !== "write"),
    ),
  written: (app, known) =>
    entriesAt("/integrations", app.integrations, ["/direction"], known, ({ direction }) =>
      said(direction, direction !== "read"),
    ),
  both: (app, known) =>
    entriesAt("/integrations", app.integrations, ["/direction"], known, ({ direction }) =>
      said(direction, direction === "bidirectional"),
    ),
  ignored: (app, known) => entriesAt("/integrations", app.integrations, ["/direction", "/conflicts"], known, ignores),
  events: (app, known) =>
    entriesAt("/integrations", app.integrations, ["/eventDriven"], known, ({ eventDriven }) => eventDriven),
  asynchronous: (app, known) =>
    entriesAt("/integrations", app.integrations, ["/asynchronous"], known, ({ asynchronous }) => asynchronous),
  sensitive: (app, known) => entriesAt("/data", app.data, ["/class"], known, (entry) => isMember(sensitiveIn(entry))),
  sensitivity: (app, known) =>
    entriesAt("/data", app.data, ["/class"], known, ({ class: value }, low) =>
      said(value, levelOfClass[value] === low),
    ),
  regimes: (app, known) => entriesAt("/compliance", app.compliance, ["/regime"], known, every),
  calculation: (app, known) =>
    entriesAt("/calculations", app.calculations, ["/complexity"], known, ({ complexity }, low) =>
      said(complexity, levelOfComplexity[complexity] === low),
    ),
  daily: () => answersAt.daily,
  builder: () => answersAt.builder,
  legal: () => answersAt.legal,
};

const atLeast = ({ low, high }, limit) => (low >= limit ? YES : high < limit ? NO : OPEN);
const below = ({ low, high }, limit) => (high < limit ? YES : low >= limit ? NO : OPEN);
const and = (one, other) => (one < other ? one : other);
const or = (one, other) => (one > other ? one : other);

/** Where the answers to a fact would stand of which nothing is told. */
const answersAt = {
  users: ["/audience/users"],
  growth: ["/audience/builtFor", "/audience/users"],
  departments: ["/audience/departments"],
  sensitive: ["/data"],
  sensitivity: ["/data"],
  regimes: ["/compliance"],
  calculation: ["/calculations"],
  daily: ["/criticality/dailyDependence"],
  builder: ["/ownership/builderPresent"],
  others: ["/ownership/understoodBy"],
  legal: ["/consequences/legalForPeople"],
};

/** Each rule: its id, the rank of its tier, the component that covers it, whether it holds, and the facts that it rests on. */
const line = (name, limit) => [(facts) => atLeast(facts[name], limit), () => [name]];
const ofSystems = (name, limit) => [({ integrations }) => atLeast(integrations[name], limit), () => [name]];

/** One thing, and either of two others: of these, what makes it so, or what still could. */
function oneAndEither([first, firstLimit], [left, leftLimit], [right, rightLimit]) {
  const either = ({ integrations }) => [
    atLeast(integrations[left], leftLimit),
    atLeast(integrations[right], rightLimit),
  ];
  return [
    (facts) => and(atLeast(facts.integrations[first], firstLimit), or(...either(facts))),
    (facts) => {
      const [one, other] = either(facts);
      const best = or(one, other);
      const isShown = (truth) => (best === YES ? truth === YES : truth !== NO);
      return [first, ...(isShown(one) ? [left] : []), ...(isShown(other) ? [right] : [])];
    },
  ];
}

const strict = [
  (facts, { compliance }) => or(compliance, atLeast(facts.legal, 1)),
  (facts, { compliance }) => {
    const legal = atLeast(facts.legal, 1);
    const best = or(compliance, legal);
    const isShown = (truth) => (best === YES ? truth === YES : truth !== NO);
    return [...(isShown(compliance) ? ["regimes"] : []), ...(isShown(legal) ? ["legal"] : [])];
  },
];

const rules = [
  [
    "growing-user-base",
    2,
    undefined,
    ({ growth, users }) => and(atLeast(growth, 5), atLeast(users, 51)),
    () => ["growth", "users"],
  ],
  [
    "integration-architecture",
    2,
    "integration-connector",
    ...oneAndEither(["points", 3], ["events", 1], ["asynchronous", 1]),
  ],
  ["mission-critical", 2, undefined, ...line("daily", 1)],
  ["regulated-data", 2, "payment-processing", ...line("sensitive", 1)],
  ["bidirectional-integration", 2, "data-synchronisation", ...oneAndEither(["both", 1], ["points", 2], ["ignored", 1])],
  ["high-user-volume", 2, undefined, ...line("users", 500)],
  ["complex-algorithm", 2, undefined, ...line("calculation", 3)],
  ["strict-compliance", 2, undefined, ...strict],
  ["sensitive-data", 1, "payment-processing", ...line("sensitive", 1)],
  ["write-back", 1, "data-synchronisation", ...ofSystems("written", 2)],
  ["business-critical", 1, undefined, ...line("daily", 1)],
  ["complex-calculation", 1, undefined, ...line("calculation", 3)],
  ["compliance", 1, "payment-processing", ...line("regimes", 1)],
  [
    "builder-gone",
    1,
    undefined,
    ({ builder, others }) => and(below(builder, 1), below(others, 1)),
    () => ["builder", "others"],
  ],
  ["many-users", 1, undefined, ...line("users", 100)],
  ["cross-department", 1, undefined, ...line("departments", 2)],
  ["writes-to-system", 1, undefined, ...ofSystems("written", 1)],
  ["moderate-calculation", 1, undefined, ...line("calculation", 2)],
  ["semi-sensitive-data", 1, undefined, ...line("sensitivity", 2)],
  ["many-reads", 1, undefined, ...ofSystems("read", 3)],
].map(([id, rank, component, truthOf, namesOf]) => ({ id, rank, component, truthOf, namesOf }));

function evidenceOf(names, facts, profile) {
  return names.map((name) => {
    const known = facts[name] ?? facts.integrations[name];
    const pointers = known.told ? places[name](profile, known) : (answersAt[name] ?? ["/integrations"]);
    return { observed: known.observed, pointers };
  });
}

/** What the standard policy says of an app that names no component: of one that does, rules are asked again of what is left. */
export function judgeByHand(profile) {
  const facts = factsOf(profile);
  const signs = { compliance: atLeast(facts.regimes, 1) };
  const findings = [];
  const possible = [];
  let [tier, ceiling] = [0, 0];
  for (const { id, rank, truthOf, namesOf } of rules) {
    const truth = truthOf(facts, signs);
    if (truth === NO) continue;
    const finding = {
      id,
      status: truth === YES ? "holds" : "possible",
      evidence: evidenceOf(namesOf(facts, signs), facts, profile),
    };
    if (truth === YES) findings.push(finding);
    else possible.push(finding);
    if (truth === YES && rank > tier) tier = rank;
    if (rank > ceiling) ceiling = rank;
  }
  for (const finding of possible) findings.push(finding);
  return { tier: tiers[tier], ceiling: tiers[Math.max(tier, ceiling)], findings };
}
