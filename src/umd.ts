export { classify, createClassifier } from "./classify/index.js";
export { defineFact, deriveFacts, standardFacts } from "./facts/index.js";
export { definePolicy, extendPolicy, safeExtendPolicy } from "./policy/index.js";
export { PlimsollError, toPointer } from "./problems/index.js";
export { classificationHtml, classificationMarkdown, heatMapSvg, loadLineSvg } from "./render/index.js";
export { standardPolicy } from "./standard/index.js";
export { evidenceInWords } from "./words/index.js";
