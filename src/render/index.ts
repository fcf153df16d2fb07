export { markdownText } from "../words/index.js";
export type {
  AppInWords,
  FindingInWords,
  Observation,
  QuestionInWords,
  ReasonInWords,
  Standing,
} from "./app-in-words.js";
export type { PortfolioCounts } from "./counts.js";
export { heatMapSvg } from "./heat-map.js";
export { classificationHtml } from "./html.js";
export { classificationInWords } from "./in-words.js";
export { loadLineSvg } from "./load-line.js";
export { loadLineText, type Paint } from "./load-line-text.js";
export { appMarkdown, classificationMarkdown } from "./markdown.js";
export { htmlText } from "./markup.js";
export type { PictureOptions, RenderOptions } from "./options.js";
export { escalationMermaid, retirementMermaid } from "./paths-mermaid.js";
export { placesInWords } from "./places-in-words.js";
export { reasonsInWords } from "./reasons.js";
