import type { AppProfile } from "../profile/index.js";
import type { Story } from "./story.js";

const begun: AppProfile = {
  id: "expense-payments",
  name: "Expense payments",
  kind: "app",
  // It makes the files by which the bank pays.
  integrations: [{ system: "Banking", direction: "write", operations: ["pay"] }],
  data: [{ name: "Bank details of employees", class: "payment" }],
  // How complex that is, the article does not say.
  calculations: [{ purpose: "Amounts to reimburse" }],
  compliance: [{ regime: "PCI DSS" }],
};

export const expensePayments: Story = {
  id: "expense-payments",
  title: "The bank details in plain sight",
  summary: "An app that paid expenses kept everybody's bank account as plain text.",
  source: "The custom payment processing app",
  startedAs: "professional",
  shouldHaveCaught: ["sensitive-data", "compliance"],
  moments: [
    { on: "2024-06-03", what: "Expenses are collected, added up and sent to the bank.", profile: begun },
    {
      on: "2025-02-10",
      what: "Security finds the bank details and shuts it down. Rebuilding it takes six months.",
      profile: {
        ...begun,
        data: [{ name: "Bank details of employees", class: "payment", encryptedAtRest: false }],
        // Six months of rebuilding and "significant legal and compliance costs".
        consequences: { financial: "high" },
      },
    },
  ],
};
