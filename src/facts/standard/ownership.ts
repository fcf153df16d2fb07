import { countOf, yesOrNo } from "../domain.js";
import type { FactRecords } from "../form.js";

const isNamed = { not: { field: "", is: null } } as const;

export const ownershipFacts = {
  builderPresent: {
    question: "Is the person who built it still here?",
    domain: yesOrNo,
    from: { read: "/ownership/builderPresent" },
    cost: 1,
    changeable: false,
    risk: "falling",
  },
  othersWhoUnderstand: {
    question: "Who else fully understands it?",
    domain: /* @__PURE__ */ countOf("people"),
    from: { each: "/ownership/understoodBy" },
    risk: "falling",
  },
  documentation: {
    question: "How much of it is written down?",
    domain: { kind: "ordinal", levels: ["none", "partial", "complete"] },
    from: { read: "/ownership/documentation" },
    risk: "falling",
  },
  businessOwner: {
    question: "Does somebody in the business answer for it?",
    domain: yesOrNo,
    from: { read: "/ownership/businessOwner", where: isNamed },
    cost: 2,
    risk: "falling",
  },
  itOwner: {
    question: "Does somebody in IT answer for it?",
    domain: yesOrNo,
    from: { read: "/ownership/itOwner", where: isNamed },
    cost: 2,
    risk: "falling",
  },
  activeOwners: {
    question: "Which of its owners are still here?",
    domain: /* @__PURE__ */ countOf("people"),
    from: { each: "/ownership/owners", where: { field: "active", is: true } },
    cost: 2,
    risk: "falling",
  },
  successors: {
    question: "Who could take it over?",
    domain: /* @__PURE__ */ countOf("people"),
    from: { each: "/ownership/successors" },
    risk: "falling",
  },
  complianceRegimes: {
    question: "Which compliance rules apply to it?",
    domain: { kind: "set", members: ["HIPAA", "GDPR", "PCI DSS", "SOX"], open: true },
    from: { each: "/compliance", take: "regime" },
    cost: 15,
    changeable: false,
  },
} as const satisfies FactRecords;
