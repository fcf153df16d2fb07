import fc from "fast-check";

// `npm test` says the same of the same code, whenever and wherever it is run. What `npm run prove` draws is new each time.
if (process.env.PLIMSOLL_DRAWS === undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_261_130 });
