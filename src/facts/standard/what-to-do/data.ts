import type { WhatToDoOf } from "../../outcome.js";
import type { dataFacts } from "../data.js";

export const dataToDo: WhatToDoOf<typeof dataFacts> = {
  sensitiveData: {
    without: "Take the {members} data out, or ask IT for a component that handles it",
    with: "Hold or show {members} data, too",
  },
  secretsHeld: {
    no: "Keep no passwords or keys: let people sign in as they do elsewhere, and keep keys in a vault",
  },
  dataSensitivity: {
    none: "Take all data out",
    general: "Keep to general business data, and take the rest out",
    "semi-sensitive": "Keep to general and semi-sensitive data, and take the rest out",
    riskier: "Hold or show {to} data",
  },
  unencryptedData: {
    no: "Encrypt all sensitive and semi-sensitive data where it is stored",
  },
  accessControl: {
    record: "Control access to sensitive and semi-sensitive data record by record",
    role: "Control access to sensitive and semi-sensitive data by role or by record",
    app: "Show sensitive and semi-sensitive data only to people who were given the app",
  },
  auditTrail: {
    complete: "Keep a complete trail of who read and changed sensitive and semi-sensitive data",
    partial: "Keep a trail of who changed sensitive and semi-sensitive data",
  },
  copiesLeave: {
    no: "Let no copies of its data leave it",
  },
  retention: {
    enforced: "Delete sensitive and semi-sensitive data on time, automatically and by a rule",
    defined: "Agree on a rule for when sensitive and semi-sensitive data is deleted",
  },
};
