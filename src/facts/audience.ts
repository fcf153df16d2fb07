import { countOf, yesOrNo } from "./domain.js";
import { atLeast, defineFact, exact, unknown } from "./fact.js";
import { factFromField } from "./field.js";
import { factsFromList } from "./list.js";

const fromDepartments = /* @__PURE__ */ factsFromList(
  "/audience/departments",
  (profile) => profile.audience?.departments,
);
const people = /* @__PURE__ */ countOf("people");

const users = /* @__PURE__ */ defineFact({
  question: "How many people use it now?",
  domain: people,
  cost: 5,
  changeable: true,
  risk: "rising",
  answerAt: ["/audience/users"],
  // Whoever uses the app at the same moment uses it.
  derive: ({ audience }) => {
    if (audience?.users !== undefined) return exact(audience.users);
    return audience?.peakConcurrent === undefined ? unknown : atLeast(audience.peakConcurrent);
  },
  locate: ({ audience }) => [audience?.users === undefined ? "/audience/peakConcurrent" : "/audience/users"],
});

const userGrowth = /* @__PURE__ */ defineFact({
  question: "How much has it grown since it was built?",
  domain: { kind: "number", min: 0, whole: false, unit: "times" },
  cost: 10,
  changeable: false,
  risk: "rising",
  answerAt: ["/audience/builtFor", "/audience/users"],
  derive: (profile) => {
    const builtFor = profile.audience?.builtFor;
    const now = users.derive(profile);
    if (builtFor === undefined || now.kind === "unknown") return unknown;
    // Divided by very little, any number leaves the numbers.
    return { kind: now.kind, value: Math.min(now.value / builtFor, Number.MAX_VALUE) };
  },
  locate: (profile, derived) => ["/audience/builtFor", ...(users.locate?.(profile, derived) ?? users.answerAt)],
});

const peakConcurrentUsers = /* @__PURE__ */ factFromField(
  {
    question: "How many people use it at once, at most?",
    domain: people,
    cost: 15,
  },
  "/audience/peakConcurrent",
  ({ audience }) => audience?.peakConcurrent,
);

const departments = /* @__PURE__ */ fromDepartments(
  {
    question: "Which departments use it?",
    domain: countOf("departments"),
    cost: 2,
  },
  "",
  () => true,
);

const outsideUsers = /* @__PURE__ */ factFromField(
  {
    question: "Do people from outside use it?",
    domain: yesOrNo,
    cost: 1,
  },
  "/audience/outsideUsers",
  ({ audience }) => audience?.outsideUsers,
);

export const audienceFacts = {
  users,
  userGrowth,
  peakConcurrentUsers,
  departments,
  outsideUsers,
};
