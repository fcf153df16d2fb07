import type { AppProfile } from "../profile/index.js";
import { factsFromList } from "./list.js";

type Integration = NonNullable<AppProfile["integrations"]>[number];

const fromIntegrations = factsFromList("/integrations", (profile) => profile.integrations);
const systems = { kind: "number", min: 0, whole: true, unit: "systems" } as const;

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
    changeable: true,
    risk: "rising",
  },
  "/system",
  () => true,
);

const systemsRead = fromIntegrations(
  {
    question: "Which systems does it read?",
    domain: systems,
    cost: 5,
    changeable: true,
    risk: "rising",
  },
  "/direction",
  reads,
);

const systemsWritten = fromIntegrations(
  {
    question: "Which systems does it write to?",
    domain: systems,
    cost: 5,
    changeable: true,
    risk: "rising",
  },
  "/direction",
  writes,
);

const bidirectionalSystems = fromIntegrations(
  {
    question: "Which systems does it read and write?",
    domain: systems,
    cost: 5,
    changeable: true,
    risk: "rising",
  },
  "/direction",
  readsAndWrites,
);

const unvalidatedWrites = fromIntegrations(
  {
    question: "Which systems does it write to unchecked?",
    domain: systems,
    cost: 20,
    changeable: true,
    risk: "rising",
  },
  "/writesValidated",
  (entry) => both(writes(entry), entry.writesValidated === undefined ? undefined : !entry.writesValidated),
);

const ignoredConflicts = fromIntegrations(
  {
    question: "Where can one person's change overwrite another's?",
    domain: systems,
    cost: 30,
    changeable: true,
    risk: "rising",
  },
  "/conflicts",
  (entry) => both(writes(entry), entry.conflicts && entry.conflicts === "ignored"),
);

const eventDriven = fromIntegrations(
  {
    question: "Do events in one system start work in another?",
    domain: { kind: "boolean" },
    cost: 10,
    changeable: true,
    risk: "rising",
  },
  "/eventDriven",
  (entry) => entry.eventDriven,
);

const asynchronous = fromIntegrations(
  {
    question: "Does work go on after the call that started it?",
    domain: { kind: "boolean" },
    cost: 10,
    changeable: true,
    risk: "rising",
  },
  "/asynchronous",
  (entry) => entry.asynchronous,
);

const credentials = fromIntegrations(
  {
    question: "How does it sign in to systems?",
    domain: { kind: "ordinal", levels: ["managed", "personal", "shared", "embedded"] },
    cost: 15,
    changeable: true,
    risk: "rising",
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
