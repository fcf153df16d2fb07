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
    whatToDo: {
      none: "Connect it to no other system",
      fewer: "Connect it to {to}",
      more: "Connect it to {to}",
    },
  },
  "/system",
  () => true,
);

const systemsRead = fromIntegrations(
  {
    question: "Which systems does it read?",
    domain: systems,
    cost: 5,
    whatToDo: {
      none: "Read no other system",
      fewer: "Read {to}",
      more: "Read {to}",
    },
  },
  "/direction",
  reads,
);

const systemsWritten = fromIntegrations(
  {
    question: "Which systems does it write to?",
    domain: systems,
    cost: 5,
    whatToDo: {
      none: "Write to no other system: let people or IT take the results over",
      fewer: "Write to {to}",
      more: "Write to {to}",
    },
  },
  "/direction",
  writes,
);

const bidirectionalSystems = fromIntegrations(
  {
    question: "Which systems does it read and write?",
    domain: systems,
    cost: 5,
    whatToDo: {
      none: "Let data flow one way only: whatever it reads, it does not write to",
      fewer: "Let data flow both ways with {to}",
      more: "Let data flow both ways with {to}",
    },
  },
  "/direction",
  readsAndWrites,
);

const unvalidatedWrites = fromIntegrations(
  {
    question: "Which systems does it write to unchecked?",
    domain: systems,
    cost: 20,
    whatToDo: {
      none: "Check whatever it writes, before it is written",
      fewer: "Check what it writes before it is written, and leave out {to}",
    },
  },
  "/writesValidated",
  (entry) => both(writes(entry), entry.writesValidated === undefined ? undefined : !entry.writesValidated),
);

const ignoredConflicts = fromIntegrations(
  {
    question: "Where can one person's change overwrite another's?",
    domain: systems,
    cost: 30,
    whatToDo: {
      none: "See that one person's change can nowhere overwrite another's",
      fewer: "See that one person's change cannot overwrite another's, and leave out {to}",
    },
  },
  "/conflicts",
  (entry) => both(writes(entry), entry.conflicts && entry.conflicts === "ignored"),
);

const eventDriven = fromIntegrations(
  {
    question: "Do events in one system start work in another?",
    domain: yesOrNo,
    cost: 10,
    whatToDo: {
      no: "Start work by hand or by the clock, and no longer by events in another system",
      yes: "Let events in one system start work in another",
    },
  },
  "/eventDriven",
  (entry) => entry.eventDriven,
);

const asynchronous = fromIntegrations(
  {
    question: "Does work go on after the call that started it?",
    domain: yesOrNo,
    cost: 10,
    whatToDo: {
      no: "Let every call wait until its work is done",
      yes: "Let work go on after the call that started it",
    },
  },
  "/asynchronous",
  (entry) => entry.asynchronous,
);

const credentials = fromIntegrations(
  {
    question: "How does it sign in to systems?",
    domain: { kind: "ordinal", levels: ["managed", "personal", "shared", "embedded"] },
    cost: 15,
    whatToDo: {
      managed: "Sign in to systems with accounts that IT manages",
      personal: "Sign in to systems with each person's own account, and no shared or embedded one",
      shared: "Take the secrets out that are kept inside the app",
    },
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
