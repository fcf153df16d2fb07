/** How many times as much is drawn as is written at a property: `npm run prove` says so. In `npm test` it is less, to be quick. */
const times = Number(process.env.PLIMSOLL_DRAWS ?? 0.2);

/** So many draws of a property; fewer in `npm test`, and many more in `npm run prove`. */
export const draws = (numRuns: number) => ({ numRuns: Math.ceil(numRuns * times) });
