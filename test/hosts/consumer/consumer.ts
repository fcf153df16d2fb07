import {
  type AppProfile,
  type Classification,
  classify,
  definePolicy,
  type StandardTierId,
  safeParseProfile,
} from "plimsoll";
import { type PathsTo, pathsTo, prove } from "plimsoll/analysis";
import * as backtest from "plimsoll/backtest";
import * as escalation from "plimsoll/escalation";
import * as governance from "plimsoll/governance";
import * as guide from "plimsoll/guide";
import { loadLineSvg } from "plimsoll/render";
import * as retirement from "plimsoll/retirement";
import { profileJsonSchema } from "plimsoll/schema";
import * as stories from "plimsoll/stories";
import { harmlessApp, type PolicyTests, runPolicyTests } from "plimsoll/testing";

const app: AppProfile = harmlessApp("Rota").usedBy(140).build();
const told: Classification<StandardTierId> = classify(app);
const tier: "citizen" | "it-review" | "professional" = told.tier;

export const policy = definePolicy({
  id: "ours",
  version: "1.0.0",
  title: "Ours",
  tiers: [
    { id: "alone", title: "Alone", advice: "Go on." },
    { id: "together", title: "Together", advice: "Call IT." },
  ],
});
const ways: PathsTo<"alone" | "together"> = pathsTo(app, "alone", policy);
const tests: PolicyTests = { tests: [] };

const result = safeParseProfile({});
export const messages: readonly string[] = result.ok ? [] : result.problems.map(({ message }) => message);
export const rooms = [
  tier,
  ways.verdict,
  prove(policy, { monotone: true }).verdict,
  runPolicyTests(policy, tests).passed,
];
export const drawn: string = loadLineSvg(told, { theme: "dark" });
export const others: readonly object[] = [
  backtest,
  escalation,
  governance,
  guide,
  retirement,
  stories,
  profileJsonSchema(),
];

// @ts-expect-error there is no such tier
export const none: "nobody" = told.tier;
