export { fromPowerAutomate } from "./flow.js";
