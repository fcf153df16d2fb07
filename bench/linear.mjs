/**
 * Reads hostile inputs of every kind with every reader, at n, 2n and 4n, and prints how long n takes and how many times as long
 * the other two: processor time, each by the best of several rounds. What is linear takes 4 times as long at 4n, and what is
 * quadratic 16 times: prints BROKEN and ends with 1 where it is more than 8. `node bench/linear.mjs policy` looks at what is
 * called so alone.
 */
import { audit, classify, createClassifier, safeExtendPolicy, safeParsePolicy, safeParseProfile } from "plimsoll";
import { safeParseTimeline } from "plimsoll/backtest";
import { safeParseCase } from "plimsoll/escalation";
import { safeParseApproval } from "plimsoll/governance";
import { safeParsePolicyTests } from "plimsoll/testing";

/** How many times as long four times the input may take: halfway between linear and quadratic. */
const mostGrowth = 8;
const rounds = 5;
const attempts = 3;

/** What is measured takes at least so many milliseconds. */
const leastMeasured = 5;

const times = (size, entryAt) => Array.from({ length: size }, (_, index) => entryAt(index));
const fields = (size, valueAt) => Object.fromEntries(times(size, (index) => [`field-${index}`, valueAt(index)]));

/** No list is too long here: what is measured is the work, not the refusal. */
const options = { limits: { entries: Number.POSITIVE_INFINITY, values: Number.POSITIVE_INFINITY } };

const rota = { id: "rota", name: "Rota" };
const words = { title: "A rule", why: "It matters." };
const users = { fact: "users", atLeast: 100 };
const house = {
  id: "house",
  version: "1.0.0",
  title: "The house rules",
  tiers: [
    { id: "team", title: "Team", advice: "Go on." },
    { id: "central", title: "Central", advice: "Ask the central team." },
  ],
};
const sign = (id, when, rest) => ({ id, severity: "low", ...words, when, ...rest });
const criterion = (id, when) => ({ id, tier: "central", ...words, when });
const chain = (size, last) => ({
  ...house,
  signs: times(size, (index) => sign(`s${index}`, index === size - 1 ? last : { sign: `s${index + 1}` })),
});
const longRule = (size) => ({
  ...house,
  criteria: [criterion("rule", { all: times(size, (index) => ({ fact: "users", atLeast: index })) })],
});
const manySigns = (size) => ({ ...house, signs: times(size, (index) => sign(`sign-number-${index}`, users)) });
const day = (index) => new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10);

const opening = {
  kind: "opened",
  at: "2026-01-12",
  by: "IT director",
  id: "case-7",
  app: { id: "rota", name: "Rota" },
  need: { what: "Shifts are planned.", of: "Ward team" },
  builder: null,
  recognisedBy: "it",
  signs: [],
};

const readPolicy = (input) => safeParsePolicy(input, options);
const readProfile = (input) => safeParseProfile(input, options);

