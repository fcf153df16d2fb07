export { assertShape, looking } from "./assert-shape.js";
export type { Json } from "./json.js";
export { lookingAgain, lookThrough } from "./look-again.js";
export { misfit, shapeInWords, shown } from "./misfit.js";
export { anything, optionsOf, shapeAt } from "./places.js";
export type { ObjectShape, PlacesIn, Shape, ShapedBy } from "./shape.js";
