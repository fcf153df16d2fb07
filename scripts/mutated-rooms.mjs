/** The rooms whose code is mutated, each with the folders of tests that must notice. */
export const mutatedRooms = {
  facts: ["facts"],
  profile: ["profile", "json"],
  conditions: ["conditions", "classify"],
  policy: ["policy", "formats"],
  classify: ["classify", "conditions"],
  course: ["escalation", "retirement"],
  escalation: ["escalation", "formats"],
  retirement: ["retirement"],
  model: ["model", "analysis"],
  diagrams: ["diagrams", "analysis"],
  analysis: ["analysis"],
};
