export type { Classification, Finding, FindingStatus, Question } from "./classification.js";
export { type Classifier, classify, createClassifier } from "./classify.js";
