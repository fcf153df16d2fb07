/** Dates of which one is never after the other in a profile that was read, as JSON Pointers: work on an app begins before it goes into production. */
export const datesInOrder = [["/lifecycle/startedOn", "/lifecycle/productionSince"]] as const;
