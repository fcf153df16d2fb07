export {
  type Backtest,
  type BacktestComparison,
  backtest,
  compareBacktests,
  type Detection,
  type DetectionGain,
  type Detections,
  type RuleBacktest,
  type RuleDetectionGain,
  type TierBacktest,
  type TierDetectionGain,
  type Timeline,
  type TimelineMoment,
} from "./backtest/index.js";
export { safeParseTimeline } from "./formats/timeline.js";
