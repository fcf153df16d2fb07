import type { AppProfile } from "plimsoll";
import type { PolicyTest } from "plimsoll/testing";

/** What each component takes care of, itself or since a rule asks for a sign that it takes care of. */
const takesCareOf: Readonly<Record<string, readonly string[]>> = {
  "payment-processing": ["sensitive-data", "compliance", "regulated-data", "strict-compliance"],
  "data-synchronisation": ["write-back", "bidirectional-integration"],
  "integration-connector": ["integration-architecture"],
  "approval-step": ["acts-alone", "agent-with-power", "commanded-by-strangers"],
  "service-account": ["account-of-leaver", "rights-of-its-maker"],
};

/** The same app, all of whose parts that one can a component handles. */
function withComponent({ integrations, data, compliance, ...app }: AppProfile, id: string): AppProfile {
  const component = { id };
  return {
    ...app,
    ...(integrations && { integrations: integrations.map((each) => ({ ...each, component })) }),
    ...(data && { data: data.map((each) => ({ ...each, component })) }),
    ...(compliance && { compliance: compliance.map((each) => ({ ...each, component })) }),
  };
}

const isOfParts = ({ integrations = [], data = [], compliance = [] }: AppProfile) =>
  integrations.length > 0 || compliance.length > 0 || data.some((each) => each.class !== "general");

/**
 * A rule stands that a component does not take care of, also where it handles every part; where it does, the rule does not. It is
 * shown by the first app that has parts which make the rule hold.
 */
export function handledBy(
  rule: string,
  apps: readonly (readonly [says: string, profile: AppProfile])[],
): readonly PolicyTest[] {
  return Object.entries(takesCareOf).flatMap(([id, covered]) =>
    apps
      .filter(([, profile]) => isOfParts(profile))
      .slice(0, 1)
      .map(([says, profile]): PolicyTest => {
        const isCovered = covered.includes(rule);
        return {
          name: `${rule}: ${id} ${isCovered ? "takes care of it" : "does not hide it"}, ${says}`,
          profile: withComponent(profile, id),
          expect: isCovered ? { not: [rule] } : { because: [rule] },
        };
      }),
  );
}
