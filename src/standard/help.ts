import type { Help } from "../policy/index.js";

/** Whom to ask by the standard policy, and how: the tone of "Training that includes limits". */
export const help = {
  who: "your IT team",
  how: 'Say: "This is getting bigger than I should carry alone; can we look at it together?" That is good judgement, and nobody will hold it against you.',
  bring: "what the app does, who relies on it, which systems and which data it touches",
} as const satisfies Help;
