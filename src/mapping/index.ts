export { assertMapping, checkMapping } from "./check.js";
export { headingKey, isLike, liker } from "./headings.js";
export { neededIn } from "./needed.js";
export { type MappedPlace, ofItsOwn, placeAt } from "./places.js";
export { type MappedColumn, type Mapping, mappingShape } from "./shape.js";
