import { createClassifier } from "plimsoll";
import { createAnalysis, nextQuestions } from "plimsoll/analysis";

/** Nothing can be told of a profile that cannot be read any more. */
const unknown = { tier: null, ceiling: null, settled: false };

/** What a policy says of profiles. It is prepared once, for as long as the service lives. */
export function createJudge(policy) {
  const classify = createClassifier(policy);
  const analysis = createAnalysis(policy);
  return {
    classify,
    /** How deep an app sits, and what to ask next. */
    ask: (profile) => ({ classification: classify(profile), next: nextQuestions(profile, analysis) }),
    /** Where an app sits, and no more. */
    standing(profile) {
      if (profile === undefined) return unknown;
      const { tier, ceiling, settled } = classify(profile);
      return { tier, ceiling, settled };
    },
  };
}
