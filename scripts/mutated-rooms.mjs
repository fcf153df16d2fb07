/** The rooms whose code is mutated, each with the folders of tests that must notice. */
export const mutatedRooms = {
  facts: ["facts"],
  profile: ["profile", "json"],
  conditions: ["conditions", "classify"],
  policy: ["policy", "policy-json"],
  classify: ["classify", "conditions"],
  escalation: ["escalation"],
  model: ["model", "analysis"],
  diagrams: ["diagrams", "analysis"],
  analysis: ["analysis"],
};
