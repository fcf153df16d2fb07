export { assertShape, looking } from "./assert-shape.js";
export type { Json } from "./json.js";
export { lookingAgain, lookThrough } from "./look-again.js";
export { misfit, shapeInWords, shown } from "./misfit.js";
export { anything, optionsOf, shapeAt, shapeBelow, shapeOfEntries } from "./places.js";
export { isSameJson } from "./same-json.js";
export {
  longestText,
  type ObjectShape,
  type PlacesIn,
  type Shape,
  type ShapedBy,
  type SingleShape,
  type Whole,
  whole,
} from "./shape.js";
