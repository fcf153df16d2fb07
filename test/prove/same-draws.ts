import fc from "fast-check";
import { afterAll } from "vitest";
import { handOn } from "./drawn.js";
import { draws } from "./draws.js";

// `npm test` says the same of the same code, whenever and wherever it is run. What `npm run prove` draws is new each time.
const seed = process.env.PLIMSOLL_DRAWS === undefined ? { seed: 20_261_130 } : {};
fc.configureGlobal({ ...fc.readConfigureGlobal(), ...seed, ...draws(100) });

afterAll(handOn);
