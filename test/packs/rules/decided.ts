import type { AppProfile, Approval, Severity } from "plimsoll";
import type { PlainAction, Scope } from "plimsoll/governance";
import type { PolicyTest } from "plimsoll/testing";
import { holds, known, letsIn, type Operation, other, own, partOf, reads, type Said } from "./known.js";

/** The day as of which everything is asked. */
const asOf = "2026-01-12";

const everything: Scope = {
  users: 10_000,
  systems: ["ERP", "CRM", "Its own list"].map((system) => ({ system, direction: "bidirectional" as const })),
  data: ["general", "semi-sensitive", "personal", "financial", "health", "payment"],
  environment: "production",
};
const approvers: Readonly<Record<string, string>> = {
  architecture: "IT architect",
  integration: "Integration specialist",
  security: "Security officer",
  "production-readiness": "IT operations",
};
const approved = (review: string): Approval => ({
  app: "list",
  review,
  policy: { id: "recommended", version: "1.0.0" },
  by: approvers[review] ?? "",
  on: asOf,
  expiresOn: "2030-01-12",
  scope: everything,
});
const allBut = (...reviews: readonly string[]) =>
  Object.keys(approvers)
    .filter((each) => !reviews.includes(each))
    .map(approved);

const milestones: Readonly<Record<string, string>> = {
  integration: "connect",
  security: "access",
  "production-readiness": "deploy",
};

/** How far an item of a checklist is answered, where all other reviews were held. */
const answered = (
  review: string,
  item: string,
  says: string,
  said: Said | AppProfile,
  answer: "met" | "not-met" | "open",
): PolicyTest => ({
  name: `${item}: ${says}`,
  profile: "id" in said ? said : known(said),
  asOf,
  approvals: allBut(review),
  expect: { reviews: { before: milestones[review] ?? "", due: [review], answers: { [review]: { [item]: answer } } } },
});

/** An app of which a section is not known. */
const without = (
  said: Said,
  section: "entrances" | "parts" | "automation" | "consequences" | "operation" | "criticality",
): AppProfile => {
  const { [section]: _, ...rest } = known(said);
  return rest;
};

const internal = holds("semi-sensitive");
const unread = partOf({ kind: "scripts", origin: "ai", reviewed: false });
const agent = (automation: NonNullable<Said["automation"]>): Said => ({ ...internal, automation });
const connected = (identity: "user" | "app" | "service" | "shared" | "maker"): Said => ({
  ...other(["change"], { identity }),
});

const checklists: readonly PolicyTest[] = [
  ...(["shared", "maker"] as const).map((each) =>
    answered("integration", "own-account", `an account that is ${each} is nobody's own`, connected(each), "not-met"),
  ),
  ...(["user", "app", "service"] as const).map((each) =>
    answered("integration", "own-account", `the account of the ${each} still has to be shown`, connected(each), "open"),
  ),
  answered("security", "parts-read", "what nobody has read", { ...internal, ...unread }, "not-met"),
  answered(
    "security",
    "parts-read",
    "what was read still has to be shown",
    { ...internal, ...partOf({ kind: "scripts", origin: "ai", reviewed: true }) },
    "open",
  ),
  answered(
    "security",
    "person-before-action",
    "AI that acts, and somebody can stop it",
    agent({ ai: "acts", oversight: "can-stop" }),
    "not-met",
  ),
  answered(
    "security",
    "person-before-action",
    "AI that answers, and somebody can stop it",
    agent({ ai: "answers", oversight: "can-stop" }),
    "not-met",
  ),
  answered(
    "security",
    "person-before-action",
    "AI that decides, and somebody can stop it",
    agent({ ai: "decides", oversight: "can-stop" }),
    "not-met",
  ),
  answered(
    "security",
    "person-before-action",
    "an approval still has to be shown",
    agent({ ai: "acts", oversight: "approves" }),
    "open",
  ),
  answered(
    "security",
    "person-before-action",
    "that there is no AI still has to be shown",
    agent({ ai: "none", oversight: "none" }),
    "open",
  ),
  answered(
    "security",
    "tried-from-outside",
    "a way in that nobody tried",
    { ...internal, ...letsIn("registered", false) },
    "not-met",
  ),
  answered(
    "security",
    "tried-from-outside",
    "that it was tried still has to be shown",
    { ...internal, ...letsIn("registered") },
    "open",
  ),
  answered(
    "production-readiness",
    "second-pair-of-eyes",
    "who looks has to be shown",
    { consequences: { binding: true } },
    "open",
  ),
  answered(
    "production-readiness",
    "told-when-it-fails",
    "nobody watches",
    { criticality: { monitoring: false } },
    "not-met",
  ),
  answered(
    "production-readiness",
    "told-when-it-fails",
    "nothing happens when it fails",
    { operation: { onError: "nothing" } },
    "not-met",
  ),
  ...(["handled", "noticed"] as const).map((onError) =>
    answered(
      "production-readiness",
      "told-when-it-fails",
      `that it is ${onError} still has to be shown`,
      { operation: { onError } },
      "open",
    ),
  ),
  ...(["partly", "never"] as const).map((reversible) =>
    answered(
      "production-readiness",
      "undone",
      `it is undone ${reversible}`,
      { consequences: { reversible } },
      "not-met",
    ),
  ),
  ...(["fully", "with-effort"] as const).map((reversible) =>
    answered(
      "production-readiness",
      "undone",
      `that it is undone ${reversible} still has to be shown`,
      { consequences: { reversible } },
      "open",
    ),
  ),
];

