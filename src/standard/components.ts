import type { Component, Coverage } from "../policy/index.js";
import type { StandardCriterionId } from "./criteria.js";
import type { StandardSignId } from "./signs.js";

type StandardRuleId = StandardCriterionId | StandardSignId;

const source = "Reusable components for complex operations";

const ofPayments: readonly StandardRuleId[] = ["sensitive-data", "compliance"];
const ofSynchronisation: readonly StandardRuleId[] = ["write-back", "bidirectional-integration"];
const ofConnectors: readonly StandardRuleId[] = ["integration-architecture"];

/** What the components of the standard policy cover, without the words about them. */
export const coverage: readonly Coverage<StandardRuleId>[] = [
  { id: "payment-processing", covers: ofPayments },
  { id: "data-synchronisation", covers: ofSynchronisation },
  { id: "integration-connector", covers: ofConnectors },
];

/** The components of the standard policy. */
export const components: readonly Component<StandardRuleId>[] = [
  {
    id: "payment-processing",
    covers: ofPayments,
    title: "Payment processing",
    summary: "Keeps bank and card details out of the app, and meets the rules for them.",
    source,
  },
  {
    id: "data-synchronisation",
    covers: ofSynchronisation,
    title: "Data synchronisation",
    summary: "Keeps records the same in several systems, also when two people change one at once.",
    source,
  },
  {
    id: "integration-connector",
    covers: ofConnectors,
    title: "Integration connector",
    summary: "Signs in to another system, and handles its errors and changes.",
    source,
  },
];
