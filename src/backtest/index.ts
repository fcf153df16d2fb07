export { type Backtest, backtest, type RuleBacktest, type Seen, type Sighting, type TierBacktest } from "./backtest.js";
export { type BacktestComparison, compareBacktests, type Gain, type RuleGain, type TierGain } from "./compare.js";
export { dateTimeline, type Timeline, type TimelineMoment } from "./timeline.js";
