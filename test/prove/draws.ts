/** How many times as much is drawn as in `npm test`: `npm run prove` says so. */
const times = Number(process.env.PLIMSOLL_DRAWS ?? 1);

/** So many draws of a property, and many more in `npm run prove`. */
export const draws = (numRuns: number) => ({ numRuns: Math.ceil(numRuns * times) });
