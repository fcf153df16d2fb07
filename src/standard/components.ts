import type { Component } from "../policy/index.js";
import type { StandardCriterionId } from "./criteria.js";
import type { StandardSignId } from "./signs.js";

const source = "Reusable components for complex operations";

/** The components of the standard policy. */
export const components = [
  {
    id: "payment-processing",
    title: "Payment processing",
    covers: ["sensitive-data", "compliance"],
    source,
  },
  {
    id: "data-synchronisation",
    title: "Data synchronisation",
    covers: ["write-back", "bidirectional-integration"],
    source,
  },
  {
    id: "integration-connector",
    title: "Integration connector",
    covers: ["integration-architecture"],
    source,
  },
] as const satisfies readonly Component<StandardCriterionId | StandardSignId>[];
