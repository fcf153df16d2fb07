export { datesInOrder } from "./dates.js";
export { distinctNames } from "./distinct.js";
export { handledLists } from "./handled.js";
export {
  type AppProfile,
  assertProfile,
  dataClasses,
  dataShape,
  directions,
  integrationShape,
  lookAgainAt,
  profileShape,
  stages,
  useShape,
} from "./shape.js";
