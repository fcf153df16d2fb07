export {
  type AppProfile,
  assertProfile,
  dataClasses,
  dataShape,
  directions,
  integrationShape,
  profileShape,
  stages,
  useShape,
} from "./shape.js";