const reviews: readonly PolicyTest[] = [
  {
    name: "its maker's own app may read a system without a review",
    profile: known(reads()),
    asOf,
    expect: { reviews: { before: "connect", due: [] }, tier: "citizen" },
  },
];

/** What somebody may do, with all reviews held but some. */
const decided = (
  name: string,
  [said, on]: readonly [Said | AppProfile, PlainAction],
  is: "allow" | "review" | "deny",
  asked: readonly string[] = [],
  missing: readonly string[] = asked,
): PolicyTest => ({
  name,
  profile: "id" in said ? said : known(said),
  asOf,
  approvals: allBut(...missing),
  expect: { decision: { on, is, reviews: asked } },
});

const deploy = { kind: "deploy" } as const;
const start = { kind: "start" } as const;
const [safe = { system: "ERP" }] = reads().integrations ?? [];
const connect = (more: object): PlainAction => ({ kind: "connect", integration: { ...safe, ...more } });
const all = Object.keys(approvers);
const chatting: Said = { automation: { ai: "answers", strangersWrite: true } };
const harmful: readonly Operation[] = ["change", "delete", "pay", "grant-rights", "run"];
const open = letsIn("anybody");
const administers = own([], { rights: "administration" });

const actions: readonly PolicyTest[] = [
  decided("its maker may begin", [{}, start], "allow", [], all),
  decided("its maker may read a system", [{}, connect({})], "allow", [], all),
  decided("what goes both ways is for IT to connect", [{}, connect({ direction: "bidirectional" })], "deny"),
  decided("so are events", [{}, connect({ eventDriven: true })], "deny"),
  decided("and what goes on afterwards", [{}, connect({ asynchronous: true })], "deny"),
  ...["data-synchronisation", "integration-connector"].map((id) =>
    decided(`${id} may be used for it`, [{}, connect({ asynchronous: true, component: { id } })], "allow"),
  ),
  ...["payment-processing", "approval-step", "service-account"].map((id) =>
    decided(`${id} does not connect systems`, [{}, connect({ asynchronous: true, component: { id } })], "deny"),
  ),
  decided(
    "where it is open whether it goes on, the specialists decide",
    [{}, connect({ asynchronous: undefined })],
    "review",
    ["integration"],
  ),
  decided("an agent among strangers is security's to look at", [chatting, deploy], "review", ["security"]),
  decided("with their approval it goes out", [chatting, deploy], "allow"),
  decided(
    "what is no agent may be written to by strangers",
    [{ automation: { ai: "none", strangersWrite: true } }, deploy],
    "allow",
    [],
    ["security"],
  ),
  decided(
    "an agent among colleagues is not",
    [{ automation: { ai: "acts", strangersWrite: false } }, deploy],
    "allow",
    [],
    ["security"],
  ),
  decided("one may be begun without them", [chatting, start], "allow", [], ["security"]),
  ...harmful.map((each) =>
    decided(`what anybody can make ${each} does not go out`, [{ ...open, ...own([each]) }, deploy], "deny"),
  ),
  decided("what those who register can change may", [{ ...letsIn("registered"), ...own(["change"]) }, deploy], "allow"),
  decided("what anybody can add to may", [{ ...open, ...own(["create"]) }, deploy], "allow"),
  decided("it may be begun", [{ ...open, ...own(["change"]) }, start], "allow"),
  decided(
    "where nobody knows who gets in, security decides",
    [without(own(["change"]), "entrances"), deploy],
    "review",
    ["security"],
  ),
  decided("an administrator's rights are security's to look at, to deploy", [administers, deploy], "review", [
    "security",
  ]),
  decided("and to connect", [{}, connect({ rights: "administration" })], "review", ["security"]),
  decided("with their approval it may", [administers, deploy], "allow"),
  decided("the rights of others are not", [own([], { rights: "others" }), deploy], "allow", [], ["security"]),
  decided("it may be begun without them", [administers, start], "allow", [], ["security"]),
  decided(
    "what can hurt people needs no more than the talk that professionals need, and that review",
    [{ consequences: { safety: true } }, deploy],
    "review",
    ["architecture", "production-readiness"],
    all,
  ),
  decided("what can hurt people needs a production review", [{ consequences: { safety: true } }, deploy], "review", [
    "production-readiness",
  ]),
  decided(
    "it may be begun without one",
    [{ consequences: { safety: true } }, start],
    "allow",
    [],
    ["production-readiness"],
  ),
  decided("what is sensitive is security's to allow", [{}, { kind: "access", data: { class: "personal" } }], "review", [
    "security",
  ]),
];

