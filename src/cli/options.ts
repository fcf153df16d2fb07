/** Options that several commands have. */
export const policyOption = {
  kind: "file",
  help: "lines of your own, as JSON; the standard policy when left out",
} as const;

export const approvalsOption = {
  kind: "file",
  help: "approvals that were given: one, an array of them, or one per line",
} as const;
