import type { AppProfile } from "../profile/index.js";
import { countOf, yesOrNo } from "./domain.js";
import { factsFromList } from "./list.js";

type Integration = NonNullable<AppProfile["integrations"]>[number];

const fromIntegrations = /* @__PURE__ */ factsFromList("/integrations", (profile) => profile.integrations);
const systems = /* @__PURE__ */ countOf("systems");

const reads = ({ direction }: Integration) => direction && direction !== "write";
const writes = ({ direction }: Integration) => direction && direction !== "read";
const readsAndWrites = ({ direction }: Integration) => direction && direction === "bidirectional";

/** Whether both hold; `undefined` while that is open. */
const both = (one: boolean | undefined, other: boolean | undefined) =>
  one === false || other === false ? false : one && other;

const integrationPoints = /* @__PURE__ */ fromIntegrations(
  {
    question: "Which systems is it connected to?",
    domain: systems,
    cost: 5,
  },
  "/system",
  () => true,
);

const systemsRead = /* @__PURE__ */ fromIntegrations(
  {
    question: "Which systems does it read?",
    domain: systems,
    cost: 5,
  },
  "/direction",
  reads,
);

const systemsWritten = /* @__PURE__ */ fromIntegrations(
  {
    question: "Which systems does it write to?",
    domain: systems,
    cost: 5,
  },
  "/direction",
  writes,
);

const bidirectionalSystems = /* @__PURE__ */ fromIntegrations(
  {
    question: "Which systems does it read and write?",
    domain: systems,
    cost: 5,
  },
  "/direction",
  readsAndWrites,
);

const unvalidatedWrites = /* @__PURE__ */ fromIntegrations(
  {
    question: "Which systems does it write to unchecked?",
    domain: systems,
    cost: 20,
  },
  "/writesValidated",
  (entry) => both(writes(entry), entry.writesValidated === undefined ? undefined : !entry.writesValidated),
);

const ignoredConflicts = /* @__PURE__ */ fromIntegrations(
  {
    question: "Where can one person's change overwrite another's?",
    domain: systems,
    cost: 30,
  },
  "/conflicts",
  (entry) => both(writes(entry), entry.conflicts && entry.conflicts === "ignored"),
);

const eventDriven = /* @__PURE__ */ fromIntegrations(
  {
    question: "Do events in one system start work in another?",
    domain: yesOrNo,
    cost: 10,
  },
  "/eventDriven",
  (entry) => entry.eventDriven,
);

const asynchronous = /* @__PURE__ */ fromIntegrations(
  {
    question: "Does work go on after the call that started it?",
    domain: yesOrNo,
    cost: 10,
  },
  "/asynchronous",
  (entry) => entry.asynchronous,
);

const credentials = /* @__PURE__ */ fromIntegrations(
  {
    question: "How does it sign in to systems?",
    domain: { kind: "ordinal", levels: ["managed", "personal", "shared", "embedded"] },
    cost: 15,
  },
  "/credentials",
  (entry) => entry.credentials,
);

export const integrationFacts = {
  integrationPoints,
  systemsRead,
  systemsWritten,
  bidirectionalSystems,
  unvalidatedWrites,
  ignoredConflicts,
  eventDriven,
  asynchronous,
  credentials,
};