/** A kind of input: what it is, how large it begins, how it is made in any size, and what is done with it. */
const kinds = [
  ["profile: a long list", 2000, (n) => ({ ...rota, data: times(n, () => ({ class: "health" })) }), readProfile],
  ["profile: wrong entries", 1000, (n) => ({ ...rota, integrations: times(n, () => ({})) }), readProfile],
  ["profile: duplicates", 2000, (n) => ({ ...rota, integrations: times(n, () => ({ system: "ERP" })) }), readProfile],
  ["profile: misspelt fields", 4000, (n) => ({ ...rota, ...fields(n, () => 1) }), readProfile],
  [
    "profile: misspelt values",
    1000,
    (n) => ({ ...rota, data: times(n, (i) => ({ class: `helth-${i}` })) }),
    readProfile,
  ],
  [
    "profile: unknown lists in partial",
    4000,
    (n) => ({ ...rota, partial: times(n, (i) => `/no-list-${i}`) }),
    readProfile,
  ],
  [
    "profile: long texts",
    40_000,
    (n) => ({ ...rota, extensions: { text: "é".repeat(n) }, partial: ["x".repeat(n)] }),
    readProfile,
  ],
  [
    "profile: nested lists",
    500,
    (n) => ({ ...rota, extensions: { deep: times(n, () => JSON.parse("[".repeat(50) + "]".repeat(50))) } }),
    readProfile,
  ],
  [
    "profile, refused: [{}, {}, …]",
    20_000,
    (n) => ({ ...rota, data: times(n, () => ({})) }),
    (input) => safeParseProfile(input),
  ],
  [
    "policy: misspelt signs",
    1000,
    (n) => ({ ...house, signs: times(n, (i) => sign(`sign-number-${i}`, { sign: `sing-nubmer-${i}` })) }),
    readPolicy,
  ],
  [
    "policy: misspelt facts",
    1000,
    (n) => ({ ...house, criteria: [criterion("rule", { any: times(n, (i) => ({ fact: `usres-${i}`, is: true })) })] }),
    readPolicy,
  ],
  [
    "policy: misspelt tiers",
    1000,
    (n) => ({ ...house, criteria: times(n, (i) => ({ ...criterion(`rule-${i}`, users), tier: `centrl-${i}` })) }),
    readPolicy,
  ],
  [
    "policy: one id for all",
    1000,
    (n) => ({ ...house, signs: times(n, () => sign("sign", { sign: "sign-2" })) }),
    readPolicy,
  ],
  ["policy: a long rule", 1000, longRule, readPolicy],
  ["policy: a chain of signs", 1000, (n) => chain(n, users), readPolicy],
  ["policy: a circle of signs", 1000, (n) => chain(n, { sign: "s0" }), readPolicy],
  [
    "policy: a chain of rubrics",
    1000,
    (n) => ({
      ...house,
      rubrics: times(n, (i) => ({
        id: `r${i}`,
        title: "R",
        items: [{ points: 1, when: i === 0 ? users : { score: `r${i - 1}`, atLeast: 1 } }],
      })),
    }),
    readPolicy,
  ],
  [
    "policy: components that cover all",
    1000,
    (n) => ({
      ...manySigns(n),
      components: times(4, (i) => ({
        id: `c${i}`,
        title: "C",
        covers: times(n, (at) => `sign-number-${at}`),
        when: { sign: "lost" },
      })),
    }),
    readPolicy,
  ],
  [
    "policy: wrong conditions",
    500,
    (n) => ({ ...house, criteria: [criterion("rule", { all: times(n, () => ({ fact: "users", atleast: 1 })) })] }),
    readPolicy,
  ],
  [
    "policy: nested conditions",
    100,
    (n) => ({
      ...house,
      criteria: times(n, (i) =>
        criterion(
          `rule-${i}`,
          times(40, () => 0).reduce((inner) => ({ not: inner }), users),
        ),
      ),
    }),
    readPolicy,
  ],
  [
    "policy: long texts",
    40_000,
    (n) => ({ ...house, signs: [sign("x".repeat(n), { sign: "y".repeat(n) })] }),
    readPolicy,
  ],
  [
    "changes: rules that are not there",
    1000,
    (n) => ({ id: "a", version: "1", change: fields(n, () => ({ title: "T" })), remove: times(n, (i) => `no-${i}`) }),
    (changes) => safeExtendPolicy(house, changes),
  ],
  [
    "changes: rules of the base",
    500,
    (n) => ({ base: manySigns(n), changes: { id: "a", version: "1", remove: times(n, (i) => `sign-number-${i}`) } }),
    ({ base, changes }) => safeExtendPolicy(base, changes),
  ],
  ["classifier: a chain of signs", 1000, (n) => chain(n, users), (policy) => createClassifier(policy)(rota)],
  [
    "classifier: many components",
    500,
    (n) => ({
      ...manySigns(n),
      components: times(n, (i) => ({ id: `c${i}`, title: "C", covers: [`sign-number-${i}`] })),
    }),
    (policy) => createClassifier(policy)({ ...rota, integrations: [{ system: "ERP", component: { id: "c1" } }] }),
  ],
  [
    "classify: a long rule, not checked",
    1000,
    longRule,
    (policy) => classify({ ...rota, audience: { users: 5000 } }, policy),
  ],
  [
    "classify: a long profile",
    1000,
    (n) => ({
      ...rota,
      integrations: times(n, (i) => ({
        system: `S${i}`,
        direction: "write",
        component: { id: "integration-connector" },
      })),
      data: times(n, () => ({ class: "health" })),
    }),
    (profile) => classify(profile),
  ],
  [
    "classify: versions of many zeros",
    40_000,
    (n) => ({ ...rota, integrations: [{ system: "ERP", component: { id: "c", version: `1${".0".repeat(n)}!` } }] }),
    (profile) =>
      classify(profile, {
        ...manySigns(1),
        components: [{ id: "c", title: "C", covers: ["sign-number-0"], from: "2" }],
      }),
  ],
  [
    "approval: systems",
    1000,
    (n) => ({
      app: "rota",
      review: "security",
      policy: { id: "p", version: "1" },
      by: "IT",
      on: "2026-01-01",
      expiresOn: "2027-01-01",
      scope: { systems: times(n, (i) => ({ system: `S${i}`, direction: "raed" })) },
    }),
    (input) => safeParseApproval(input, options),
  ],
  [
    "tests: empty expectations",
    500,
    (n) => ({ tests: times(n, () => ({ name: "t", profile: rota, expect: {} })) }),
    (input) => safeParsePolicyTests(input, options),
  ],
  [
    "timeline: many days",
    500,
    (n) => ({ moments: times(n, (i) => ({ on: day(i), profile: rota })) }),
    (input) => safeParseTimeline(input, options),
  ],
  [
    "timeline: wrong profiles and days",
    500,
    (n) => ({ moments: times(n, () => ({ on: "2026-02-30", profile: { id: 5 } })) }),
    (input) => safeParseTimeline(input, options),
  ],
  [
    "case: events that are none",
    500,
    (n) => ({ events: times(n, () => ({ kind: "closd" })) }),
    (input) => safeParseCase(input, options),
  ],
  ["case: a long history", 125, (n) => caseOf(n), (input) => safeParseCase(input, options)],
  [
    "audit: an app with wrong approvals",
    500,
    (n) => ({ profile: rota, approvals: times(n, () => ({})) }),
    (entry) => audit([entry], { asOf: "2026-03-31", ...options }),
  ],
];

