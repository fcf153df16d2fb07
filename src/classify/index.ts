export type { Adjusted, Classification, Finding, FindingStatus, Question } from "./classification.js";
export { type Classifier, classifierOf, classify, createClassifier } from "./classify.js";
export { classifyBy } from "./classify-by.js";
export { isHandledBy, withoutHandled } from "./coverage.js";
export { type Answer, createExaminer, type Examination, type Examiner, type Standing } from "./examine.js";
