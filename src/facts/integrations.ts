import type { AppProfile } from "../profile/index.js";
import { countOf, yesOrNo } from "./domain.js";
import { factsFromList } from "./list.js";

type Integration = NonNullable<AppProfile["integrations"]>[number];

const fromIntegrations = factsFromList("/integrations", (profile) => profile.integrations);
const systems = countOf("systems");

const reads = ({ direction }: Integration) => direction && direction !== "write";
const writes = ({ direction }: Integration) => direction && direction !== "read";
const readsAndWrites = ({ direction }: Integration) => direction && direction === "bidirectional";

/** Whether both hold; `undefined` while that is open. */
const both = (one: boolean | undefined, other: boolean | undefined) =>
  one === false || other === false ? false : one && other;

const integrationPoints = fromIntegrations(
  {
    question: "Which systems is it connected to?",
    domain: systems,
    cost: 5,
  },
  "/system",
  () => true,
);

const systemsRead = fromIntegrations(
  {
    question: "Which systems does it read?",
    domain: systems,
    cost: 5,
  },
  "/direction",
  reads,
);

const systemsWritten = fromIntegrations(
  {
    question: "Which systems does it write to?",
    domain: systems,
    cost: 5,
  },
  "/direction",
  writes,
);

const bidirectionalSystems = fromIntegrations(
  {
    question: "Which systems does it read and write?",
    domain: systems,
    cost: 5,
  },
  "/direction",
  readsAndWrites,
);

const unvalidatedWrites = fromIntegrations(
  {
    question: "Which systems does it write to unchecked?",
    domain: systems,
    cost: 20,
  },
  "/writesValidated",
  (entry) => both(writes(entry), entry.writesValidated === undefined ? undefined : !entry.writesValidated),
);

const ignoredConflicts = fromIntegrations(
  {
    question: "Where can one person's change overwrite another's?",
    domain: systems,
    cost: 30,
  },
  "/conflicts",
  (entry) => both(writes(entry), entry.conflicts && entry.conflicts === "ignored"),
);

const eventDriven = fromIntegrations(
  {
    question: "Do events in one system start work in another?",
    domain: yesOrNo,
    cost: 10,
  },
  "/eventDriven",
  (entry) => entry.eventDriven,
);

const asynchronous = fromIntegrations(
  {
    question: "Does work go on after the call that started it?",
    domain: yesOrNo,
    cost: 10,
  },
  "/asynchronous",
  (entry) => entry.asynchronous,
);

const credentials = fromIntegrations(
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
