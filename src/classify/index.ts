export type { Classification, Evidence, Finding, FindingStatus, Question } from "./classification.js";
export { type Classifier, classify, createClassifier } from "./classify.js";
