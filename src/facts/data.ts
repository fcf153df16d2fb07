import type { AppProfile } from "../profile/index.js";
import { yesOrNo } from "./domain.js";
import { factsFromList } from "./list.js";

type DataEntry = NonNullable<AppProfile["data"]>[number];

const fromData = /* @__PURE__ */ factsFromList("/data", (profile) => profile.data);

const isSensitive = <Class extends DataEntry["class"]>(
  dataClass: Class,
): dataClass is Exclude<Class, "general" | "semi-sensitive" | undefined> =>
  dataClass !== undefined && dataClass !== "general" && dataClass !== "semi-sensitive";

/** General data needs no protection of its own; data whose class is open may turn out not to need it. */
const protection = <Answer>(entry: DataEntry, answer: Answer | undefined) =>
  entry.class === "general" ? null : entry.class === undefined ? undefined : answer;

const sensitiveData = /* @__PURE__ */ fromData(
  {
    question: "Which sensitive data does it hold or show?",
    domain: { kind: "set", members: ["personal", "financial", "health", "payment"], open: false },
    cost: 5,
  },
  "/class",
  ({ class: dataClass }) => (isSensitive(dataClass) ? dataClass : dataClass && null),
);

const dataSensitivity = /* @__PURE__ */ fromData(
  {
    question: "How sensitive is the data that it holds or shows?",
    domain: { kind: "ordinal", levels: ["none", "general", "semi-sensitive", "sensitive"] },
    cost: 5,
  },
  "/class",
  ({ class: dataClass }) => (isSensitive(dataClass) ? "sensitive" : dataClass),
);

const unencryptedData = /* @__PURE__ */ fromData(
  {
    question: "Is any sensitive or semi-sensitive data unencrypted?",
    domain: yesOrNo,
    cost: 20,
  },
  "/encryptedAtRest",
  (entry) => protection(entry, entry.encryptedAtRest === undefined ? undefined : !entry.encryptedAtRest),
);

const accessControl = /* @__PURE__ */ fromData(
  {
    question: "How finely is access to sensitive or semi-sensitive data granted?",
    domain: { kind: "ordinal", levels: ["record", "role", "app", "none"] },
    cost: 20,
  },
  "/accessControl",
  (entry) => protection(entry, entry.accessControl),
);

const auditTrail = /* @__PURE__ */ fromData(
  {
    question: "Is there an audit trail of sensitive or semi-sensitive data?",
    domain: { kind: "ordinal", levels: ["complete", "partial", "none"] },
    cost: 20,
  },
  "/auditTrail",
  (entry) => protection(entry, entry.auditTrail),
);

const retention = /* @__PURE__ */ fromData(
  {
    question: "Is there a retention rule for sensitive or semi-sensitive data?",
    domain: { kind: "ordinal", levels: ["enforced", "defined", "undefined"] },
    cost: 20,
  },
  "/retention",
  (entry) => protection(entry, entry.retention),
);

export const dataFacts = {
  sensitiveData,
  dataSensitivity,
  unencryptedData,
  accessControl,
  auditTrail,
  retention,
};