/** What an audit finds of an app that IT does not look after. */
const audited = (
  name: string,
  said: Said,
  {
    points,
    finds = {},
    not,
    suggests,
  }: {
    readonly points?: number;
    readonly finds?: Readonly<Record<string, Severity>>;
    readonly not?: readonly string[];
    readonly suggests?: "retirement" | null;
  },
): PolicyTest => ({
  name,
  profile: known({ ...said, ownership: { itOwner: null, ...said.ownership } }),
  asOf,
  expect: {
    audit: {
      finds,
      ...(points !== undefined && { points }),
      ...(not && { not }),
      ...(suggests !== undefined && { suggests }),
    },
  },
});

const slow = { performance: { symptoms: ["slow"] } } as const satisfies Said;
const failing = (errorRate: number): Said => ({ operation: { errorRate } });
const unchanged = (lastChangedOn: string): Said => ({ ...letsIn("named"), lifecycle: { lastChangedOn } });
const lastUsed = (lastUsedOn: string): Said => ({ lifecycle: { lastUsedOn } });
const unused = { finds: { unused: "low" }, suggests: "retirement" } as const;
const stillUsed = { not: ["unused"], suggests: null } as const;

const found: readonly PolicyTest[] = [
  audited("ten failures of a hundred are often", failing(10), { finds: { "fails-often": "medium" }, points: 3 }),
  audited("fewer are not", failing(9.9), { not: ["fails-often"] }),
  audited("two years without a change are long for what is open", unchanged("2024-01-13"), {
    finds: { "long-unchanged": "medium" },
    points: 3,
  }),
  audited("a day less is not", unchanged("2024-01-14"), { not: ["long-unchanged"] }),
  audited(
    "what nobody can open may stay as it is",
    { lifecycle: { lastChangedOn: "2020-01-01" } },
    { not: ["long-unchanged"] },
  ),
  audited("half a year without use suggests retirement", lastUsed("2025-07-13"), unused),
  audited("a day less does not", lastUsed("2025-07-14"), stillUsed),
  audited("nor does its maker's using it yesterday", lastUsed("2026-01-11"), stillUsed),
  audited(
    "nobody using it suggests retirement",
    { audience: { users: 0, builtFor: 1, canOpen: 1, peakConcurrent: 0 } },
    unused,
  ),
  audited("so does that it never runs", { automation: { runsPerDay: 0 } }, unused),
  audited("one run in ten days does not", { automation: { runsPerDay: 0.1 } }, stillUsed),
];

