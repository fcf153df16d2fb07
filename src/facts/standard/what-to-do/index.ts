import type { Catalogue, Fact } from "../../fact.js";
import type { WhatToDo } from "../../outcome.js";
import { standardFacts } from "../catalogue.js";
import { audienceToDo } from "./audience.js";
import { automationToDo } from "./automation.js";
import { calculationsToDo } from "./calculations.js";
import { consequencesToDo } from "./consequences.js";
import { dataToDo } from "./data.js";
import { entrancesToDo } from "./entrances.js";
import { integrationsToDo } from "./integrations.js";
import { makingToDo } from "./making.js";
import { operationToDo } from "./operation.js";
import { ownershipToDo } from "./ownership.js";
import { timeToDo } from "./time.js";

/** What there is to do about the standard facts; it stands beside their records, since whoever classifies needs none of it. */
const whatToDo: Readonly<Record<string, WhatToDo>> = /* @__PURE__ */ (() => ({
  ...audienceToDo,
  ...entrancesToDo,
  ...integrationsToDo,
  ...dataToDo,
  ...calculationsToDo,
  ...automationToDo,
  ...operationToDo,
  ...consequencesToDo,
  ...ownershipToDo,
  ...makingToDo,
  ...timeToDo,
}))();

/** What there is to do about a fact, as its record says, or as is known of a standard fact; nothing, where nobody has said it. */
export function whatToDoAbout(name: string, fact: Fact): WhatToDo | undefined {
  const known: Catalogue = standardFacts;
  return fact.whatToDo ?? (known[name] === fact ? whatToDo[name] : undefined);
}
