export { capital } from "./capital.js";
export { changeInWords } from "./change.js";
export { conditionInWords, type Vocabulary } from "./condition.js";
export { evidenceInWords } from "./evidence.js";
export { lineInWords } from "./line.js";
export { markdownText } from "./markdown-text.js";
export { readingInWords } from "./reading.js";
export { valueInWords } from "./value.js";
export { visible } from "./visible.js";