/** A case whose owner changes with every event. */
function caseOf(size) {
  const at = "2026-01-12";
  const by = "IT director";
  const changed = (index) => ({ kind: "owner-changed", at, by, side: "it", owner: `Lead ${index}` });
  const events = [
    opening,
    { kind: "preserved", at, by, how: "As it is." },
    { kind: "partnership-agreed", at, by, itOwner: "Lead", businessOwner: "Ward lead" },
    ...times(size, changed),
  ];
  const { kind, at: _at, by: _by, ...told } = opening;
  const rest = {
    schemaVersion: 1,
    state: "partnership",
    revision: events.length,
    preservation: "As it is.",
    businessOwner: "Ward lead",
  };
  return { ...told, ...rest, itOwner: `Lead ${size - 1}`, parts: [], lessons: [], ending: null, events };
}

/** The time that the processor takes for one use, in milliseconds; of what is quick, over several uses. */
async function millisecondsFor(input, use) {
  let uses = 0;
  let spent = 0;
  const before = process.cpuUsage();
  while (spent < leastMeasured) {
    await use(input);
    uses++;
    const { user, system } = process.cpuUsage(before);
    spent = (user + system) / 1000;
  }
  return spent / uses;
}

/** The best times of each input, all of them measured in turn, so that what else the machine does falls on all. */
async function bestOf(inputs, use) {
  const best = inputs.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++) {
    for (const [index, input] of inputs.entries())
      best[index] = Math.min(best[index], await millisecondsFor(input, use));
  }
  return best;
}

/** Whether it grows too fast is asked again before it is said. */
async function measured(inputs, use) {
  for (let attempt = 1; ; attempt++) {
    const [once, twice, fourTimes] = await bestOf(inputs, use);
    const isBroken = fourTimes > mostGrowth * once;
    if (!isBroken || attempt === attempts) return { once, twice, fourTimes, isBroken };
  }
}

const only = process.argv[2] ?? "";
let broken = 0;
for (const [name, size, sized, use] of kinds.filter(([kind]) => kind.includes(only))) {
  const { once, twice, fourTimes, isBroken } = await measured([size, 2 * size, 4 * size].map(sized), use);
  if (isBroken) broken++;
  const growth = `× ${(twice / once).toFixed(1)}  ${(fourTimes / once).toFixed(1)}`;
  const begun = `n = ${String(size).padStart(6)}  ${once.toFixed(2).padStart(7)} ms`;
  console.log(`${isBroken ? "BROKEN  " : "        "}${name.padEnd(36)} ${begun}  ${growth}`);
}
const outcome = broken === 0 ? "All kept." : `${broken} BROKEN.`;
console.log(`2n and 4n as multiples of n; 4n may take at most ${mostGrowth} times as long. ${outcome}`);
if (broken > 0) process.exitCode = 1;
