import { countOf, yesOrNo } from "./domain.js";
import { factFromField } from "./field.js";
import { factsFromList } from "./list.js";

const fromUnderstanding = /* @__PURE__ */ factsFromList(
  "/ownership/understoodBy",
  (profile) => profile.ownership?.understoodBy,
);
const fromCompliance = /* @__PURE__ */ factsFromList("/compliance", (profile) => profile.compliance);

const isNamed = (owner: string | null | undefined) => (owner === undefined ? undefined : owner !== null);

const builderPresent = /* @__PURE__ */ factFromField(
  {
    question: "Is the person who built it still here?",
    domain: yesOrNo,
    cost: 1,
    changeable: false,
    risk: "falling",
  },
  "/ownership/builderPresent",
  ({ ownership }) => ownership?.builderPresent,
);

const othersWhoUnderstand = /* @__PURE__ */ fromUnderstanding(
  {
    question: "Who else fully understands it?",
    domain: countOf("people"),
    cost: 5,
    risk: "falling",
  },
  "",
  () => true,
);

const documentation = /* @__PURE__ */ factFromField(
  {
    question: "How much of it is written down?",
    domain: { kind: "ordinal", levels: ["none", "partial", "complete"] },
    cost: 5,
    risk: "falling",
  },
  "/ownership/documentation",
  ({ ownership }) => ownership?.documentation,
);

const businessOwner = /* @__PURE__ */ factFromField(
  {
    question: "Does somebody in the business answer for it?",
    domain: yesOrNo,
    cost: 2,
    risk: "falling",
  },
  "/ownership/businessOwner",
  ({ ownership }) => isNamed(ownership?.businessOwner),
);

const itOwner = /* @__PURE__ */ factFromField(
  {
    question: "Does somebody in IT answer for it?",
    domain: yesOrNo,
    cost: 2,
    risk: "falling",
  },
  "/ownership/itOwner",
  ({ ownership }) => isNamed(ownership?.itOwner),
);

const complianceRegimes = /* @__PURE__ */ fromCompliance(
  {
    question: "Which compliance rules apply to it?",
    domain: { kind: "set", members: ["HIPAA", "GDPR", "PCI DSS", "SOX"], open: true },
    cost: 15,
    changeable: false,
  },
  "/regime",
  ({ regime }) => regime,
);

export const ownershipFacts = {
  builderPresent,
  othersWhoUnderstand,
  documentation,
  businessOwner,
  itOwner,
  complianceRegimes,
};
