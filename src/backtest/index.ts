export {
  type Backtest,
  backtest,
  type Detection,
  type Detections,
  type RuleBacktest,
  type TierBacktest,
} from "./backtest.js";
export {
  type BacktestComparison,
  compareBacktests,
  type DetectionGain,
  type RuleDetectionGain,
  type TierDetectionGain,
} from "./compare.js";
export { dateTimeline, type Timeline, type TimelineMoment } from "./timeline.js";
