/** An app that only its maker ever used, and that does nothing to others: it may outlive its maker. */
export const onlyItsMaker = {
  all: [
    { fact: "reach", is: "self" },
    { fact: "users", atMost: 1 },
    { not: { fact: "dailyDependence", is: true } },
    { not: { fact: "operations", includesAny: ["change", "delete", "publish", "send-outside", "pay", "run"] } },
  ],
} as const;
