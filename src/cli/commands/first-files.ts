/** A file that a folder begins with. */
export interface FirstFile {
  readonly name: string;
  /** What it is, in a few words. */
  readonly about: string;
  readonly content: string;
}

/** Where editors find the schemas, once the package is installed beside the files. */
const schemas = "./node_modules/plimsoll/schemas";

const inJson = (schema: string, document: object): string =>
  `${JSON.stringify({ $schema: `${schemas}/${schema}.schema.json`, ...document }, null, 2)}\n`;

const policy = {
  extends: "standard",
  id: "ours",
  version: "0.1.0",
  title: "Our load line",
  description: "The standard policy with a line of our own: IT has a look at fifty people, not at a hundred.",
  change: { "many-users": { lines: { users: 50 }, title: "Fifty people or more" } },
};

const usedBy = (users: number) => ({ id: "rota", name: "Shift rota", audience: { users } });

/** Every line of the standard policy is crossed once, so that all of them are tested from the first day on. */
const dispatch = {
  id: "dispatch",
  name: "Dispatch",
  audience: { users: 600, builtFor: 20, departments: ["Warehouse", "Sales"] },
  integrations: [
    { system: "ERP", direction: "bidirectional" },
    { system: "Carrier", direction: "bidirectional", eventDriven: true },
    { system: "Payroll", direction: "read" },
  ],
  data: [{ name: "Absences", class: "health" }],
  calculations: [{ purpose: "Routes", complexity: "complex" }],
  compliance: [{ regime: "GDPR" }],
  criticality: { dailyDependence: true },
  ownership: { builderPresent: false, understoodBy: [] },
};

const tests = {
  title: "What our policy promises",
  tests: [
    { name: "fifty people need a review", profile: usedBy(50), expect: { because: ["many-users"] } },
    { name: "forty-nine do not", profile: usedBy(49), expect: { not: ["many-users"] } },
    {
      name: "what nobody has said is open",
      profile: { id: "rota", name: "Shift rota" },
      expect: { undecided: { tier: "citizen", ceiling: "professional" } },
    },
    { name: "what crosses every line is built by professionals", profile: dispatch, expect: { tier: "professional" } },
  ],
  claims: [{ title: "more risk never lowers the tier", monotone: true }],
};

const app = {
  id: "rota",
  name: "Shift rota",
  description: "Who works when, on which ward. An example: put an app of your own in its place.",
  audience: { users: 60, builtFor: 40, departments: ["Ward 3"] },
  integrations: [],
  data: [{ name: "Shifts", class: "general" }],
  calculations: [],
  compliance: [],
  criticality: { dailyDependence: false },
  consequences: { legalForPeople: false },
  ownership: { builderPresent: true, understoodBy: ["Ward clerk"] },
};

/** A register as people keep it: answers in words, what nobody knows left out. */
const register = `App name;# users;Personal data?;Connects to;Go-live
Room list;12;no;;2024-03-01
Invoice check;50-100;yes;SAP, SharePoint;15.09.2023
Travel costs;;?;SAP;
`;

const mapping = {
  title: "The register of apps",
  dates: "day-first",
  columns: [
    { column: "App name", to: "/name" },
    { column: "# users", to: "/audience/users" },
    { column: "Personal data?", to: "/data/-/class", values: { yes: "personal", no: null } },
    { column: "Connects to", to: "/integrations/-/system", split: [","] },
    { column: "Go-live", to: "/lifecycle/productionSince" },
  ],
};

/** What every folder begins with, in the order in which it is told. */
export const firstFiles: readonly FirstFile[] = [
  {
    name: "policy.json",
    about: "the standard policy with a line of your own",
    content: inJson("policy-changes", policy),
  },
  { name: "policy.test.json", about: "what that line promises, as tests", content: inJson("policy-tests", tests) },
  { name: "app.json", about: "an app, as an example", content: inJson("profile", app) },
  { name: "register.csv", about: "a table of apps, as an example", content: register },
  { name: "map.json", about: "what its columns tell", content: inJson("mapping", mapping) },
  {
    name: "plimsoll.config.json",
    about: "where the command finds them",
    content: inJson("config", { policy: "policy.json", portfolio: ["app.json"], map: "map.json" }),
  },
];

/** What a gate runs, each with why. */
const steps: readonly (readonly [why: string, argv: string])[] = [
  ["Check the policy against its tests", "test policy.test.json"],
  ["Look for mistakes in the policy", "lint"],
  ["Check the apps against the line", "classify --max-tier it-review"],
];

/** The release that wrote it: a newer one is a change that somebody makes. */
const call = (version: string, argv: string) => `npx --yes plimsoll@${version} ${argv}`;

/** The gates for a pipeline, by its name. The actions are named by their commits, since a tag can be moved. */
export const gates: Readonly<Record<string, (version: string) => readonly FirstFile[]>> = {
  github: (version) => [
    {
      name: ".github/workflows/plimsoll.yml",
      about: "a gate for pull requests",
      content: [
        "# The policy does what it promises, and no app is above the line.",
        "name: Plimsoll",
        "",
        "on:",
        "  pull_request:",
        "  push:",
        "    branches: [main]",
        "",
        "permissions:",
        "  contents: read",
        "",
        "jobs:",
        "  gate:",
        "    runs-on: ubuntu-latest",
        "    steps:",
        "      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0",
        "      - uses: actions/setup-node@a0853c24544627f65ddf259abe73b1d18a591444 # v5.0.0",
        "        with:",
        "          node-version: 24",
        ...steps.flatMap(([why, argv]) => [`      - name: ${why}`, `        run: ${call(version, argv)}`]),
        "",
      ].join("\n"),
    },
  ],
  gitlab: (version) => [
    {
      name: ".gitlab-ci.yml",
      about: "a gate for merge requests",
      content: [
        "# The policy does what it promises, and no app is above the line.",
        "plimsoll:",
        "  image: node:24-alpine",
        "  script:",
        ...steps.flatMap(([why, argv]) => [`    # ${why}`, `    - ${call(version, argv)}`]),
        "",
      ].join("\n"),
    },
  ],
  none: () => [],
};

/** What there is to run next, where the files are. */
export const firstCalls: readonly (readonly [argv: string, why: string])[] = [
  ["classify", "where the app sits, and why"],
  ["test policy.test.json", "whether the policy does what it promises"],
  ["import register.csv", "what the table tells, as apps"],
  ["guide", "what people can build on their own, for those who build"],
];
