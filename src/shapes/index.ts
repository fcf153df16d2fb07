export { assertShape, looking } from "./assert-shape.js";
export type { Json } from "./json.js";
export { misfit, shapeInWords, shown } from "./misfit.js";
export type { ObjectShape, PlacesIn, Shape, ShapedBy } from "./shape.js";