/** What is slow, 3 points, as many times as it weighs. */
const weighs = (name: string, said: Said, times: number): PolicyTest =>
  audited(`${name}: ${times} times`, { ...slow, ...said }, { points: 3 * times });

const weights: readonly PolicyTest[] = [
  weighs("what is slow, and nothing else", {}, 1),
  weighs("nothing that it does can be undone", { consequences: { reversible: "never" } }, 1.5),
  weighs("some of it can be undone", { consequences: { reversible: "partly" } }, 1),
  weighs("a mistake costs something", { consequences: { financial: "medium" } }, 1),
  weighs("one run in ten days", { automation: { runsPerDay: 0.1 } }, 1),
  weighs("somebody used it 182 days ago", lastUsed("2025-07-14"), 1),
  weighs(
    "whoever registers can make it send something outside",
    { ...letsIn("registered"), ...own(["send-outside"]) },
    3,
  ),
  weighs("whoever registers can add to a list of general data", { ...letsIn("registered"), ...own(["create"]) }, 1),
  weighs("an administrator's rights", administers, 2),
  weighs("the rights of others", own([], { rights: "others" }), 1),
  weighs("AI acts, and somebody can stop it", { automation: { ai: "acts", oversight: "can-stop" } }, 2),
  weighs("AI decides, and somebody can stop it", { automation: { ai: "decides", oversight: "can-stop" } }, 1),
  weighs("AI acts on what somebody approves", { automation: { ai: "acts", oversight: "approves" } }, 1),
  audited("IT answers for it: a fifth of 3 points", { ...slow, ownership: { itOwner: "IT" } }, { points: 0.6 }),
  audited("a mistake is expensive: 9 points, and a half", { consequences: { financial: "high" } }, { points: 13.5 }),
  audited("a mistake can hurt somebody: 9 points, four times", { consequences: { safety: true } }, { points: 36 }),
  audited("nobody used it for half a year: a fifth of one point", lastUsed("2025-07-13"), { points: 0.2 }),
  audited(
    "nobody uses it: a fifth of one point",
    { audience: { users: 0, builtFor: 1, canOpen: 1, peakConcurrent: 0 } },
    { points: 0.2 },
  ),
  audited("it never runs: a fifth of one point", { automation: { runsPerDay: 0 } }, { points: 0.2 }),
  audited(
    "strangers see internal data: 3 points, three times",
    { ...letsIn("registered"), ...holds("semi-sensitive") },
    { points: 9 },
  ),
  audited(
    "colleagues see internal data: 3 points",
    { ...letsIn("organisation"), ...holds("semi-sensitive") },
    { points: 3 },
  ),
  audited(
    "strangers write to the ERP: 3 points, three times",
    { ...letsIn("registered"), ...other(["publish"]) },
    { points: 9 },
  ),
  ...(["change", "delete", "pay", "run"] as const).map((each) =>
    audited(
      `strangers can make it ${each}: 9 points, three times`,
      { ...letsIn("registered"), ...own([each]) },
      { points: 27 },
    ),
  ),
  audited(
    "strangers can give rights: 9 points, and a quarter of 9, three times",
    { ...letsIn("registered"), ...own(["grant-rights"]) },
    { points: 33.8 },
  ),
  audited("what fails often and is slow: 3 points, and a quarter of 3", { ...slow, ...failing(10) }, { points: 3.8 }),
];

/** What the packs decide besides tiers. */
export const decidedTests: readonly PolicyTest[] = [...checklists, ...reviews, ...actions, ...found, ...weights];
